import fc from 'fast-check'
import { type CouponFigures, offFor } from './kinds'
import { couponWorthFen } from './worth'

const anyFen = fc.integer({ min: 1, max: 1_000_000 })
const anyMoney: fc.Arbitrary<CouponFigures> = fc.oneof(
  fc.record({ kind: fc.constant('amountOff' as const), faceFen: anyFen }),
  fc.record({
    kind: fc.constant('percent' as const),
    percentOff: fc.integer({ min: 1, max: 99 }),
    capFen: anyFen,
  }),
  fc.record({ kind: fc.constant('freight' as const), capFen: anyFen }),
)

it.each([
  [{ kind: 'amountOff', faceFen: 500 }, 500],
  [{ kind: 'percent', percentOff: 15, capFen: 2_000 }, 2_000],
  [{ kind: 'freight', capFen: 600 }, 600],
  [{ kind: 'gift', thing: '小蛋糕' }, 0],
  [{ kind: 'exchange', thing: '帆布袋', priceFen: 990 }, 0],
] as const)('a coupon of %j is worth %i fen', (figures, fen) => {
  expect(couponWorthFen(figures)).toBe(fen)
})

it('nothing that a coupon takes off is more than it is worth', () => {
  fc.assert(
    fc.property(anyMoney, anyFen, (figures, baseFen) => {
      const off = offFor(figures, { baseFen, mostFen: baseFen })
      expect(off.ok ? off.value : 0).toBeLessThanOrEqual(couponWorthFen(figures))
    }),
  )
})
