import type { merging } from '../../shared/contract/merging'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { mergeRowOf, mergesBefore } from './repository'

/** A page of all merges, the newest first, with until when each can be undone. */
export const listMerges: UseCase<typeof merging.merges> = async (input, { now }) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await mergesBefore(beforeAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.mergedAt)
  return accept({ serverNow: now, merges: rows.map(mergeRowOf), nextCursor })
}
