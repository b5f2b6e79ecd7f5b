import fc from 'fast-check'
import { pricedLines } from '../../dev/harness/coupon-bills'
import { MAX_BILL_FEN } from '../limits'
import { accept, refuse } from '../refusal'
import {
  amountOf,
  countedPaidOf,
  excludedAmountOf,
  type LineWish,
  linesOf,
  toldRoundOff,
} from './purchase-lines'

const apples: LineWish = { title: '苹果', amountFen: 6_000, isExcluded: false }
const smokes: LineWish = { title: '香烟', amountFen: 4_000, isExcluded: true }
const billFen = 10_000
const none = { roundOffFen: 0 }

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
    expect(linesOf({ billFen: 9_900, excludedFen: 0, lines })).toEqual(wrong('lines'))
    expect(linesOf({ billFen: 10_001, excludedFen: 0, lines })).toEqual(wrong('lines'))
    expect(linesOf({ billFen, excludedFen: 3_999, lines })).toEqual(wrong('excludedFen'))
    expect(linesOf({ billFen, excludedFen: 10_001, lines: null })).toEqual(wrong('excludedFen'))
  })

  it('tell what was left off, by their sum or by a line below nothing, and keep the gift', () => {
    const gift = { title: '赠品', amountFen: 0, isExcluded: false }
    const off = { title: '抹零', amountFen: -7, isExcluded: false }
    const goods = [{ ...apples, amountFen: 3_587 }, gift]
    const told = (lines: readonly LineWish[], billFen: number) => {
      const bill = { billFen, excludedFen: 0, lines }
      return [linesOf(bill), toldRoundOff(bill)]
    }
    const wrong = refuse('INPUT_INVALID', { field: 'lines' })
    expect(told(goods, 3_587)).toEqual([accept(goods), accept(0)])
    expect(told(goods, 3_580)).toEqual([accept(goods), accept(7)])
    expect(told([...goods, off], 3_580)).toEqual([accept(goods), accept(7)])
    expect(told([...goods, off], 3_587)).toEqual([wrong, wrong])
    expect(told([...goods, off], 3_579)).toEqual([wrong, wrong])
    expect(told(goods, 3_487)).toEqual([wrong, wrong])
  })
})

describe('what comes off a bill', () => {
  it('is shared by amount: coupon first, then points over what is left', () => {
    const off = { couponOffFen: 500, pointsOffFen: 950 }
    expect(pricedLines([apples, smokes], off)).toEqual([
      { ...apples, lineNo: 1, ...none, couponOffFen: 300, pointsOffFen: 570, paidFen: 5_130 },
      { ...smokes, lineNo: 2, ...none, couponOffFen: 200, pointsOffFen: 380, paidFen: 3_420 },
    ])
    expect(pricedLines([apples, smokes], { ...off, roundOffFen: 50 })).toMatchObject([
      { couponOffFen: 300, pointsOffFen: 570, roundOffFen: 30, paidFen: 5_100 },
      { couponOffFen: 200, pointsOffFen: 380, roundOffFen: 20, paidFen: 3_400 },
    ])
  })

  it('adds up line by line, and no line pays less than nothing', () => {
    fc.assert(
      fc.property(anyBill, ({ wishes, couponOffFen, pointsOffFen, roundOffFen }) => {
        const lines = pricedLines(wishes, { couponOffFen, pointsOffFen, roundOffFen })
        const sum = (part: 'couponOffFen' | 'pointsOffFen' | 'roundOffFen' | 'paidFen') =>
          lines.reduce((all, line) => all + line[part], 0)
        expect([sum('couponOffFen'), sum('pointsOffFen')]).toEqual([couponOffFen, pointsOffFen])
        expect(sum('roundOffFen')).toBe(roundOffFen)
        expect(sum('paidFen')).toBe(amountOf(wishes) - couponOffFen - pointsOffFen - roundOffFen)
        for (const line of lines) {
          expect(line.paidFen).toBeGreaterThanOrEqual(0)
          const { couponOffFen, pointsOffFen, roundOffFen } = line
          expect(Math.min(couponOffFen, pointsOffFen, roundOffFen)).toBeGreaterThanOrEqual(0)
          const parts = couponOffFen + pointsOffFen + roundOffFen + line.paidFen
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

/** Up to 50 lines, some of them gifts; a coupon, points and 抹零 that leave 1 fen to pay. */
const anyBill = fc
  .array(
    fc.record({
      title: fc.constant('货'),
      amountFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: MAX_BILL_FEN / 50 })),
      isExcluded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 50 },
  )
  .filter((wishes) => amountOf(wishes) > 0)
  .chain((wishes) => {
    const couponOffFen = fc.integer({ min: 0, max: amountOf(wishes) - 1 })
    return fc.record({ wishes: fc.constant(wishes), couponOffFen, share: fc.nat(100) })
  })
  .map(({ wishes, couponOffFen, share }) => {
    const leftFen = amountOf(wishes) - couponOffFen
    const pointsOffFen = Math.min(Math.floor((leftFen * share) / 100), leftFen - 1)
    const roundOffFen = Math.min(share, leftFen - pointsOffFen - 1)
    return { wishes, couponOffFen, pointsOffFen, roundOffFen }
  })
