import type { listArrival } from '../../shared/contract/list-arrival'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { command, findWhere } from '../runtime/database'
import { managesStore } from '../runtime/roles'
import { type DamageDocument, damageRowOf } from './damage-document'

/** Claims of the caller's own lists, and of those of the stores that she manages, newest first. */
export const listDamages: UseCase<typeof listArrival.damages> = async (input, context) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const { staff, shop, memberId } = context
  const older = beforeAt === null ? {} : { at: command.lt(beforeAt) }
  const managed = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
  const whose = [
    { ownerId: memberId, ...older },
    ...managed.map(({ storeId }) => ({ storeId, ...older })),
  ]
  const order = { orderBy: ['at', 'desc'], limit: PAGE_SIZE_ROWS + 1 } as const
  const found = await findWhere<DamageDocument>('list_damages', command.or(whose), order)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, ({ at }) => at)
  return accept({ damages: rows.map(damageRowOf), nextCursor })
}
