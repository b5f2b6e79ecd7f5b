import type { points } from '../../shared/contract/points'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { adjustmentRowOf, adjustmentsBefore } from './adjustments'
import { ripenAdjustments } from './ripen-adjustments'

/** A page of all adjustments by hand, the newest first. What is ripe by now is booked first. */
export const listAdjustments: UseCase<typeof points.adjustments> = async (input, context) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  if (beforeAt === null) await ripenAdjustments(context)
  const found = await adjustmentsBefore(beforeAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.askedAt)
  return accept({
    serverNow: context.now,
    adjustments: rows.map(adjustmentRowOf),
    nextCursor,
  })
}
