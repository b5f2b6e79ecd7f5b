import { pricedLines } from '../../dev/harness/coupon-bills'
import { MAX_REFUNDS } from '../limits'
import { accept, refuse } from '../refusal'
import {
  freightLeftOf,
  linesLeftOf,
  type RefundableLines,
  type RefundWish,
  refundParts,
} from './refund-lines'

const apples = { title: '苹果', amountFen: 6_000, isExcluded: false }
const smokes = { title: '香烟', amountFen: 4_000, isExcluded: true }
/** 100 yuan with a coupon of 5 and 200 points for 2 yuan, and 6 yuan of freight. */
const bought: RefundableLines = {
  bill: {
    lines: pricedLines([apples, smokes], { couponOffFen: 500, pointsOffFen: 200 }),
    freightFen: 600,
    points: { points: 200, offFen: 200, lots: [{ expiresOn: '2027-03-31', points: 200 }] },
  },
  refunds: [],
}
const whole: RefundWish = { lines: null, freightFen: 0 }

function accepted(purchase: RefundableLines, wish: RefundWish) {
  const parts = refundParts(purchase, wish)
  if (!parts.ok) throw new Error(parts.code)
  return parts.value
}

function refunded(purchase: RefundableLines, wish: RefundWish): RefundableLines {
  const parts = accepted(purchase, wish)
  const record = { ...parts, at: 5, staffName: '小东' }
  return { ...purchase, refunds: [...purchase.refunds, record] }
}

describe('what comes back of a purchase', () => {
  it('is everything, freight too, when nothing is named', () => {
    expect(accepted(bought, whole)).toEqual({
      lines: [
        { lineNo: 1, amountFen: 6_000, paidFen: 5_580 },
        { lineNo: 2, amountFen: 4_000, paidFen: 3_720 },
      ],
      freightFen: 600,
      moneyFen: 9_900,
      isFull: true,
      countedLeftFen: 0,
      returnedPoints: 200,
    })
  })

  it('comes in so many parts at most, and the last of them is all that is left', () => {
    const one: RefundWish = { lines: [{ lineNo: 1, amountFen: 1 }], freightFen: 0 }
    let purchase = bought
    for (let part = 1; part < MAX_REFUNDS; part += 1) purchase = refunded(purchase, one)
    const tooMany = refuse('REFUND_PARTS', { limitCount: MAX_REFUNDS })
    const left = { lineNo: 1, amountFen: 6_001 - MAX_REFUNDS }
    const allButFreight = { lines: [left, { lineNo: 2, amountFen: 4_000 }], freightFen: 0 }
    expect(refundParts(purchase, one)).toEqual(tooMany)
    expect(refundParts(purchase, allButFreight)).toEqual(tooMany)
    expect(accepted(purchase, { ...allButFreight, freightFen: 600 })).toMatchObject({
      isFull: true,
    })
    expect(accepted(purchase, whole)).toMatchObject({ isFull: true, freightFen: 600 })
  })

  it('is a part of a line, with its share of money and points', () => {
    expect(accepted(bought, { lines: [{ lineNo: 1, amountFen: 1_000 }], freightFen: 100 })).toEqual(
      {
        lines: [{ lineNo: 1, amountFen: 1_000, paidFen: 930 }],
        freightFen: 100,
        moneyFen: 1_030,
        isFull: false,
        countedLeftFen: 4_650,
        returnedPoints: 20,
      },
    )
  })

  it('is what earlier refunds have left', () => {
    const once = refunded(bought, { lines: [{ lineNo: 1, amountFen: 1_000 }], freightFen: 0 })
    expect(linesLeftOf(once).map(({ leftFen }) => leftFen)).toEqual([5_000, 4_000])
    expect(accepted(once, whole)).toMatchObject({ moneyFen: 8_970, returnedPoints: 180 })
    const twice = refunded(once, { lines: null, freightFen: 0 })
    expect(freightLeftOf(twice)).toBe(0)
    const detail = { refundedAt: 5, staffName: '小东' }
    expect(refundParts(twice, whole)).toEqual(refuse('PURCHASE_REFUNDED', detail))
  })

  it('may leave the freight, which can follow', () => {
    const goods = refunded(bought, {
      lines: [
        { lineNo: 2, amountFen: 4_000 },
        { lineNo: 1, amountFen: 6_000 },
      ],
      freightFen: 0,
    })
    expect(goods.refunds[0]?.lines.map(({ lineNo }) => lineNo)).toEqual([1, 2])
    const freight = refundParts(goods, { lines: [], freightFen: 600 })
    expect(freight).toEqual(
      accept({
        lines: [],
        freightFen: 600,
        moneyFen: 600,
        isFull: true,
        countedLeftFen: 0,
        returnedPoints: 0,
      }),
    )
  })

  const exceeds = (lineNo: number | null, leftFen: number) =>
    refuse('REFUND_EXCEEDS', { lineNo, leftFen })
  const invalid = refuse('INPUT_INVALID', { field: 'lines' })
  const line = (lineNo: number, amountFen: number) => ({ lineNo, amountFen })
  it.each([
    ['more than there is of a line', { lines: [line(1, 6_001)], freightFen: 0 }, exceeds(1, 6_000)],
    ['more freight than was paid', { lines: [line(1, 1)], freightFen: 601 }, exceeds(null, 600)],
    ['a line that is not there', { lines: [line(3, 1)], freightFen: 0 }, invalid],
    ['a line named twice', { lines: [line(1, 1), line(1, 1)], freightFen: 0 }, invalid],
    ['nothing', { lines: [], freightFen: 0 }, invalid],
  ])('refuses %s', (_what, wish, refused) => {
    expect(refundParts(bought, wish)).toEqual(refused)
  })
})
