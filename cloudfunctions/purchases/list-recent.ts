import type { purchases } from '../../shared/contract/purchases'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { purchaseRowOf, purchasesAt } from './repository'

/** A page of the store's purchases, the newest first: where a refund starts. */
export const listRecent: UseCase<typeof purchases.recent> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const beforeAt = input.cursor === undefined ? null : Number(input.cursor)
  if (beforeAt !== null && !Number.isSafeInteger(beforeAt)) {
    return refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const rows = await purchasesAt(store.value.storeId, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const page = rows.slice(0, PAGE_SIZE_ROWS)
  const last = page.at(-1)
  return accept({
    serverNow: context.now,
    purchases: page.map(purchaseRowOf),
    nextCursor: rows.length > PAGE_SIZE_ROWS && last ? String(last.settledAt) : null,
  })
}
