import fc from 'fast-check'
import { pricedLines } from '../../dev/harness/coupon-bills'
import { MAX_BILL_FEN } from '../limits'
import { accept, refuse } from '../refusal'
import { amountOf, countedPaidOf, excludedAmountOf, type LineWish, linesOf } from './purchase-lines'

const apples: LineWish = { title: '苹果', amountFen: 6_000, isExcluded: false }
const smokes: LineWish = { title: '香烟', amountFen: 4_000, isExcluded: true }
const billFen = 10_000

describe('the lines of a bill', () => {
  it('are one for a sum, and one more for what of it earns nothing', () => {
    const counted = { title: '商品', amountFen: 6_000, isExcluded: false }
    const excluded = { title: '不积分商品', amountFen: 4_000, isExcluded: true }
    const lines = null
    expect(linesOf({ billFen, excludedFen: 4_000, lines })).toEqual(accept([counted, excluded]))
    expect(linesOf({ billFen: 6_000, excludedFen: 0, lines })).toEqual(accept([counted]))
    expect(linesOf({ billFen: 4_000, excludedFen: 4_000, lines })).toEqual(accept([excluded]))
  })

  it('are those that the till tells, when they are the bill', () => {
    const lines = [apples, smokes]
    expect(linesOf({ billFen, excludedFen: 0, lines })).toEqual(accept(lines))
    expect(linesOf({ billFen, excludedFen: 4_000, lines })).toEqual(accept(lines))
    const wrong = (field: string) => refuse('INPUT_INVALID', { field })
    expect(linesOf({ billFen: 9_999, excludedFen: 0, lines })).toEqual(wrong('lines'))
    expect(linesOf({ billFen, excludedFen: 3_999, lines })).toEqual(wrong('excludedFen'))
    expect(linesOf({ billFen, excludedFen: 10_001, lines: null })).toEqual(wrong('excludedFen'))
  })
})

describe('what comes off a bill', () => {
  it('is shared by amount: coupon first, then points over what is left', () => {
    const off = { couponOffFen: 500, pointsOffFen: 950 }
    expect(pricedLines([apples, smokes], off)).toEqual([
      { ...apples, lineNo: 1, couponOffFen: 300, pointsOffFen: 570, paidFen: 5_130 },
      { ...smokes, lineNo: 2, couponOffFen: 200, pointsOffFen: 380, paidFen: 3_420 },
    ])
  })

  it('adds up line by line, and no line pays less than nothing', () => {
    fc.assert(
      fc.property(anyBill, ({ wishes, couponOffFen, pointsOffFen }) => {
        const lines = pricedLines(wishes, { couponOffFen, pointsOffFen })
        const sum = (part: 'couponOffFen' | 'pointsOffFen' | 'paidFen') =>
          lines.reduce((all, line) => all + line[part], 0)
        expect([sum('couponOffFen'), sum('pointsOffFen')]).toEqual([couponOffFen, pointsOffFen])
        expect(sum('paidFen')).toBe(amountOf(wishes) - couponOffFen - pointsOffFen)
        for (const line of lines) {
          expect(line.paidFen).toBeGreaterThanOrEqual(0)
          expect(Math.min(line.couponOffFen, line.pointsOffFen)).toBeGreaterThanOrEqual(0)
          const parts = line.couponOffFen + line.pointsOffFen + line.paidFen
          expect(parts).toBe(line.amountFen)
        }
      }),
    )
  })

  it('leaves to earn what the bill as one sum leaves, to the fen', () => {
    fc.assert(
      fc.property(anyBill, ({ wishes, couponOffFen }) => {
        const total = amountOf(wishes)
        const counted = total - excludedAmountOf(wishes)
        const exact = (BigInt(total - couponOffFen) * BigInt(counted)) / BigInt(total)
        const lines = pricedLines(wishes, { couponOffFen, pointsOffFen: 0 })
        expect(countedPaidOf(lines)).toBe(Number(exact))
      }),
      { numRuns: 500 },
    )
  })
})

/** Up to 50 lines, a coupon and points that leave at least 1 fen to pay. */
const anyBill = fc
  .array(
    fc.record({
      title: fc.constant('货'),
      amountFen: fc.integer({ min: 1, max: MAX_BILL_FEN / 50 }),
      isExcluded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 50 },
  )
  .chain((wishes) => {
    const couponOffFen = fc.integer({ min: 0, max: amountOf(wishes) - 1 })
    return fc.record({ wishes: fc.constant(wishes), couponOffFen, share: fc.nat(100) })
  })
  .map(({ wishes, couponOffFen, share }) => {
    const leftFen = amountOf(wishes) - couponOffFen
    const pointsOffFen = Math.min(Math.floor((leftFen * share) / 100), leftFen - 1)
    return { wishes, couponOffFen, pointsOffFen }
  })
