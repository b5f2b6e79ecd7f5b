import type { communities } from '../../shared/contract/communities'
import { accept, refuse } from '../../shared/refusal'
import { claimedIn } from '../coupons/repository'
import { keptFenOf } from '../purchases/repository'
import type { UseCase } from '../runtime/context'
import { aggregate, command } from '../runtime/database'
import { storeNameOf } from '../runtime/roles'
import { readCommunity } from './repository'
import { admitDesk } from './rights'

/**
 * What came of a community since it was made, for its owner and the managers of its store, counted
 * in coupons and purchases themselves. A purchase is one sale, however many coupons it used: what
 * was paid and not refunded. Refuses COMMUNITY_NOT_FOUND and STORE_FOREIGN.
 */
export const showBoard: UseCase<typeof communities.board> = async ({ communityId }, context) => {
  const community = await readCommunity(communityId)
  if (!community) return refuse('COMMUNITY_NOT_FOUND')
  const admitted = admitDesk(community, context)
  if (!admitted.ok) return admitted
  const [opens, { claims, redemptions, purchaseIds }] = await Promise.all([
    opensOf(communityId),
    claimedIn(communityId),
  ])
  const salesFen = await keptFenOf(purchaseIds)
  const { name, storeId } = community
  const storeName = storeNameOf(context.shop, storeId) ?? ''
  const figures = { opens, claims, redemptions, salesFen }
  return accept({ serverNow: context.now, communityId, name, storeName, ...figures })
}

async function opensOf(communityId: string): Promise<number> {
  const [sum] = await aggregate<{ opens: number }>('community_visits', [
    ['match', { communityId }],
    ['group', { _id: null, opens: command.aggregate.sum('$openDays') }],
  ])
  return sum?.opens ?? 0
}
