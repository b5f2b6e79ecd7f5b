import type { communities } from '../../shared/contract/communities'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { managesStore } from '../runtime/roles'
import { communitiesOf, communitiesOwnedBy, communityCardOf, rulesInForce } from './repository'

/** Her communities with their rules, for the owner's desk. */
export const listMine: UseCase<typeof communities.mine> = async (_input, context) => {
  const owned = await communitiesOwnedBy(context.memberId)
  const rules = await rulesInForce(owned)
  const mine = owned.map((community) => ({
    ...communityCardOf(community, context.shop),
    rulesText: rules.find(({ communityId }) => communityId === community._id)?.text ?? null,
    isRulesHeld: community.rulesHeldId !== null,
  }))
  return accept({ serverNow: context.now, communities: mine })
}

/** A page of the communities of the manager's stores, the newest first. */
export const listCommunities: UseCase<typeof communities.list> = async (input, context) => {
  const { shop, staff, now } = context
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const own = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
  const found = await communitiesOf(
    own.map(({ storeId }) => storeId),
    { beforeAt, limit: PAGE_SIZE_ROWS + 1 },
  )
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.appointedAt)
  const listed = rows.map((community) => ({
    ...communityCardOf(community, shop),
    ownerName: community.ownerName,
    appointedAt: community.appointedAt,
  }))
  return accept({ serverNow: now, communities: listed, nextCursor })
}
