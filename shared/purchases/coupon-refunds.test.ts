import fc from 'fast-check'
import { anyBillWithCoupons } from '../../dev/harness/any-coupons'
import { inTime } from '../../dev/harness/coupon-bills'
import { emptyAccount } from '../points/points-account'
import { newShop } from '../rules/shop'
import { bestCoupons } from './best-coupons'
import type { Bill } from './bill'
import type { BillCoupon } from './coupon-steps'
import { pointsRoomFor } from './points-payment'
import { billFor } from './purchase'
import { type RefundablePurchase, refundFor } from './refund'
import { linesLeftOf, type RefundWish } from './refund-lines'
import type { RefundRecord } from './refund-record'

const rule = {
  ruleId: 'pay-with-points',
  ...{ version: 1, pointsPerYuan: 100, minSharePercent: 0, maxSharePercent: 60, minPoints: 100 },
} as const
const lot = (points: number) => ({ expiresOn: '2027-03-31', points })
const account = { ...emptyAccount, balancePoints: 2_000, lots: [lot(2_000)] }

/** A bill with the proposed coupons, every thing that fits, and as many points as may pay. */
function billed({ wish, some }: Story): { bill: Bill; used: readonly BillCoupon[] } {
  const { best, fitting } = bestCoupons(wish, some, inTime)
  const thing = fitting.find(({ terms }) => terms.kind === 'exchange')
  const withThing = thing ? [...best, thing] : best
  const world = { todayOn: inTime.todayOn, earned: null }
  const priceOf = (coupons: readonly BillCoupon[], points = 0) =>
    billFor(
      {
        ...{ ...wish, ...world, coupons: { some: coupons, use: inTime } },
        paying: points > 0 ? { points, account, rule } : null,
      },
      newShop.earnRule,
    )
  // The thing may stand in a group of its own with one of the others.
  const used = priceOf(withThing).ok ? withThing : best
  const plain = priceOf(used)
  if (!plain.ok) throw new Error(plain.code)
  const { billFen, couponOffFen } = plain.value
  const points = pointsRoomFor(billFen - couponOffFen, account, rule).maxPoints
  const bill = priceOf(used, points)
  if (!bill.ok) throw new Error(bill.code)
  const { points: paid } = bill.value
  const spent = paid && { ...paid, lots: [lot(paid.points)] }
  return { bill: { ...bill.value, points: spent }, used }
}

const story = fc.record({
  drawn: anyBillWithCoupons,
  /** Which line comes next, and how much of it in hundredths. */
  cuts: fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 100 })), { maxLength: 4 }),
})
type Story = typeof anyBillWithCoupons extends fc.Arbitrary<infer T> ? T : never

const seen = { coupons: 0, several: 0, points: 0, parts: 0, things: 0, freight: 0 }

describe('bills with coupons of all kinds and points', () => {
  it('pay at least a fen, step by step, and a full refund alone gives every coupon back', () => {
    fc.assert(
      fc.property(story, ({ drawn, cuts }) => holds(drawn, cuts)),
      { numRuns: 2_000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  })
})

function holds(drawn: Story, cuts: readonly (readonly [number, number])[]): void {
  const { bill, used } = billed(drawn)
  expect(bill.paidFen).toBeGreaterThanOrEqual(1)
  expect(bill.steps.reduce((sum, { changeFen }) => sum + changeFen, 0)).toBe(bill.paidFen)
  const goodsFen = bill.lines.reduce((sum, { paidFen }) => sum + paidFen, 0)
  expect(goodsFen + bill.freightFen).toBe(bill.paidFen)
  note(bill, used, cuts)
  let purchase: RefundablePurchase = {
    ...{ entryKey: 'purchase:1', earnedExpiresOn: '2027-03-31', earnRule: newShop.earnRule },
    ...{ businessOn: inTime.todayOn, refunds: [], bill },
  }
  let moneyFen = 0
  const refund = (wish: RefundWish): void => {
    const world = { account, todayOn: inTime.todayOn, graceDays: 7, gifts: [] }
    const effect = refundFor(purchase, wish, { ...world, coupons: usedOf(used) })
    if (!effect.ok) throw new Error(effect.code)
    moneyFen += effect.value.moneyFen
    const isLast = linesLeftAfter(purchase, wish) === 0
    const returned = effect.value.returnedCoupons.map(({ couponId }) => couponId)
    expect(returned).toEqual(isLast ? used.map(({ couponId }) => couponId) : [])
    purchase = { ...purchase, refunds: [...purchase.refunds, recordOf(effect.value)] }
  }
  for (const [which, hundredths] of cuts) {
    const left = linesLeftOf(purchase)[which % bill.lines.length]
    const amountFen = Math.floor(((left?.leftFen ?? 0) * hundredths) / 100)
    const rest = linesLeftOf(purchase).reduce((sum, { leftFen }) => sum + leftFen, 0)
    // The last part is the whole that is left.
    if (left && amountFen > 0 && amountFen < rest) {
      refund({ lines: [{ lineNo: left.lineNo, amountFen }], freightFen: 0 })
    }
  }
  refund({ lines: null, freightFen: 0 })
  expect(moneyFen).toBe(bill.paidFen)
}

function usedOf(used: readonly BillCoupon[]) {
  return used.map(({ couponId, title, terms }) => {
    const { expiresOn } = terms
    const used = { state: 'used', expiresOn, returnedAt: null, isVoid: false } as const
    return { couponId, title, ...used }
  })
}

function linesLeftAfter(purchase: RefundablePurchase, { lines }: RefundWish): number {
  if (!lines) return 0
  const left = linesLeftOf(purchase).reduce((sum, { leftFen }) => sum + leftFen, 0)
  return lines.reduce((sum, { amountFen }) => sum - amountFen, left)
}

type Effect = Extract<ReturnType<typeof refundFor>, { ok: true }>['value']

function recordOf(effect: Effect): RefundRecord {
  const { steps: _steps, account: _account, voidedGiftIds: _gifts, ...figures } = effect
  const by = { requestKey: 'r', at: 0, staffId: 's', staffName: '小东', storeId: 'wutong' }
  return { ...by, ...figures, isShopFault: false, voidedCount: 0, undoneWith: [] }
}

function note(bill: Bill, used: readonly BillCoupon[], cuts: readonly unknown[]): void {
  if (used.length > 0) seen.coupons += 1
  if (used.length > 1) seen.several += 1
  if (bill.points) seen.points += 1
  if (cuts.length > 0) seen.parts += 1
  if (used.some(({ terms }) => terms.kind === 'exchange')) seen.things += 1
  if (used.some(({ terms }) => terms.kind === 'freight')) seen.freight += 1
}
