import type { moderation } from '../../shared/contract/moderation'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { heldAfter, heldRowOf } from './repository'

/** A page of the texts that wait for a person, the longest first. */
export const listHeld: UseCase<typeof moderation.held> = async (input, { now }) => {
  const afterAt = instantOfCursor(input.cursor)
  if (afterAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await heldAfter(afterAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, ({ at }) => at)
  return accept({ serverNow: now, texts: rows.map(heldRowOf), nextCursor })
}
