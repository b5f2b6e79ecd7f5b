import type { shop } from '../../shared/contract/shop'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { changeRowOf, changesBefore } from '../runtime/shop-changes'

/** A page of what managers changed of the shop and of its staff, the newest first. */
export const listChanges: UseCase<typeof shop.changes> = async ({ cursor }, { now }) => {
  const beforeAt = instantOfCursor(cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await changesBefore(beforeAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, ({ at }) => at)
  return accept({ serverNow: now, changes: rows.map(changeRowOf), nextCursor })
}
