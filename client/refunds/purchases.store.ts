import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { storeInput } from '../session/serving.store'

export type PurchaseRow = OutputAt<'purchases.recent'>['purchases'][number]

/** The store's purchases, the newest first. */
export const purchasesStore = createPaged(
  {
    ask: (query: { storeId?: string }, cursor) =>
      api.call('purchases.recent', { ...query, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.purchases,
  },
  {},
)

export function loadPurchases(): Promise<void> {
  return purchasesStore.getState().load(storeInput())
}
