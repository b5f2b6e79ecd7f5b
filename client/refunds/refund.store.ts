import { createStore } from 'zustand/vanilla'
import { createReading } from '../reading'
import { createSubmission } from '../submission'
import { type RefundChoice, type RefundWish, wholeChoice, wishOf } from './refund-wish'

/** What the refund would do, as it is chosen now. */
export const previewStore = createReading('purchases.previewRefund')

export const refundStore = createSubmission('purchases.refund')

interface Choosing {
  purchaseId: string
  choice: RefundChoice
  /** What the newest preview was asked for; null while nothing is chosen. */
  wish: RefundWish | null
  /** Opens a purchase: everything that is left of it. */
  begin(purchaseId: string): Promise<void>
  choose(change: Partial<RefundChoice>): Promise<void>
  /** Looks at the same again. */
  look(): Promise<void>
  /** Does what was shown, or hears that something has changed and looks again. */
  confirm(): Promise<void>
}

export const choosingStore = createStore<Choosing>((set, get) => ({
  purchaseId: '',
  choice: wholeChoice,
  wish: null,
  async begin(purchaseId) {
    previewStore.setState(previewStore.getInitialState())
    refundStore.getState().close()
    set({ purchaseId, choice: wholeChoice, wish: { purchaseId, isShopFault: false } })
    await get().look()
  },
  async choose(change) {
    const opened = previewStore.getState().data?.purchase
    if (!opened) return
    const choice = { ...get().choice, ...change }
    set({ choice, wish: wishOf(opened, choice) })
    await get().look()
  },
  async look() {
    const { wish } = get()
    if (wish) await previewStore.getState().load(wish)
  },
  async confirm() {
    const { wish } = get()
    const previewHash = previewStore.getState().data?.previewHash
    if (!wish || previewHash === undefined) return
    refundStore.getState().open({ ...wish, previewHash })
    await refundStore.getState().send()
    if (refundStore.getState().refused?.code === 'PREVIEW_STALE') await get().look()
  },
}))
