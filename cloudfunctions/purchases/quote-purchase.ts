import type { purchases } from '../../shared/contract/purchases'
import { accountOn } from '../../shared/points/due'
import { burn } from '../../shared/points/ledger'
import { earnOrHold, releasesOnOf } from '../../shared/points/pending'
import { pointsRoomFor } from '../../shared/purchases/points-payment'
import { billFor } from '../../shared/purchases/purchase'
import { accept, refuse } from '../../shared/refusal'
import { earnedExpiryOf, releasedOn } from '../../shared/rules/earning'
import { fittingCoupons, usableCouponsOf, walletCouponOf } from '../coupons/repository'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { readShown } from '../runtime/shown-code'
import { recogniseMember } from './recognise-member'
import { billLinesOf } from './repository'

/** The figures of a settle before it happens, by the same rules; nothing is written. */
export const quotePurchase: UseCase<typeof purchases.quote> = async (input, context) => {
  const { shop, staff, todayOn } = context
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(staff, shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const { storeId } = store.value
  const member = await recogniseMember(shown.value, storeId, context)
  if (!member.ok) return member
  const held = await usableCouponsOf(member.value.memberId, todayOn)
  const coupon = held.find(({ _id }) => _id === input.couponId) ?? null
  if (input.couponId !== undefined && !coupon) return refuse('COUPON_NOT_FOUND')
  const account = await readAccount(member.value.memberId)
  const live = accountOn(account, todayOn)
  const { paidPoints: points = 0 } = input
  const rule = shop.payWithPoints
  const paying = points > 0 ? { points, account: live, rule } : null
  const wish = { ...billLinesOf(input), storeId, todayOn, coupon, earned: account.earned, paying }
  const bill = billFor(wish, shop.earnRule)
  if (!bill.ok) return bill
  const spent = points > 0 ? burn(live, points) : null
  if (spent && !spent.ok) return spent
  const step = earnOrHold(spent?.value.account ?? live, {
    entryKey: '',
    points: bill.value.earnPoints,
    releasesOn: releasedOn(todayOn, shop.earnRule),
    expiresOn: earnedExpiryOf(todayOn, shop.earnRule),
    storeId,
    receiptNo: null,
  })
  const { billFen, excludedFen, couponOffFen, freightFen, pointsOffFen } = bill.value
  const { payableFen, earnPoints, cap } = bill.value
  const goodsFen = billFen - couponOffFen
  return accept({
    maskedName: member.value.maskedName,
    storeId,
    ...{ billFen, excludedFen, couponOffFen, freightFen, pointsOffFen },
    ...{ payableFen, earnPoints, cap },
    pointsRoom: rule && {
      ...pointsRoomFor(goodsFen, live, rule),
      pointsPerYuan: rule.pointsPerYuan,
    },
    releasesOn: releasesOnOf(step, ''),
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
    usableCoupons: fittingCoupons(held, { billFen, storeId, todayOn }).map((fitting) =>
      walletCouponOf(fitting, todayOn),
    ),
  })
}
