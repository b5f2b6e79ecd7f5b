import { plainRight } from './coupon'
import { type CouponFigures, faceOf, figuresOf, offFor, placeOf, sentenceOf } from './kinds'

const figures = {
  amountOff: { kind: 'amountOff', faceFen: 500 },
  percent: { kind: 'percent', percentOff: 15, capFen: 2_000 },
  gift: { kind: 'gift', thing: '小蛋糕' },
  exchange: { kind: 'exchange', thing: '帆布袋', priceFen: 990 },
  freight: { kind: 'freight', capFen: 600 },
} as const satisfies Record<CouponFigures['kind'], CouponFigures>

const base = (baseFen: number, mostFen = baseFen - 1) => ({ baseFen, mostFen })

describe('each kind of coupon', () => {
  it.each([
    ['amountOff', '¥5', '满30减5元', 'goods'],
    ['percent', '8.5折', '满30打8.5折，最多减20元', 'goods'],
    ['gift', '赠品', '满30元免费领取小蛋糕', 'desk'],
    ['exchange', '¥9.9', '满30元加9.9元换帆布袋', 'exchange'],
    ['freight', '免运费', '满30元运费最多减6元', 'freight'],
  ] as const)('%s has its face, its sentence and its place', (...[kind, face, sentence, place]) => {
    expect(faceOf(figures[kind])).toBe(face)
    expect(sentenceOf({ ...figures[kind], thresholdFen: 3_000 })).toBe(sentence)
    expect(placeOf(figures[kind])).toBe(place)
    expect(figuresOf({ ...plainRight, ...figures[kind] })).toEqual(figures[kind])
  })
})

describe('a sum off', () => {
  it.each([
    [10_000, 500],
    [400, 399],
    [2, 1],
  ])('goods of %i fen takes %i, and leaves a fen to pay', (fen, off) => {
    expect(offFor(figures.amountOff, base(fen))).toEqual({ ok: true, value: off })
  })

  it('uses nothing up where nothing could come off', () => {
    const refused = { code: 'COUPON_THRESHOLD', detail: { missingFen: 1 } }
    expect(offFor(figures.amountOff, base(1))).toMatchObject(refused)
  })
})

describe('a share off', () => {
  it.each([
    [9_999, 1_499, 'rounded down to the fen'],
    [20_000, 2_000, 'to its cap'],
    [7, 1, 'the least that comes off'],
  ])('goods of %i fen takes %i: %s', (fen, off) => {
    expect(offFor(figures.percent, base(fen))).toEqual({ ok: true, value: off })
  })

  it('says what is missing where less than a fen would come off', () => {
    const refused = { code: 'COUPON_THRESHOLD', detail: { missingFen: 1 } }
    expect(offFor(figures.percent, base(6))).toMatchObject(refused)
    expect(offFor({ ...figures.percent, percentOff: 99 }, base(1))).toMatchObject(refused)
  })
})

describe('the freight', () => {
  it('comes off to its cap, and may come off whole', () => {
    expect(offFor(figures.freight, base(800, 800))).toEqual({ ok: true, value: 600 })
    expect(offFor(figures.freight, base(300, 300))).toEqual({ ok: true, value: 300 })
    expect(offFor(figures.freight, base(0, 0))).toMatchObject({ code: 'COUPON_FREIGHT' })
  })
})

it('a thing that is handed over meets no bill', () => {
  expect(offFor(figures.gift, base(5_000))).toMatchObject({ code: 'COUPON_AT_DESK' })
})
