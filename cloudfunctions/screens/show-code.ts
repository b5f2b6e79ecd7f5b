import type { MemberCodes, members } from '../../shared/contract/members'
import { accountOn } from '../../shared/points/due'
import type { RecentSettle } from '../../shared/purchases/purchase'
import { accept } from '../../shared/refusal'
import { countUsable } from '../coupons/repository'
import { readAccount } from '../points/repository'
import { openProposalOf } from '../purchases/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import { codesFrom } from '../runtime/member-codes'
import { storeNameOf } from '../runtime/roles'

const SHOWN_AS_NEW_MS = 10 * 60_000

/** The codes of this minute and the next five, and what the till did with the last one. */
export const showCode: UseCase<typeof members.code> = async (_input, context) => {
  const { member, now, todayOn } = context
  const account = await readAccount(member._id)
  const usableCouponCount = await countUsable(member._id, todayOn)
  const proposal = context.shop.payWithPoints && (await openProposalOf(member._id, now))
  const codes = codesFrom(member.memberNumber, now)
  return accept({
    serverNow: now,
    memberCode: codes[0]?.memberCode ?? '',
    codes,
    nickname: member.nickname,
    avatar: member.avatar,
    balancePoints: accountOn(account, todayOn).balancePoints,
    usableCouponCount,
    proposal,
    lastSettled: lastSettledOf(account.recentSettles.at(-1), context),
  })
}

function lastSettledOf(
  settle: RecentSettle | undefined,
  context: MemberContext,
): MemberCodes['lastSettled'] {
  if (!settle || context.now - settle.at >= SHOWN_AS_NEW_MS) return null
  const { purchaseId, paidFen, earnedPoints, at, storeId } = settle
  const storeName = storeNameOf(context.shop, storeId) ?? ''
  return { purchaseId, storeName, paidFen, earnedPoints, at }
}
