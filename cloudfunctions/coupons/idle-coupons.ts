/** Coupons that time has left behind: what nobody uses any more, and holds that have lapsed. */
import { changeThose, command, findWhere } from '../runtime/database'
import type { Coupon, CouponDocument } from './coupon-document'

/** Of a batch: what nobody has used and nothing holds at this instant. */
export function unusedOfBatch(batchId: string, now: number, limit: number): Promise<Coupon[]> {
  const unused = command.or([
    { batchId, state: 'issued' },
    { batchId, ...lapsed(now) },
  ])
  return findWhere<CouponDocument>('coupons', unused, { limit })
}

/** Of a batch: is there one that somebody may still use, or that something holds? */
export async function isAnyLeft(batchId: string): Promise<boolean> {
  const left = { batchId, state: command.in(['issued', 'held']) }
  return (await findWhere<CouponDocument>('coupons', left, { limit: 1 })).length > 0
}

/** Coupons whose hold has lapsed, the oldest first: nothing holds them, but they say so still. */
export function lapsedHolds(now: number, limit: number): Promise<Coupon[]> {
  return findWhere<CouponDocument>('coupons', lapsed(now), {
    orderBy: ['heldBy.untilAt', 'asc'],
    limit,
  })
}

/** Takes lapsed holds off, those that are still so; answers how many. */
export function freeLapsed(held: readonly Coupon[], now: number): Promise<number> {
  const those = { ...lapsed(now), _id: command.in(held.map(({ _id }) => _id)) }
  return changeThose('coupons', those, { state: 'issued', heldBy: null })
}

function lapsed(now: number) {
  return { state: 'held', 'heldBy.untilAt': command.lte(now) }
}
