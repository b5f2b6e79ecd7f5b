import fc from 'fast-check'
import { pricedLines } from '../../dev/harness/coupon-bills'
import { addDays } from '../business-date'
import { MAX_BILL_FEN } from '../limits'
import { countedPaidOf, linesOf } from '../purchases/purchase-lines'
import {
  bonusPointsFor,
  countEarned,
  cutToCaps,
  type EarnedCount,
  type EarnRule,
  earnedExpiryOf,
  fullPointsFor,
  pointsFor,
  releasedOn,
  ruleForTier,
} from './earning'
import { newShop } from './shop'

const rule = newShop.earnRule
interface SumBill {
  readonly billFen: number
  readonly excludedFen: number
  readonly payableFen: number
}

/** Base points of a bill that was typed as one sum. */
function pointsOf({ billFen, excludedFen, payableFen }: SumBill, by: EarnRule): number {
  const lines = linesOf({ billFen, excludedFen, lines: null })
  if (!lines.ok) throw new Error(lines.code)
  const off = { couponOffFen: billFen - payableFen, pointsOffFen: 0 }
  return pointsFor(countedPaidOf(pricedLines(lines.value, off)), by)
}

const paidWhole = (billFen: number) => ({ billFen, excludedFen: 0, payableFen: billFen })

/** A bill as the till may send it: excluded goods and a coupon within the bill. */
const anyBill = fc.integer({ min: 1, max: MAX_BILL_FEN }).chain((billFen) =>
  fc.record({
    billFen: fc.constant(billFen),
    excludedFen: fc.integer({ min: 0, max: billFen }),
    payableFen: fc.integer({ min: 1, max: billFen }),
  }),
)

describe('points for what was paid', () => {
  it.each([
    [9_999, 99, '99.99 yuan earn 99'],
    [10_000, 100, '100 yuan earn 100'],
    [100, 1, 'one yuan earns one'],
    [99, 0, 'less than a yuan earns nothing'],
    [1, 0, 'a fen earns nothing'],
    [MAX_BILL_FEN, 100_000, 'the greatest bill'],
  ])('%i fen earn %i points: %s', (billFen, expected) => {
    expect(pointsOf(paidWhole(billFen), rule)).toBe(expected)
  })

  it('a coupon is not paid: 50 yuan with 5 off earn 45', () => {
    expect(pointsOf({ billFen: 5_000, excludedFen: 0, payableFen: 4_500 }, rule)).toBe(45)
  })

  it('excluded goods earn nothing: 50 yuan with 20 of cigarettes earn 30', () => {
    expect(pointsOf({ billFen: 5_000, excludedFen: 2_000, payableFen: 5_000 }, rule)).toBe(30)
    expect(pointsOf({ billFen: 5_000, excludedFen: 5_000, payableFen: 5_000 }, rule)).toBe(0)
  })

  it('a coupon comes off excluded and other goods in proportion', () => {
    // 10 off 100 leaves 90, of which 60 % count: 54.
    expect(pointsOf({ billFen: 10_000, excludedFen: 4_000, payableFen: 9_000 }, rule)).toBe(54)
    // 5 off 35.80 leaves 30.80; 25.80 of 35.80 count: 22.196…
    expect(pointsOf({ billFen: 3_580, excludedFen: 1_000, payableFen: 3_080 }, rule)).toBe(22)
  })

  it('follows the rate that the shop sets', () => {
    expect(pointsOf(paidWhole(9_999), { ...rule, fenPerPoint: 1_000 })).toBe(9)
    expect(pointsOf(paidWhole(9_999), { ...rule, fenPerPoint: 50 })).toBe(199)
  })

  it('is exact for every bill, checked with numbers that never round', () => {
    fc.assert(
      fc.property(anyBill, fc.integer({ min: 1, max: 1_000 }), (bill, fenPerPoint) => {
        const counted = BigInt(bill.billFen - bill.excludedFen)
        const exact = (BigInt(bill.payableFen) * counted) / BigInt(bill.billFen * fenPerPoint)
        expect(pointsOf(bill, { ...rule, fenPerPoint })).toBe(Number(exact))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never earns more than a point a yuan paid, nor less for paying more', () => {
    fc.assert(
      fc.property(anyBill, (bill) => {
        const points = pointsOf(bill, rule)
        expect(points * rule.fenPerPoint).toBeLessThanOrEqual(bill.payableFen)
        if (bill.payableFen === bill.billFen) return
        const paidMore = { ...bill, payableFen: bill.payableFen + 1 }
        expect(pointsOf(paidMore, rule)).toBeGreaterThanOrEqual(points)
      }),
    )
  })
})

describe('the lot of a purchase', () => {
  it('lives to the end of the month a year after the purchase', () => {
    expect(earnedExpiryOf('2026-03-10', rule)).toBe('2027-03-31')
    expect(earnedExpiryOf('2026-03-10', { ...rule, validityMonths: 24 })).toBe('2028-03-31')
  })
})

describe('the pending time of a rule', () => {
  it('is none at the till, and moves the expiry when there is one', () => {
    expect(releasedOn('2026-03-28', rule)).toBeNull()
    const delivered = { ...rule, pendingDays: 7 }
    expect(releasedOn('2026-03-28', delivered)).toBe('2026-04-04')
    expect(earnedExpiryOf('2026-03-28', delivered)).toBe('2027-04-30')
  })
})

describe('a member day', () => {
  const doubled = { ...rule, memberDay: { days: [8, 18, 28], percent: 200 } }

  it('multiplies whole base points, on its days alone', () => {
    expect(bonusPointsFor(58, '2026-03-18', doubled)).toBe(58)
    expect(bonusPointsFor(58, '2026-03-19', doubled)).toBe(0)
    expect(bonusPointsFor(58, '2026-03-18', rule)).toBe(0)
    expect(fullPointsFor(5_899, '2026-03-18', doubled)).toBe(116)
    expect(fullPointsFor(5_899, '2026-03-19', doubled)).toBe(58)
  })

  it('rounds the bonus down', () => {
    const half = { ...rule, memberDay: { days: [18], percent: 150 } }
    expect(bonusPointsFor(5, '2026-03-18', half)).toBe(2)
  })
})

describe('the caps of a rule', () => {
  const capped = { ...rule, dayCapPoints: 100, monthCapPoints: 250 }
  const earned: EarnedCount = { on: '2026-03-10', dayPoints: 70, monthPoints: 200 }

  it.each([
    ['2026-03-10', 30, { points: 30, cap: null }],
    ['2026-03-10', 31, { points: 30, cap: 'day' }],
    ['2026-03-11', 50, { points: 50, cap: null }],
    ['2026-03-11', 51, { points: 50, cap: 'month' }],
    ['2026-04-01', 101, { points: 100, cap: 'day' }],
  ])('on %s leave of %i points: %j', (on, wished, left) => {
    expect(cutToCaps(wished, capped, { earned, on })).toEqual(left)
  })

  it('leave 0 points once they are reached, and nothing alone without a cap', () => {
    const full = { on: '2026-03-10', dayPoints: 100, monthPoints: 100 }
    expect(cutToCaps(5, capped, { earned: full, on: full.on })).toEqual({ points: 0, cap: 'day' })
    expect(cutToCaps(9_999, rule, { earned: full, on: full.on })).toEqual({
      points: 9_999,
      cap: null,
    })
  })

  it('count day and month, and give back what a refund took', () => {
    const first = countEarned(null, 40, '2026-03-10')
    expect(first).toEqual({ on: '2026-03-10', dayPoints: 40, monthPoints: 40 })
    const second = countEarned(first, 10, '2026-03-11')
    expect(second).toMatchObject({ on: '2026-03-11', dayPoints: 10, monthPoints: 50 })
    expect(countEarned(second, -10, '2026-03-11')).toMatchObject({
      on: '2026-03-11',
      dayPoints: 0,
      monthPoints: 40,
    })
    expect(countEarned(second, -40, '2026-03-10')).toMatchObject({
      on: '2026-03-11',
      dayPoints: 10,
      monthPoints: 10,
    })
    const { dayPoints, monthPoints } = countEarned(second, -40, '2026-01-27')
    expect([dayPoints, monthPoints]).toEqual([10, 50])
    expect(countEarned(second, 5, '2026-04-01')).toMatchObject({
      on: '2026-04-01',
      dayPoints: 5,
      monthPoints: 5,
    })
  })

  it('count a receipt that is brought later on its own date and in its own month', () => {
    const capped = { ...rule, dayCapPoints: 100, monthCapPoints: 250 }
    const march = countEarned(countEarned(null, 90, '2026-03-30'), 200, '2026-03-31')
    const april = countEarned(march, 50, '2026-04-02')
    const late = { earned: april, on: '2026-03-30' }
    expect(cutToCaps(30, { ...capped, monthCapPoints: null }, late)).toEqual({
      points: 10,
      cap: 'day',
    })
    expect(cutToCaps(30, { ...capped, monthCapPoints: 290 }, late)).toEqual({
      points: 0,
      cap: 'month',
    })
    const booked = countEarned(april, 10, '2026-03-30')
    expect(booked).toMatchObject({ on: '2026-04-02', dayPoints: 50, monthPoints: 50 })
    expect(cutToCaps(30, capped, { earned: booked, on: '2026-03-30' }).points).toBe(0)
    expect(cutToCaps(30, { ...capped, monthCapPoints: null }, { ...late, earned: booked })).toEqual(
      { points: 0, cap: 'day' },
    )
  })

  it('count any date of the last month as one list of all purchases does', () => {
    const days = fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.nat(90)), { maxLength: 40 })
    fc.assert(
      fc.property(days, (steps) => {
        let today = '2026-02-20'
        let earned: EarnedCount | null = null
        const all: { on: string; points: number }[] = []
        for (const [passed, back, points] of steps) {
          today = addDays(today, passed)
          const on = addDays(today, -back)
          earned = countEarned(earned, points, on)
          all.push({ on, points })
          const sum = (of: string) =>
            all.filter((each) => each.on.startsWith(of)).reduce((so, each) => so + each.points, 0)
          const capped = { ...rule, dayCapPoints: sum(on) + 5, monthCapPoints: null }
          expect(cutToCaps(6, capped, { earned, on })).toEqual({ points: 5, cap: 'day' })
          const monthly = { ...rule, monthCapPoints: sum(on.slice(0, 7)) + 5 }
          expect(cutToCaps(6, monthly, { earned, on })).toEqual({ points: 5, cap: 'month' })
        }
      }),
    )
  })
})

describe('a tier', () => {
  const generous = { ...rule, tierPercents: { silver: 110, gold: 125, diamond: 150 } }

  it('adds to whole base points, beside a member day, once she has one', () => {
    const gold = ruleForTier(generous, 'gold')
    expect(fullPointsFor(5_899, '2026-03-18', generous)).toBe(58)
    expect(fullPointsFor(5_899, '2026-03-18', gold)).toBe(58 + 14)
    const doubled = { ...gold, memberDay: { days: [18], percent: 200 } }
    expect(fullPointsFor(5_899, '2026-03-18', doubled)).toBe(58 + 58 + 14)
    expect(ruleForTier(generous, null)).toBe(generous)
  })
})
