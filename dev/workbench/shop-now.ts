import { memberIdOf } from '../../cloudfunctions/runtime/caller'
import { type Document, isDocument, type Value } from '../localcloud/engine/document'
import type { Engine } from '../localcloud/engine/engine'
import { appId } from '../localcloud/functions/invocation'

/** What a shop is filled with when it starts: the demo shop's year, or nothing at all. */
export const shopKinds = ['demo', 'empty'] as const
export type ShopKind = (typeof shopKinds)[number]

/** What the guide asks for, each found where the cloud keeps what was done. */
const traces = {
  owned: ['staff', { owner: true }],
  told: ['shop_changes', { kind: { $in: ['shop', 'store', 'storeOpened'] } }],
  stocked: ['rewards', { isOnShelf: { $ne: false }, leftCount: { $gt: 0 } }],
  staffed: ['staff', { owner: false }],
  joined: ['members', {}],
  gifted: ['grants', { state: 'claimed' }],
  bought: ['purchases', {}],
  redeemed: ['redemptions', {}],
  handedOver: ['redemptions', { collected: { $ne: null } }],
  claimed: ['coupons', { 'source.kind': 'drop' }],
} as const satisfies Record<string, readonly [string, Document]>

export type Deed = keyof typeof traces
/** How often each deed was done, by its name. */
export type Deeds = Readonly<Record<string, number>>

/** What the page asks for every other second. */
export interface ShopNow {
  /** Another one after every start over: what phones kept of the one before is not its. */
  readonly shopId: string
  /** Null: nobody knows how it was filled. */
  readonly kind: ShopKind | null
  /** False while it is being filled. */
  readonly isReady: boolean
  readonly canStartOver: boolean
  /** The code that makes its first owner, until somebody has used it. */
  readonly setupCode: string | null
  /** What was done since it was filled, by the names of deeds. */
  readonly done: readonly string[]
  /** Those who have joined. */
  readonly people: readonly KnownPerson[]
}

export type PersonRole = 'newcomer' | 'shopper' | 'staff' | 'communityOwner' | 'manager'

/** Who somebody is to the shop by now. */
export interface KnownPerson {
  readonly openid: string
  readonly name: string
  readonly role: PersonRole
  /** Where she serves; empty where she does not. */
  readonly stores: readonly string[]
}

/** Counts what was done in the shop, by what the functions have stored. */
export async function countDeeds(engine: Engine): Promise<Deeds> {
  const counted = Object.entries(traces).map(async ([deed, [collection, filter]]) => {
    return [deed, await engine.count(collection, filter)] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}

/** What was done more often than before. */
export function deedsSince(before: Deeds, now: Deeds): readonly string[] {
  return Object.keys(now).filter((deed) => (now[deed] ?? 0) > (before[deed] ?? 0))
}

/** Those of these people who have joined, with their names and roles of this moment. */
export async function knownPeople(
  engine: Engine,
  openids: readonly string[],
): Promise<readonly KnownPerson[]> {
  const openidOf = new Map(openids.map((openid) => [memberIdOf(appId, openid), openid]))
  const hers = { _id: { $in: [...openidOf.keys()] } }
  const [members, staff, [config]] = await Promise.all([
    engine.find('members', hers),
    engine.find('staff', hers),
    engine.find('config', { _id: 'shop' }),
  ])
  const stores = storesIn(config)
  return members.flatMap((member) => {
    const openid = openidOf.get(String(member._id))
    if (openid === undefined) return []
    const roles = staff.find(({ _id }) => _id === member._id)
    return [{ openid, ...personOf(member, roles, stores) }]
  })
}

interface NamedStore {
  readonly storeId: string
  readonly name: string
}

function personOf(
  member: Document,
  roles: Document | undefined,
  stores: readonly NamedStore[],
): Omit<KnownPerson, 'openid'> {
  const displayName = String(roles?.displayName ?? '')
  const name = displayName === '' ? String(member.nickname) : displayName
  const isOwner = roles?.owner === true
  const served = isDocument(roles?.stores) ? roles.stores : {}
  const hers = stores.filter(({ storeId }) => isOwner || served[storeId] !== undefined)
  return { name, role: roleOf(roles, Object.values(served)), stores: hers.map(({ name }) => name) }
}

function roleOf(roles: Document | undefined, served: readonly Value[]): PersonRole {
  if (roles?.owner === true || served.includes('manager')) return 'manager'
  if (served.length > 0) return 'staff'
  return roles?.communityOwner === true ? 'communityOwner' : 'shopper'
}

function storesIn(config: Document | undefined): readonly NamedStore[] {
  const stores = Array.isArray(config?.stores) ? config.stores : []
  return stores.filter(isDocument).map(({ storeId, name }) => {
    return { storeId: String(storeId), name: String(name) }
  })
}
