import fc from 'fast-check'
import { pricedLines } from '../../dev/harness/coupon-bills'
import { anyAccount, anyPurchase, refundedBy } from '../../dev/harness/refundable'
import { sumOf } from '../points/lots'
import { emptyAccount, type PointsAccount } from '../points/points-account'
import { fullPointsFor } from '../rules/earning'
import { newShop } from '../rules/shop'
import { countedPaidOf } from './purchase-lines'
import { type RefundablePurchase, type RefundEffect, type RefundWorld, refundFor } from './refund'
import { linesLeftOf, type RefundWish } from './refund-lines'

const march = '2027-03-31'
const june = '2027-06-30'
const lot = (expiresOn: string, points: number) => ({ expiresOn, points })
const apples = { title: '苹果', amountFen: 6_000, isExcluded: false }
const smokes = { title: '香烟', amountFen: 4_000, isExcluded: true }
const bought: RefundablePurchase = {
  entryKey: 'purchase:1',
  bill: {
    lines: pricedLines([apples, smokes], { couponOffFen: 500, pointsOffFen: 0 }),
    freightFen: 0,
    points: null,
    earnedPoints: 57,
  },
  earnedExpiresOn: june,
  earnRule: newShop.earnRule,
  businessOn: '2026-06-10',
  refunds: [],
}
const world: RefundWorld = {
  account: { ...emptyAccount, balancePoints: 77, lots: [lot(march, 20), lot(june, 57)] },
  todayOn: '2026-07-01',
  graceDays: 7,
  coupons: [
    {
      couponId: 'c',
      title: '券',
      state: 'used',
      expiresOn: '2026-06-20',
      returnedAt: null,
      isVoid: false,
    },
  ],
  gifts: [
    { couponId: 'unused', state: 'issued' },
    { couponId: 'used', state: 'used' },
  ],
}
const whole: RefundWish = { lines: null, freightFen: 0 }
const part = (lineNo: number, amountFen: number): RefundWish => ({
  lines: [{ lineNo, amountFen }],
  freightFen: 0,
})

function effectOf(purchase: RefundablePurchase, wish: RefundWish, given = world): RefundEffect {
  const effect = refundFor(purchase, wish, given)
  if (!effect.ok) throw new Error(effect.code)
  return effect.value
}

describe('what a refund does', () => {
  it('whole: takes what was earned from its lot, returns the coupon, voids unused gifts', () => {
    expect(effectOf(bought, whole)).toMatchObject({
      moneyFen: 9_500,
      clawbackPoints: 57,
      takenLots: [lot(june, 57)],
      newDebtPoints: 0,
      returnedCoupons: [{ couponId: 'c', title: '券', expiresOn: '2026-07-08' }],
      voidedGiftIds: ['unused'],
      account: { balancePoints: 20, lots: [lot(march, 20)] },
    })
  })

  it('in part: takes what the amount left would not have earned, and leaves the coupon', () => {
    // 57.00 were paid for the apples; 28.50 are left and earn 28.
    const half = effectOf(bought, part(1, 3_000))
    expect(half).toMatchObject({ moneyFen: 2_850, clawbackPoints: 29, isFull: false })
    expect(half).toMatchObject({ returnedCoupons: [], voidedGiftIds: [] })
    expect(effectOf(bought, part(2, 4_000))).toMatchObject({ moneyFen: 3_800, clawbackPoints: 0 })
  })

  it('what a cap had cut off is not taken back before the cap has room', () => {
    const capped = { ...bought, bill: { ...bought.bill, earnedPoints: 30 } }
    expect(effectOf(capped, part(1, 2_000)).clawbackPoints).toBe(0)
    expect(effectOf(capped, part(1, 3_000)).clawbackPoints).toBe(2)
    expect(effectOf(capped, whole).clawbackPoints).toBe(30)
  })

  it('makes debt of what is spent, and says what had expired in her hands', () => {
    const account = { ...emptyAccount, expiredLots: [lot(june, 30)] }
    expect(effectOf(bought, whole, { ...world, account })).toMatchObject({
      ...{ clawbackPoints: 57, expiredPoints: 30, takenLots: [], newDebtPoints: 27 },
      account: { debtPoints: 27 },
    })
  })

  it('gives points that paid back to their lots; they repay debt first', () => {
    const lines = pricedLines([apples, smokes], { couponOffFen: 0, pointsOffFen: 1_000 })
    const lots = [lot(march, 600), lot('2027-05-31', 400)]
    const points = { points: 1_000, offFen: 1_000, lots }
    const paid = { ...bought, bill: { ...bought.bill, lines, points } }
    const account: PointsAccount = { ...emptyAccount, debtPoints: 100 }
    expect(effectOf(paid, part(1, 3_000), { ...world, account })).toMatchObject({
      ...{ clawbackPoints: 30, newDebtPoints: 30, returnedPoints: 300, debtRepaidPoints: 130 },
      returnedLots: [{ fromOn: march, expiresOn: march, points: 300 }],
      account: { balancePoints: 170, debtPoints: 0 },
    })
    const late = { ...world, todayOn: '2027-04-10', graceDays: 30 }
    expect(effectOf(paid, whole, late).returnedLots).toEqual([
      { fromOn: march, expiresOn: '2027-05-31', points: 600 },
      { fromOn: '2027-05-31', expiresOn: '2027-05-31', points: 400 },
    ])
  })
})

describe('a story of partial refunds', () => {
  it('leaves the same as one whole refund, whatever is in it', () => {
    fc.assert(fc.property(anyStory, partsEqualWhole), { numRuns: 1_000 })
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  })
})

/** How often what is worth testing came up. */
const seen = { parts: 0, debt: 0, returned: 0, expired: 0, pending: 0, excluded: 0, capped: 0 }

const anyStory = fc.record({
  purchase: anyPurchase,
  account: anyAccount,
  todayOn: fc.constantFrom('2026-12-01', '2027-01-05', '2027-03-20', '2027-07-05', '2028-09-01'),
  /** Which line comes next, and how much of it in hundredths. */
  cuts: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 90 })), { maxLength: 8 }),
})
type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never

function partsEqualWhole({ purchase, account, todayOn, cuts }: Story): void {
  const given = { ...world, todayOn, account: aliveOn(account, todayOn) }
  const atOnce = effectOf(purchase, whole, given)
  let now = purchase
  let at = given
  const effects: RefundEffect[] = []
  const refund = (wish: RefundWish) => {
    const effect = effectOf(now, wish, at)
    effects.push(effect)
    now = refundedBy(now, effect, effects.length)
    at = { ...at, account: effect.account }
  }
  for (const [which, hundredths] of cuts) {
    const left = linesLeftOf(now)[which % now.bill.lines.length]
    const amountFen = Math.floor(((left?.leftFen ?? 0) * hundredths) / 100)
    if (left && amountFen > 0) refund(part(left.lineNo, amountFen))
  }
  refund(whole)
  const total = (of: (effect: RefundEffect) => number) => effects.reduce((sum, e) => sum + of(e), 0)
  expect(at.account).toEqual(atOnce.account)
  expect(total(({ moneyFen }) => moneyFen)).toBe(atOnce.moneyFen)
  expect(total(({ clawbackPoints }) => clawbackPoints)).toBe(purchase.bill.earnedPoints)
  expect(total(({ returnedPoints }) => returnedPoints)).toBe(purchase.bill.points?.points ?? 0)
  expect(total(({ expiredPoints }) => expiredPoints)).toBe(atOnce.expiredPoints)
  expect(effects.map(({ returnedCoupons }) => returnedCoupons.length > 0)).toEqual(
    effects.map((_effect, position) => position === effects.length - 1),
  )
  if (effects.length > 1) seen.parts += 1
  if (atOnce.newDebtPoints > 0) seen.debt += 1
  if (atOnce.returnedPoints > 0) seen.returned += 1
  if (atOnce.expiredPoints > 0) seen.expired += 1
  if (atOnce.pendingPoints > 0) seen.pending += 1
  if (purchase.bill.lines.some(({ isExcluded }) => isExcluded)) seen.excluded += 1
  const { bill, businessOn, earnRule } = purchase
  const fullPoints = fullPointsFor(countedPaidOf(bill.lines), businessOn, earnRule)
  if (purchase.bill.earnedPoints < fullPoints) seen.capped += 1
}

/** Nothing is held any more whose last day is past. */
function aliveOn(account: PointsAccount, todayOn: string): PointsAccount {
  const lots = account.lots.filter(({ expiresOn }) => expiresOn >= todayOn)
  return { ...account, lots, balancePoints: sumOf(lots) }
}
