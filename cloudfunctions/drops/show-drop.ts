import type { DropShown, drops } from '../../shared/contract/drops'
import { admitClaimant, admitTime, stateAt } from '../../shared/drops/drop'
import { accept, type Outcome, type Refusal, refusalSentences, refuse } from '../../shared/refusal'
import { type Community, communityOfGroup } from '../communities/repository'
import { couponByClaimKey } from '../coupons/repository'
import type { EnteredContext, UseCase, VisitorContext } from '../runtime/context'
import { claimKeyOf, claimOf } from './claim-drop'
import { type Drop, dropCouponOf, figuresOf, nextDropAt, readPublicDrop } from './repository'

type Context = VisitorContext & EnteredContext

/**
 * The drop as it stands for whoever looks: with the stock of her community when she came by its
 * card, of all together without one, and why she may not claim. Nothing is written.
 * Refuses DROP_NOT_FOUND.
 */
export const showDrop: UseCase<typeof drops.show> = async ({ dropId }, context) => {
  const drop = await readPublicDrop(dropId)
  if (!drop) return refuse('DROP_NOT_FOUND')
  const { groupKey, member, now } = context
  const [community, figures, own] = await Promise.all([
    groupKey === null ? null : communityOfGroup(groupKey),
    figuresOf([drop.batchId]),
    member ? couponByClaimKey(claimKeyOf(dropId, context)) : null,
  ])
  const invited = drop.quotas.find(({ communityId }) => communityId === community?._id)
  const quotas = invited ? [invited] : drop.quotas
  const claimsIn = (communityId: string) =>
    figures.find((each) => each.communityId === communityId)?.claims ?? 0
  const quota = quotas.reduce((sum, each) => sum + each.quota, 0)
  const leftCount = quotas.reduce((sum, { communityId, quota: own }) => {
    return sum + Math.max(0, own - claimsIn(communityId))
  }, 0)
  const timed = stateAt(drop, now)
  const state = timed === 'open' && leftCount === 0 ? 'soldOut' : timed
  const next = invited ? await nextDropAt(invited.communityId, now) : null
  const admitted = own
    ? refuse('DROP_CLAIMED', claimOf(own))
    : admittedAs(drop, { community, context })
  const soldOut = refuse('DROP_SOLD_OUT', { nextDropAt: next })
  return accept({
    ...{ serverNow: now, dropId, title: drop.title, terms: drop.terms, state },
    ...{ opensAt: drop.opensAt, closesAt: drop.closesAt, quota, leftCount, nextDropAt: next },
    coupon: dropCouponOf(drop, context.shop),
    who: drop.who,
    communityId: invited?.communityId ?? null,
    communityName: invited ? (community?.name ?? null) : null,
    claimed: own && claimOf(own),
    blockedBy: blockedBy(admitted.ok && state === 'soldOut' ? soldOut : admitted),
  })
}

/** What `claim` would say now. */
function admittedAs(
  drop: Drop,
  { community, context }: { readonly community: Community | null; readonly context: Context },
): Outcome<null> {
  const { member, groupKey, now } = context
  if (!member) return refuse('MEMBER_REQUIRED')
  if (groupKey === null) return refuse('GROUP_REQUIRED')
  if (!community) return refuse('GROUP_UNKNOWN')
  if (drop.quotas.every(({ communityId }) => communityId !== community._id)) {
    return refuse('GROUP_NOT_INVITED')
  }
  if (community.isPaused) return refuse('COMMUNITY_PAUSED')
  const inTime = admitTime(drop, now)
  return inTime.ok ? admitClaimant(drop.who, { joinedOn: member.joinedOn, tier: null }) : inTime
}

function blockedBy(admitted: Outcome<null> | Refusal): DropShown['blockedBy'] {
  if (admitted.ok) return null
  const { code, detail = {} } = admitted
  return { code, message: refusalSentences[code], detail }
}
