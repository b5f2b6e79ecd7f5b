import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { listPlanning } from '../../shared/contract/list-planning'
import type { ListPlan } from '../../shared/lists/list'
import { soundPlan, type WishedPlan } from '../../shared/lists/list-plan'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { type Community, communitiesOwnedBy, readCommunity } from '../communities/repository'
import { admitDesk } from '../communities/rights'
import type { StaffContext } from '../runtime/context'
import { isCommunityOwner, managesStore } from '../runtime/roles'
import type { ListDocument } from './list-document'

export type Wish = ParsedInputOf<typeof listPlanning.create>

/** Whose a list is, as its document says it. */
export type Organised = Pick<
  ListDocument,
  'ownerId' | 'ownerName' | 'communityId' | 'communityName' | 'storeId'
>

/** A plan that is sound, with stores of the shop. Refuses what `soundPlan` refuses. */
export function admitPlan(
  wish: WishedPlan,
  { shop }: Pick<StaffContext, 'shop'>,
): Outcome<ListPlan> {
  const isOurs = (storeId: string | undefined) =>
    storeId === undefined || shop.stores.some((store) => store.storeId === storeId)
  const foreign = wish.pickupPoints.findIndex(({ storeId }) => !isOurs(storeId))
  if (foreign >= 0) return refuse('STORE_FOREIGN', { field: `pickupPoints.${foreign}.storeId` })
  return soundPlan(wish)
}

/**
 * Whose list it is to be: of the community that is named, of none where that is said, else of the
 * only one that she looks after.
 * Refuses COMMUNITY_NOT_FOUND, STORE_FOREIGN and COMMUNITY_PAUSED.
 */
export async function organiserFor(
  { communityId, pickupPoints }: Pick<Wish, 'communityId' | 'pickupPoints'>,
  context: StaffContext,
): Promise<Outcome<Organised>> {
  const { staff, memberId, shop } = context
  const found = await communityFor(communityId, context)
  if (!found.ok) return found
  const community = found.value
  const points = pickupPoints.flatMap(({ storeId }) => storeId ?? [])
  return accept({
    ...{ ownerId: memberId, ownerName: staff.displayName },
    communityId: community?._id ?? null,
    communityName: community?.name ?? null,
    storeId: community?.storeId ?? ownStore(context, points) ?? firstStore(shop),
  })
}

async function communityFor(
  communityId: Wish['communityId'],
  context: StaffContext,
): Promise<Outcome<Community | null>> {
  if (communityId === undefined) return accept(await onlyCommunity(context))
  return communityId === null ? accept(null) : communityAt(communityId, context)
}

async function communityAt(
  communityId: string,
  context: StaffContext,
): Promise<Outcome<Community>> {
  const field = 'communityId'
  const community = await readCommunity(communityId)
  if (!community) return refuse('COMMUNITY_NOT_FOUND', { field })
  const admitted = admitDesk(community, context)
  if (!admitted.ok) return refuse(admitted.code, { field })
  return community.isPaused ? refuse('COMMUNITY_PAUSED', { field }) : accept(community)
}

/**
 * The community of a draft is still hers to publish in: it may have been paused or handed over
 * since. Refuses COMMUNITY_NOT_FOUND, STORE_FOREIGN and COMMUNITY_PAUSED.
 */
export async function admitCommunityOf(
  { communityId }: Pick<ListDocument, 'communityId'>,
  context: StaffContext,
): Promise<Outcome<null>> {
  if (communityId === null) return accept(null)
  const community = await communityAt(communityId, context)
  return community.ok ? accept(null) : community
}

async function onlyCommunity({ staff, memberId }: StaffContext): Promise<Community | null> {
  if (!isCommunityOwner(staff)) return null
  const own = (await communitiesOwnedBy(memberId)).filter(({ isPaused }) => !isPaused)
  return own.length === 1 ? (own[0] ?? null) : null
}

/** A manager's own store comes before one where her neighbours fetch. */
function ownStore({ staff, shop }: StaffContext, points: readonly string[]): string | undefined {
  const managed = shop.stores.map(({ storeId }) => storeId).filter((id) => managesStore(staff, id))
  return points.find((id) => managed.includes(id)) ?? managed[0] ?? points[0]
}

function firstStore({ stores }: Shop): string {
  return stores[0]?.storeId ?? ''
}
