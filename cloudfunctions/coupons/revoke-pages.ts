import { isHeldFrom } from '../../shared/coupons/coupon'
import { accept } from '../../shared/refusal'
import type { JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { type Batch, changeBatchIn, readBatch, UNDER_WAY_MS } from './batches-in-transaction'
import { isAnyLeft, unusedOfBatch } from './idle-coupons'
import { withdrawCoupon } from './release-in-transaction'
import { namedCoupon } from './repository'

const PAGE_COUPONS = 50
/** A live hold is looked at again after so long. */
const LOOK_AGAIN_MS = 60_000

type Moment = Pick<JobContext, 'now' | 'todayOn' | 'hasTimeLeft'>

/**
 * Withdraws what of a void batch is not used, coupon by coupon, and tells each owner in the same
 * transaction. It may be killed anywhere, run again, and run twice at once. The batch is void once
 * nothing is held any more and nobody can be giving of it still. Answers how many it withdrew.
 */
export async function revokePages(batchId: string, moment: Moment): Promise<number> {
  const batch = await readBatch(batchId)
  if (batch?.state !== 'voiding') return 0
  let revoked = 0
  while (moment.hasTimeLeft()) {
    const page = await unusedOfBatch(batchId, moment.now, PAGE_COUPONS)
    let ofPage = 0
    for (const { _id } of page) {
      if (!moment.hasTimeLeft()) return revoked + ofPage
      if (await revokeOne(_id, batch, moment)) ofPage += 1
    }
    revoked += ofPage
    if (page.length < PAGE_COUPONS) {
      if (ofPage === page.length) await finish(batch, moment)
      return revoked
    }
    // Every one of them was refused: the next run tries again.
    if (ofPage === 0) return revoked
  }
  return revoked
}

async function revokeOne(couponId: string, batch: Batch, moment: Moment): Promise<boolean> {
  const { now } = moment
  const outcome = await inTransaction(async (tx) => {
    const coupon = await namedCoupon(couponId, tx)
    // It was used or held since the page was read, or another run has withdrawn it.
    if (!coupon || coupon.state === 'used' || coupon.state === 'revoked') return accept(true)
    if (isHeldFrom(coupon, { now, holder: null })) return accept(true)
    await withdrawCoupon(tx, { coupon, batch }, moment)
    return accept(true)
  })
  return outcome.ok
}

async function finish({ _id, voided }: Batch, { now }: Moment): Promise<void> {
  // One question for both: between two a coupon may be given back, and then neither sees it.
  const isLeft = await isAnyLeft(_id)
  const untilAt = (voided?.at ?? now) + UNDER_WAY_MS
  const isOver = !isLeft && now >= untilAt
  const later = { dueAt: Math.max(untilAt, now + LOOK_AGAIN_MS) }
  await changeBatchIn('voiding', _id, isOver ? { state: 'void' } : later)
}
