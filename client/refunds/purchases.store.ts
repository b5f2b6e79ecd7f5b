import { visibleText } from '@shared/members/search-text'
import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
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

/** Those of them that a text may mean. */
export const foundPurchasesStore = createPaged(
  {
    ask: (query: { storeId?: string; text: string }, cursor) =>
      api.call('purchases.find', { ...query, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.purchases,
  },
  { text: '' },
)

export function loadPurchases(): Promise<void> {
  return purchasesStore.getState().load(storeInput())
}

/** Looks for a receipt, an amount or a name in the store of the moment. */
export function findPurchases(typed: string): Promise<void> {
  return foundPurchasesStore.getState().load({ ...storeInput(), text: visibleText(typed) })
}

/** One of them as it was opened. */
export const storePurchaseStore = createReading('purchases.show')

/** Opens one: of another nothing is shown meanwhile. */
export function openStorePurchase(purchaseId: string): Promise<void> {
  const { data, load } = storePurchaseStore.getState()
  if (data?.purchase.purchaseId !== purchaseId) storePurchaseStore.setState({ data: null })
  return load({ purchaseId })
}
