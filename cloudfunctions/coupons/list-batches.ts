import type { BatchRow } from '../../shared/contract/coupon-batches'
import type { coupons } from '../../shared/contract/coupons'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { type Batch, batchesBefore, countedOf, mayVoid } from './batches-in-transaction'

const none = { issuedCount: 0, usedCount: 0, voidedCount: 0 }

/** A page of batches, the newest first, with what became of their coupons: counted now. */
export const listBatches: UseCase<typeof coupons.batches> = async ({ cursor }, context) => {
  const beforeAt = instantOfCursor(cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await batchesBefore(beforeAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, ({ at }) => at)
  const counted = await countedOf(rows.map(({ _id }) => _id))
  const batches = rows.map((batch) => ({
    ...rowOf(batch, context),
    ...(counted.get(batch._id) ?? none),
  }))
  return accept({ serverNow: context.now, batches, nextCursor })
}

function rowOf(batch: Batch, context: StaffContext): Omit<BatchRow, keyof typeof none> {
  const { _id: batchId, kind, template, reason, authorName, at, state, voided } = batch
  return {
    ...{ batchId, kind, title: template.title, reason, authorName, at, state, voided },
    mayVoid: voided === null && mayVoid(batch, context),
  }
}
