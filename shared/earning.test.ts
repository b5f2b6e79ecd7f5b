import fc from 'fast-check'
import { earnedExpiryOf, pointsFor } from './earning'
import { MAX_BILL_FEN } from './limits'
import { newShop } from './shop'

const rule = newShop.earnRule
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
    expect(pointsFor(paidWhole(billFen), rule)).toBe(expected)
  })

  it('a coupon is not paid: 50 yuan with 5 off earn 45', () => {
    expect(pointsFor({ billFen: 5_000, excludedFen: 0, payableFen: 4_500 }, rule)).toBe(45)
  })

  it('excluded goods earn nothing: 50 yuan with 20 of cigarettes earn 30', () => {
    expect(pointsFor({ billFen: 5_000, excludedFen: 2_000, payableFen: 5_000 }, rule)).toBe(30)
    expect(pointsFor({ billFen: 5_000, excludedFen: 5_000, payableFen: 5_000 }, rule)).toBe(0)
  })

  it('a coupon comes off excluded and other goods in proportion', () => {
    // 10 off 100 leaves 90, of which 60 % count: 54.
    expect(pointsFor({ billFen: 10_000, excludedFen: 4_000, payableFen: 9_000 }, rule)).toBe(54)
    // 5 off 35.80 leaves 30.80; 25.80 of 35.80 count: 22.196…
    expect(pointsFor({ billFen: 3_580, excludedFen: 1_000, payableFen: 3_080 }, rule)).toBe(22)
  })

  it('follows the rate that the shop sets', () => {
    expect(pointsFor(paidWhole(9_999), { ...rule, fenPerPoint: 1_000 })).toBe(9)
    expect(pointsFor(paidWhole(9_999), { ...rule, fenPerPoint: 50 })).toBe(199)
  })

  it('is exact for every bill, checked with numbers that never round', () => {
    fc.assert(
      fc.property(anyBill, fc.integer({ min: 1, max: 1_000 }), (bill, fenPerPoint) => {
        const counted = BigInt(bill.billFen - bill.excludedFen)
        const exact = (BigInt(bill.payableFen) * counted) / BigInt(bill.billFen * fenPerPoint)
        expect(pointsFor(bill, { ...rule, fenPerPoint })).toBe(Number(exact))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never earns more than a point a yuan paid, nor less for paying more', () => {
    fc.assert(
      fc.property(anyBill, (bill) => {
        const points = pointsFor(bill, rule)
        expect(points * rule.fenPerPoint).toBeLessThanOrEqual(bill.payableFen)
        if (bill.payableFen === bill.billFen) return
        const paidMore = { ...bill, payableFen: bill.payableFen + 1 }
        expect(pointsFor(paidMore, rule)).toBeGreaterThanOrEqual(points)
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
