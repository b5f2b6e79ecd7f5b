/**
 * Who may do what at which store, and the count of wrong codes that a member of staff has typed
 * lately. What a document says of a store is read here alone, so that an owner is never forgotten.
 */

import type { StaffRole } from '../../shared/contract/endpoint'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop, Store } from '../../shared/rules/shop'
import { changeIf, command, findWhere, type Stored, type Transaction } from './database'
import type { Member, Staff, StaffDocument, StoreRole } from './people'

const MINUTE_MS = 60_000
const MAX_FAILURES_A_MINUTE = 10

type Roles = Pick<StaffDocument, 'stores' | 'owner'>

/** What she is at this store: an owner is manager of each, whether or not it names her. */
export function roleAt(roles: Roles, storeId: string): StoreRole | null {
  return roles.owner ? 'manager' : (roles.stores[storeId] ?? null)
}

export function isStaff(staff: Staff | null): staff is Staff {
  return staff !== null && (staff.owner || Object.keys(staff.stores).length > 0)
}

export function isManager(staff: Staff | null): boolean {
  return staff !== null && (staff.owner || Object.values(staff.stores).includes('manager'))
}

/** By appointment alone: whoever manages the shop looks after no community for that. */
export function isCommunityOwner(staff: Staff | null): boolean {
  return staff?.communityOwner ?? false
}

/** Whether this person may call what asks for this role. */
export function hasRole(staff: Staff | null, role: StaffRole): boolean {
  const answers: Readonly<Record<StaffRole, boolean>> = {
    staff: isStaff(staff),
    manager: isManager(staff),
    communityOwner: isCommunityOwner(staff),
    communityDesk: isCommunityOwner(staff) || isManager(staff),
    onDuty: isCommunityOwner(staff) || isStaff(staff),
  }
  return answers[role]
}

export function managesStore(roles: Roles, storeId: string): boolean {
  return roleAt(roles, storeId) === 'manager'
}

/** The shop's managers, its owners among them, at most so many. */
export function findManagers(shop: Shop, limit: number): Promise<Staff[]> {
  const managed = shop.stores.map(({ storeId }) => ({ [`stores.${storeId}`]: 'manager' }))
  const managers = command.or([{ owner: true }, ...managed])
  return findWhere<StaffDocument>('staff', managers, { limit })
}

/** Who serves at one of these stores, and the shop's owners, at most so many. */
export function findStaffAt(storeIds: readonly string[], limit: number): Promise<Staff[]> {
  const there = storeIds.map((storeId) => ({
    [`stores.${storeId}`]: command.in(['staff', 'manager']),
  }))
  const serving = command.or([{ owner: true }, ...there])
  return findWhere<StaffDocument>('staff', serving, { orderBy: ['_id', 'asc'], limit })
}

/**
 * Of roles that change at `now`: since when each is what it is. What stays as it was keeps its
 * instant, or stays without one.
 */
export function sinceAfter(
  before: StaffDocument | null,
  { stores, owner }: Roles,
  now: number,
): Required<Pick<StaffDocument, 'storesSinceAt' | 'ownerSinceAt'>> {
  const since = Object.entries(stores).flatMap(([storeId, role]) => {
    const isSame = before?.stores[storeId] === role
    const at = isSame ? before?.storesSinceAt?.[storeId] : now
    return at === undefined ? [] : [[storeId, at] as const]
  })
  const stays = before?.owner ? (before.ownerSinceAt ?? null) : now
  return { storesSinceAt: Object.fromEntries(since), ownerSinceAt: owner ? stays : null }
}

/**
 * The store of this operation. Refuses STORE_REQUIRED when one serves at several and named
 * none, STORE_FOREIGN when she does not serve there.
 */
export function storeOf(staff: Staff, shop: Shop, storeId: string | undefined): Outcome<Store> {
  const own = shop.stores.filter(({ storeId }) => roleAt(staff, storeId))
  const [only] = own
  if (storeId === undefined) {
    return own.length === 1 && only ? accept(only) : refuse('STORE_REQUIRED')
  }
  const named = own.find((store) => store.storeId === storeId)
  return named ? accept(named) : refuse('STORE_FOREIGN')
}

export function storeNameOf(shop: Shop, storeId: string | null): string | null {
  return shop.stores.find((store) => store.storeId === storeId)?.name ?? null
}

/** Refuses CODE_ATTEMPTS after ten wrong codes within the running minute. */
export function admitAttempt(staff: Staff, now: number): Outcome<null> {
  const { minute, count } = staff.codeFailures
  const tooMany = minute === minuteOf(now) && count >= MAX_FAILURES_A_MINUTE
  return tooMany ? refuse('CODE_ATTEMPTS') : accept(null)
}

/** Counts one wrong code: test-and-set, so that parallel guesses all count. */
export async function countFailure(staff: Staff, now: number): Promise<void> {
  const minute = minuteOf(now)
  const sameMinute = { _id: staff._id, 'codeFailures.minute': minute }
  if (await changeIf('staff', sameMinute, { codeFailures: { count: command.inc(1) } })) return
  const other = { _id: staff._id, 'codeFailures.minute': command.neq(minute) }
  const first = await changeIf('staff', other, { codeFailures: command.set({ minute, count: 1 }) })
  if (!first) await changeIf('staff', sameMinute, { codeFailures: { count: command.inc(1) } })
}

/** What an appointment decides on. */
export type GivenRoles = Omit<StaffDocument, 'codeFailures' | 'actedOnOwner'>

/** Writes a person's roles in the transaction that decided on them. */
export async function saveRoles(
  tx: Transaction,
  member: Pick<Member, '_id'>,
  roles: GivenRoles,
): Promise<void> {
  const known: Stored<StaffDocument> | null = await tx.get<StaffDocument>('staff', member._id)
  const codeFailures = known?.codeFailures ?? { minute: 0, count: 0 }
  await tx.put('staff', { _id: member._id, ...roles, codeFailures })
}

/**
 * Makes her look after communities besides what she is, and answers her name on duty. Refuses
 * OWNER_REQUIRED: what an owner of the shop is, owners alone change.
 */
export async function makeCommunityOwner(
  tx: Transaction,
  member: Pick<Member, '_id' | 'nickname'>,
  by: Pick<StaffDocument, 'owner'>,
): Promise<Outcome<string>> {
  const known = await tx.get<StaffDocument>('staff', member._id)
  if (known?.communityOwner) return accept(known.displayName)
  if (known?.owner && !by.owner) return refuse('OWNER_REQUIRED')
  const displayName = known?.displayName ?? maskName(member.nickname)
  const roles = { displayName, stores: {}, communityOwner: true, owner: false }
  const codeFailures = { minute: 0, count: 0 }
  if (known) await tx.update('staff', member._id, { communityOwner: true })
  else await tx.insert('staff', { _id: member._id, ...roles, codeFailures })
  return accept(displayName)
}

function minuteOf(now: number): number {
  return Math.floor(now / MINUTE_MS)
}
