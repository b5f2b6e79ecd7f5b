import type { MergeSide, merging } from '../../shared/contract/merging'
import { maskName } from '../../shared/masked-name'
import { merge } from '../../shared/merging/merging'
import { accountOn } from '../../shared/points/due'
import { accept } from '../../shared/refusal'
import { type Account, readAccount } from '../points/repository'
import { countHeldBy } from '../runtime/belongings'
import type { UseCase } from '../runtime/context'
import type { Member } from '../runtime/people'
import { findBothSides } from './both-sides'

/** What a merge would move. Refuses what the merge would refuse; nothing is written. */
export const previewMerge: UseCase<typeof merging.preview> = async (input, context) => {
  const { now, todayOn } = context
  const sides = await findBothSides(input, context)
  if (!sides.ok) return sides
  const { from, into } = sides.value
  const accounts = {
    from: accountOn(await readAccount(from._id), todayOn),
    into: accountOn(await readAccount(into._id), todayOn),
  }
  const merged = merge(accounts)
  if (!merged.ok) return merged
  const after = merged.value.into.account
  return accept({
    serverNow: now,
    from: sideOf(from, accounts.from),
    into: sideOf(into, accounts.into),
    afterBalancePoints: after.balancePoints,
    afterDebtPoints: after.debtPoints,
    couponCount: await countHeldBy('coupons', from._id),
    purchaseCount: await countHeldBy('purchases', from._id),
    redemptionCount: await countHeldBy('redemptions', from._id),
  })
}

function sideOf({ nickname, avatar, joinedOn }: Member, account: Account): MergeSide {
  const { balancePoints, debtPoints } = account
  return { maskedName: maskName(nickname), avatar, joinedOn, balancePoints, debtPoints }
}
