import fc from 'fast-check'
import { type Lot, putInto, sumOf } from '../../shared/points/lots'
import { emptyAccount, type PointsAccount } from '../../shared/points/points-account'
import {
  amountOf,
  countedPaidOf,
  type LineWish,
  priceLines,
  shareOff,
} from '../../shared/purchases/purchase-lines'
import type { RefundablePurchase, RefundEffect } from '../../shared/purchases/refund'
import type { RefundRecord } from '../../shared/purchases/refund-record'
import { fullPointsFor } from '../../shared/rules/earning'
import { newShop } from '../../shared/rules/shop'

/** Ends of months around the days of the stories; a purchase's own lot is the last. */
const MONTH_ENDS = ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-06-30']
const OWN_LOT = '2027-06-30'
const BOUGHT_ON = '2026-06-10'
const ENTRY = 'purchase:1'

const lots = (most: number): fc.Arbitrary<readonly Lot[]> =>
  fc
    .array(fc.record({ expiresOn: fc.constantFrom(...MONTH_ENDS), points: fc.nat(most) }), {
      maxLength: 4,
    })
    .map((drawn) => drawn.reduce<readonly Lot[]>(putInto, []))

const line: fc.Arbitrary<LineWish> = fc.record({
  title: fc.constantFrom('苹果', '牛奶', '香烟'),
  /** Some are gifts. */
  amountFen: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  ),
  isExcluded: fc.boolean(),
})

/** A purchase with some of everything: lines, gifts, coupon, points that paid, 抹零, a cap. */
export const anyPurchase: fc.Arbitrary<RefundablePurchase> = fc
  .record({
    wishes: fc.array(line, { minLength: 1, maxLength: 4 }),
    offShare: fc.nat(40),
    paidLots: lots(300).map((drawn) => drawn.filter(({ expiresOn }) => expiresOn !== OWN_LOT)),
    capPoints: fc.option(fc.nat(60)),
    isMemberDay: fc.boolean(),
    freightFen: fc.constantFrom(0, 0, 600),
    roundOffFen: fc.constantFrom(0, 7, 87),
  })
  .filter(({ wishes }) => amountOf(wishes) > 0)
  .map(({ wishes, offShare, paidLots, capPoints, isMemberDay, freightFen, roundOffFen }) => {
    const billFen = amountOf(wishes)
    const couponOffFen = Math.floor((billFen * offShare) / 100)
    const pointsOffFen = Math.min(sumOf(paidLots), billFen - couponOffFen - 1)
    const off = { couponOffFen, pointsOffFen: Math.max(pointsOffFen, 0) }
    const couponOff = shareOff(couponOffFen, wishes)
    const leftFen = billFen - couponOffFen - off.pointsOffFen
    const lines = priceLines(wishes, {
      ...{ couponOff, pointsOffFen: off.pointsOffFen },
      roundOffFen: Math.min(roundOffFen, leftFen - 1),
    })
    const memberDay = isMemberDay ? { days: [10], percent: 150 } : null
    const earnRule = { ...newShop.earnRule, memberDay }
    const fullPoints = fullPointsFor(countedPaidOf(lines), BOUGHT_ON, earnRule)
    const paid = { points: sumOf(paidLots), offFen: off.pointsOffFen, lots: paidLots }
    return {
      entryKey: ENTRY,
      bill: {
        lines,
        freightFen,
        points: paid.offFen > 0 ? paid : null,
        earnedPoints: Math.min(fullPoints, capPoints ?? fullPoints),
      },
      earnedExpiresOn: OWN_LOT,
      earnRule,
      businessOn: BOUGHT_ON,
      refunds: [],
    }
  })

/** Her account as it may be when goods come back: some spent, some expired, some not come yet. */
export const anyAccount: fc.Arbitrary<PointsAccount> = fc
  .record({ held: lots(80), debtPoints: fc.nat(50), expiredLots: lots(60), pending: fc.nat(40) })
  .map(({ held, debtPoints, expiredLots, pending }) => {
    const isOwing = debtPoints > 30
    const own = { entryKey: ENTRY, points: pending, releasesOn: '2027-06-01' }
    const waits = { ...own, expiresOn: OWN_LOT, storeId: null, receiptNo: null }
    return {
      ...emptyAccount,
      lots: isOwing ? [] : held,
      balancePoints: isOwing ? 0 : sumOf(held),
      debtPoints: isOwing ? debtPoints : 0,
      expiredLots,
      pending: pending > 20 ? [waits] : [],
      pendingPoints: pending > 20 ? pending : 0,
    }
  })

/** The purchase after a refund, as it is stored. */
export function refundedBy(
  purchase: RefundablePurchase,
  effect: RefundEffect,
  at: number,
): RefundablePurchase {
  const { steps: _steps, account: _account, voidedGiftIds, ...told } = effect
  const who = { requestKey: `refund-${at}`, at, staffId: 's', staffName: '小东', storeId: 'east' }
  const record: RefundRecord = {
    ...told,
    ...who,
    isShopFault: false,
    voidedCount: voidedGiftIds.length,
    undoneWith: [],
  }
  return { ...purchase, refunds: [...purchase.refunds, record] }
}
