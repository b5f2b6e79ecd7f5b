import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'

export type MyPurchaseRow = OutputAt<'purchases.mine'>['purchases'][number]
export type MyPurchase = OutputAt<'purchases.showMine'>

/** What the member bought, the newest first. */
export const myPurchasesStore = createPaged(
  {
    ask: (_query: Record<string, never>, cursor) =>
      api.call('purchases.mine', cursor ? { cursor } : {}),
    rowsOf: (page) => page.purchases,
  },
  {},
)

/** One of them, with what each refund did. */
export const purchaseStore = createReading('purchases.showMine')

/** What giving back all that is left of it would do to her. */
export const myPreviewStore = createReading('purchases.previewMyRefund')

export function loadMyPurchases(): Promise<void> {
  return myPurchasesStore.getState().load({})
}

/** Opens one purchase; what was shown of another is not shown meanwhile. */
export function openPurchase(purchaseId: string): Promise<void> {
  const { data } = purchaseStore.getState()
  if (data?.purchase.purchaseId !== purchaseId) {
    purchaseStore.setState(purchaseStore.getInitialState())
    myPreviewStore.setState(myPreviewStore.getInitialState())
  }
  return purchaseStore.getState().load({ purchaseId })
}
