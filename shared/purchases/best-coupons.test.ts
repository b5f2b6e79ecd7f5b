import fc from 'fast-check'
import { anyBillWithCoupons } from '../../dev/harness/any-coupons'
import { fiveOff, inTime, named } from '../../dev/harness/coupon-bills'
import { newShop } from '../rules/shop'
import { bestCoupons } from './best-coupons'
import type { BillCoupon } from './coupon-steps'
import { billFor } from './purchase'

const bill = { billFen: 10_000, excludedFen: 0, lines: null, freightFen: 600 }
const tenth = { kind: 'percent', percentOff: 10, capFen: 5_000 } as const
const { faceFen: _face, kind: _kind, ...right } = fiveOff

describe('what a till proposes', () => {
  it('is the coupon that saves most, and says why the other stays', () => {
    const more = { ...right, ...tenth }
    const dear = { ...fiveOff, thresholdFen: 12_000 }
    const { best, offFen, leftOut } = bestCoupons(bill, named(fiveOff, more, dear), inTime)
    expect([best.map(({ couponId }) => couponId), offFen]).toEqual([['2'], 1_000])
    const told = leftOut.map(({ coupon, because }) => [coupon.couponId, because.code])
    expect(told).toEqual([
      ['1', 'COUPON_STACK'],
      ['3', 'COUPON_THRESHOLD'],
    ])
  })

  it('puts together what may go together, freight too', () => {
    const free = { ...right, thresholdFen: 0, kind: 'freight', capFen: 500 } as const
    const { best, offFen } = bestCoupons(bill, named(fiveOff, free), inTime)
    expect([best.length, offFen]).toEqual([2, 1_000])
  })

  it('takes no coupon more than it needs', () => {
    const { best } = bestCoupons(bill, [], inTime)
    expect(best).toEqual([])
  })

  it('is never worse than any lawful coupon alone; what is paid is at least a fen', () => {
    fc.assert(
      fc.property(anyBillWithCoupons, ({ wish, some }) => {
        const { best, fitting } = bestCoupons(wish, some, inTime)
        const paidWith = (coupons: readonly BillCoupon[]) => {
          const made = billFor(
            {
              ...wish,
              todayOn: inTime.todayOn,
              earned: null,
              coupons: { some: coupons, use: inTime },
            },
            newShop.earnRule,
          )
          return made.ok ? made.value : null
        }
        const proposed = paidWith(best)
        if (!proposed) throw new Error('what is proposed must be lawful')
        expect(proposed.paidFen).toBeGreaterThanOrEqual(1)
        expect(proposed.steps.reduce((sum, { changeFen }) => sum + changeFen, 0)).toBe(
          proposed.paidFen,
        )
        for (const coupon of some) {
          const alone = paidWith([coupon])
          if (!alone) continue
          expect(fitting).toContain(coupon)
          if (coupon.terms.kind === 'exchange') continue
          expect(proposed.paidFen).toBeLessThanOrEqual(alone.paidFen)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
