/** What followed a merge and was used since: its points moved with the wrong account. */
import type { Coupon } from '../coupons/repository'
import type { Redemption } from '../mall/repository'
import { wasRefundedSince } from '../purchases/repository'
import { broughtBy } from '../runtime/belongings'
import { command } from '../runtime/database'
import type { Merge } from './repository'

/**
 * True when a coupon was used, a redemption given back or a purchase refunded after the merge, or
 * booked by a ticket from before it: its points came to the other account.
 */
export async function isChangedSince({ _id: mergeId, mergedAt }: Merge): Promise<boolean> {
  const since = command.gte(mergedAt)
  const used = { state: 'used', usedAt: since }
  const coupons = await broughtBy<Coupon>('coupons', mergeId, { limit: 1, also: used })
  if (coupons.length > 0) return true
  const cancelled = { 'cancelled.at': since }
  const given = await broughtBy<Redemption>('redemptions', mergeId, { limit: 1, also: cancelled })
  if (given.length > 0) return true
  const later = { bookedAt: since }
  const booked = await broughtBy('purchases', mergeId, { limit: 1, also: later })
  if (booked.length > 0) return true
  return wasRefundedSince(mergeId, mergedAt)
}
