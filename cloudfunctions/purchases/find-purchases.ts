import type { purchases } from '../../shared/contract/purchases'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { readPurchaseSearch } from '../../shared/purchases/purchase-search'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { purchaseRowOf } from './purchase-answers'
import { purchasesMeant } from './repository'

/**
 * A page of the store's purchases that a text may mean, the newest first: by receipt number, by the
 * bill or what was paid, by the first letter of a name. It tells nothing that `recent` does not
 * show: a whole name finds no more than its masked one, so no guess comes true here.
 */
export const findPurchases: UseCase<typeof purchases.find> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const search = { ...readPurchaseSearch(input.text), storeId: store.value.storeId }
  const found = await purchasesMeant(search, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.settledAt)
  return accept({ serverNow: context.now, purchases: rows.map(purchaseRowOf), nextCursor })
}
