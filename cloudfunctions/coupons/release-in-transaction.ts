/**
 * What becomes of a coupon once nothing waits for it any more. Of a batch that was voided meanwhile
 * none comes back to life: it is withdrawn in the same transaction, and its owner is told.
 */
import { stateAt } from '../../shared/coupons/coupon'
import { tell } from '../messages/tell-in-transaction'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { type Batch, readBatch } from './batches-in-transaction'
import type { Coupon, CouponDocument } from './coupon-document'
import { freeCoupon, revokeCoupon } from './repository'

type Moment = Pick<Context, 'now' | 'todayOn'>

/** Gives a held coupon back to its owner; one that another holds by now stays as it is. */
export async function releaseCoupon(
  tx: Transaction,
  { couponId, holdId }: { readonly couponId: string; readonly holdId: string },
  moment: Moment,
): Promise<void> {
  const coupon = await tx.get<CouponDocument>('coupons', couponId)
  if (coupon?.state !== 'held' || coupon.heldBy?.id !== holdId) return
  const batch = await voidBatchOf(tx, coupon)
  await (batch ? withdrawCoupon(tx, { coupon, batch }, moment) : freeCoupon(tx, coupon))
}

/** The batch of a coupon, where it was voided; null for all others. */
export async function voidBatchOf(
  tx: Transaction,
  { batchId }: Pick<Coupon, 'batchId'>,
): Promise<Batch | null> {
  const batch = batchId === null ? null : await readBatch(batchId, tx)
  return batch?.voided ? batch : null
}

/** Withdraws one coupon of a void batch. Who could not use it any more has lost nothing. */
export async function withdrawCoupon(
  tx: Transaction,
  { coupon, batch }: { readonly coupon: Coupon; readonly batch: Batch },
  { now, todayOn }: Moment,
): Promise<void> {
  const reason = batch.voided?.reason ?? batch.reason
  await revokeCoupon(tx, coupon, { at: now, reason })
  if (stateAt(coupon, { now, todayOn }) === 'expired') return
  const { _id: source, memberId, title: couponTitle } = coupon
  const facts = { couponTitle, reason }
  await tell(tx, { kind: 'couponVoided', facts, memberId, source, at: now })
}
