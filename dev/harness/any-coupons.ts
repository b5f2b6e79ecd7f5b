import fc from 'fast-check'
import { type CouponTerms, plainRight } from '../../shared/coupons/coupon'
import { noLimits } from '../../shared/coupons/coupon-limits'
import type { CouponFigures } from '../../shared/coupons/kinds'
import { fiveOff, named } from './coupon-bills'

const fen = (most: number) => fc.integer({ min: 1, max: most })
const categories = ['咖啡', '面包', '水果'] as const

const anyFigures: fc.Arbitrary<CouponFigures> = fc.oneof(
  fc.record({ kind: fc.constant('amountOff' as const), faceFen: fen(5_000) }),
  fc.record({
    kind: fc.constant('percent' as const),
    percentOff: fc.integer({ min: 1, max: 99 }),
    capFen: fen(4_000),
  }),
  fc.record({ kind: fc.constant('gift' as const), thing: fc.constant('小蛋糕') }),
  fc.record({
    kind: fc.constant('exchange' as const),
    thing: fc.constant('帆布袋'),
    priceFen: fen(2_000),
  }),
  fc.record({ kind: fc.constant('freight' as const), capFen: fen(1_000) }),
)

/** Coupons of every kind, some for some goods, some that may not be used here and now. */
export const anyCoupon: fc.Arbitrary<CouponTerms> = fc
  .record({
    figures: anyFigures,
    thresholdFen: fc.constantFrom(0, 0, 1_000, 5_000),
    stackGroup: fc.constantFrom(null, null, 'a', 'b'),
    category: fc.option(fc.constantFrom(...categories), { freq: 3 }),
    storeIds: fc.constantFrom([], [], [], ['wutong'], ['hebin']),
    state: fc.constantFrom(
      'issued' as const,
      'issued' as const,
      'issued' as const,
      'used' as const,
    ),
  })
  .map(({ figures, thresholdFen, stackGroup, category, storeIds, state }) => {
    const limits = { ...noLimits, storeIds, categories: category === null ? [] : [category] }
    const days = { validFromOn: fiveOff.validFromOn, expiresOn: fiveOff.expiresOn }
    return {
      ...plainRight,
      thresholdFen,
      stackGroup,
      limits,
      ...figures,
      ...days,
      state,
      heldBy: null,
    }
  })

const anyLine = fc.record({
  title: fc.constant('货'),
  amountFen: fen(6_000),
  isExcluded: fc.boolean(),
  category: fc.constantFrom(...categories, undefined),
})

/** A bill as one sum or line by line, with freight or without, and up to six coupons. */
export const anyBillWithCoupons = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
    isOneSum: fc.boolean(),
    freightFen: fc.constantFrom(0, 600),
    coupons: fc.array(anyCoupon, { maxLength: 6 }),
  })
  .map(({ lines, isOneSum, freightFen, coupons }) => {
    const billFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
    const wish = { billFen, excludedFen: 0, lines: isOneSum ? null : lines, freightFen }
    return { wish, some: named(...coupons) }
  })
