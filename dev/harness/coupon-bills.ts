import {
  type CouponTemplate,
  type CouponTerms,
  type CouponUse,
  plainRight,
} from '../../shared/coupons/coupon'
import type { BillCoupon } from '../../shared/purchases/coupon-steps'
import {
  type LineWish,
  type PurchaseLine,
  priceLines,
  shareOff,
} from '../../shared/purchases/purchase-lines'

/** Five yuan off thirty, as a member of the tests' shop holds it. */
export const fiveOff = {
  ...plainRight,
  ...{ kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 },
  ...{ validFromOn: '2026-03-10', expiresOn: '2026-04-08', state: 'issued', heldBy: null },
} as const satisfies CouponTerms

/** At half past two in the afternoon of a Friday. */
export const inTime: CouponUse = {
  storeId: 'wutong',
  todayOn: '2026-03-20',
  now: Date.parse('2026-03-20T06:30:00Z'),
  tier: null,
  holder: null,
}

/** Coupons as a bill names them: `1`, `2` … */
export function named(...some: readonly CouponTerms[]): BillCoupon[] {
  return some.map((terms, place) => ({ couponId: String(place + 1), title: '', terms }))
}

/** Lines of which coupons for all goods, points and 抹零 took so much. */
export function pricedLines(
  wishes: readonly LineWish[],
  {
    couponOffFen,
    ...off
  }: Pick<PurchaseLine, 'couponOffFen' | 'pointsOffFen'> & { roundOffFen?: number },
): readonly PurchaseLine[] {
  return priceLines(wishes, { couponOff: shareOff(couponOffFen, wishes), ...off })
}

/** A template as it is stored; what is not named is as in a new template. */
export function storedTemplate({ templateId, ...template }: CouponTemplate) {
  return { _id: templateId, ...JSON.parse(JSON.stringify(template)) }
}
