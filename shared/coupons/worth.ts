/** What a coupon may cost the shop: the most that it takes off. */
import type { CouponFigures } from './kinds'

/** In fen; a thing's price nobody has written down, so that it counts nothing. */
export function couponWorthFen(coupon: CouponFigures): number {
  if (coupon.kind === 'amountOff') return coupon.faceFen
  return coupon.kind === 'percent' || coupon.kind === 'freight' ? coupon.capFen : 0
}
