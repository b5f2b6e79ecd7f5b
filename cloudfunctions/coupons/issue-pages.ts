import { command, findWhere, insertNew } from '../runtime/database'
import { type Batch, changeBatchIn, readBatch } from './batches-in-transaction'
import type { Coupon } from './coupon-document'
import { couponFrom } from './repository'

const PAGE_MEMBERS = 100
/** Twins insert the same coupons, and digits may be drawn twice: then what is missing is left. */
const MAX_ATTEMPTS = 6

/**
 * Gives a batch's coupons in pages, as far as the time reaches: to the next hundred members, and
 * writes down how far it came. It may be killed anywhere, run again, and run twice at once.
 */
export async function issuePages(batchId: string, hasTimeLeft: () => boolean): Promise<void> {
  while (hasTimeLeft()) {
    const batch = await readBatch(batchId)
    if (batch?.state !== 'issuing') return
    const { doneCount, memberIds } = batch
    const page = memberIds.slice(doneCount, doneCount + PAGE_MEMBERS)
    await issuePage(batch, page)
    const isLast = doneCount + page.length >= memberIds.length
    const done = { doneCount: doneCount + page.length }
    await changeBatchIn('issuing', batchId, isLast ? { ...done, state: 'issued' } : done)
  }
}

async function issuePage(batch: Batch, memberIds: readonly string[]): Promise<void> {
  let left = memberIds.map((memberId) => couponOf(batch, memberId))
  for (let attempt = 0; left.length > 0; attempt += 1) {
    const inserted = await insertNew('coupons', left)
    if (inserted.ok) return
    if (attempt === MAX_ATTEMPTS) throw new Error(`batch ${batch._id} cannot go on`)
    const ids = memberIds.map((memberId) => keyOf(batch, memberId))
    const there = await findWhere('coupons', { _id: command.in(ids) }, { limit: ids.length })
    const isThere = new Set(there.map(({ _id }) => _id))
    const missing = memberIds.filter((memberId) => !isThere.has(keyOf(batch, memberId)))
    left = missing.map((memberId) => couponOf(batch, memberId))
  }
}

function couponOf(batch: Batch, memberId: string): Coupon {
  const { _id: batchId, template, at, issuedOn: todayOn } = batch
  const couponId = keyOf(batch, memberId)
  const source = { kind: 'batch', id: batchId } as const
  return couponFrom(template, { couponId, memberId, at, todayOn, source, batchId })
}

function keyOf({ _id }: Batch, memberId: string): string {
  return `${_id}:${memberId}`
}
