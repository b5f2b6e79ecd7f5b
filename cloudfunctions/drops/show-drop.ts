import type { DropShown, drops } from '../../shared/contract/drops'
import { admitClaim, openingEarlier, stateAt } from '../../shared/drops/drop'
import { accept, type Outcome, type Refusal, refusalSentences, refuse } from '../../shared/refusal'
import { communityOfGroup } from '../communities/repository'
import type { UseCase } from '../runtime/context'
import { claimedBy, claimOf } from './claim-drop'
import { levelFor } from './level-for'
import { readReminder } from './reminder-document'
import { dropCouponOf, figuresOf, nextDropAt, readPublicDrop } from './repository'

/**
 * The drop as it stands for whoever looks: with the stock of her community when she came by its
 * card, of all together without one, and why she may not claim. Nothing is written.
 * Refuses DROP_NOT_FOUND.
 */
export const showDrop: UseCase<typeof drops.show> = async ({ dropId }, context) => {
  const drop = await readPublicDrop(dropId)
  if (!drop) return refuse('DROP_NOT_FOUND')
  const { groupKey, member, now } = context
  const isComing = stateAt(drop, now) === 'scheduled'
  const [level, community, figures, own, reminder] = await Promise.all([
    levelFor(drop, context),
    groupKey === null ? null : communityOfGroup(groupKey),
    figuresOf([drop.batchId]),
    member ? claimedBy(dropId, { ...context, member }) : null,
    member && isComing ? readReminder(dropId, member._id) : null,
  ])
  const invited = drop.quotas.find(({ communityId }) => communityId === community?._id)
  const quotas = invited ? [invited] : drop.quotas
  const claimsIn = (communityId: string) =>
    figures.find((each) => each.communityId === communityId)?.claims ?? 0
  const quota = quotas.reduce((sum, each) => sum + each.quota, 0)
  const leftCount = quotas.reduce((sum, { communityId, quota: own }) => {
    return sum + Math.max(0, own - claimsIn(communityId))
  }, 0)
  const forHer = openingEarlier(drop, level.leadMinutes)
  const timed = stateAt(forHer, now)
  const state = timed === 'open' && leftCount === 0 ? 'soldOut' : timed
  const next = invited ? await nextDropAt(invited.communityId, now) : null
  const admitted = own
    ? refuse('DROP_CLAIMED', claimOf(own))
    : admitClaim(drop, { member, groupKey, community, ...level }, now)
  const soldOut = refuse('DROP_SOLD_OUT', { nextDropAt: next })
  return accept({
    ...{ serverNow: now, dropId, title: drop.title, terms: drop.terms, state },
    ...{ opensAt: forHer.opensAt, closesAt: drop.closesAt, quota, leftCount, nextDropAt: next },
    coupon: dropCouponOf(drop, context.shop),
    who: drop.who,
    communityId: invited?.communityId ?? null,
    communityName: invited ? (community?.name ?? null) : null,
    isReminded: reminder !== null,
    claimed: own && claimOf(own),
    blockedBy: blockedBy(admitted.ok && state === 'soldOut' ? soldOut : admitted),
  })
}

function blockedBy(admitted: Outcome<unknown> | Refusal): DropShown['blockedBy'] {
  if (admitted.ok) return null
  const { code, detail = {} } = admitted
  return { code, message: refusalSentences[code], detail }
}
