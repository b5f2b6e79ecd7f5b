import type { purchases } from '../../shared/contract/purchases'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { purchaseRowOf } from './purchase-answers'
import { purchasesAt } from './repository'

/** A page of the store's purchases, the newest first: where a refund starts. */
export const listRecent: UseCase<typeof purchases.recent> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await purchasesAt(store.value.storeId, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.settledAt)
  return accept({ serverNow: context.now, purchases: rows.map(purchaseRowOf), nextCursor })
}
