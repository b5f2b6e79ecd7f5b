import { createStore } from 'zustand/vanilla'
import { api, type InputAt, type OutputAt } from '../api'
import { keep, kept } from '../cache'
import { yuanText } from '../format'
import type { Trouble } from '../reading'
import { deskStore } from './desk.store'

/** A purchase that was typed without network: shown as 待确认 until the server has answered. */
export interface PendingPurchase {
  /** Made when its till opened: should the lost call have arrived, it is not booked twice. */
  requestId: string
  input: InputAt<'purchases.settle'>
  maskedName: string
  typedAt: number
  /** What the server said when the network was back; such a purchase waits for staff. */
  refused: Trouble | null
}

interface Pending {
  purchases: readonly PendingPurchase[]
  sending: boolean
  /** One whose scan grew too old: its amount goes to the till of the next member scanned. */
  resumed: PendingPurchase | null
  /** The newest one that went through, to tell staff. */
  booked: OutputAt<'purchases.settle'> | null
  add(purchase: Omit<PendingPurchase, 'refused'>): void
  /** Sends what waits, the oldest first, until the network is gone again. */
  flush(): Promise<void>
  /** Staff say that it is another purchase, not the same one twice. */
  confirmRepeat(requestId: string): Promise<void>
  drop(requestId: string): void
  resume(requestId: string): void
  /** The till of the resumed one was settled or put aside anew: the old note is done with. */
  endResumed(maskedName: string): void
}

const KEPT_AS = 'pending-purchases'

export const pendingStore = createStore<Pending>((set, get) => {
  const put = (purchases: readonly PendingPurchase[]) => {
    keep(KEPT_AS, purchases)
    set({ purchases })
  }
  const change = (changed: PendingPurchase) =>
    put(get().purchases.map((each) => (each.requestId === changed.requestId ? changed : each)))
  return {
    purchases: kept<PendingPurchase[]>(KEPT_AS) ?? [],
    sending: false,
    resumed: null,
    booked: null,
    add(purchase) {
      put([...get().purchases, { ...purchase, refused: null }])
    },
    async flush() {
      if (get().sending) return
      set({ sending: true })
      for (const purchase of get().purchases.filter((each) => each.refused === null)) {
        const { requestId, input } = purchase
        const reply = await api.call('purchases.settle', input, { requestId })
        if (reply.ok) {
          put(get().purchases.filter((each) => each.requestId !== requestId))
          set({ booked: reply.value })
          noteBooked(purchase, reply.value)
        } else if (canComeLater(reply.code)) break
        else change({ ...purchase, refused: { code: reply.code, message: reply.message } })
      }
      set({ sending: false })
    },
    async confirmRepeat(requestId) {
      const purchase = get().purchases.find((each) => each.requestId === requestId)
      if (!purchase) return
      const input = { ...purchase.input, repeatConfirmed: true }
      change({ ...purchase, input, refused: null })
      await get().flush()
    },
    drop(requestId) {
      put(get().purchases.filter((each) => each.requestId !== requestId))
    },
    resume(requestId) {
      set({ resumed: get().purchases.find((each) => each.requestId === requestId) ?? null })
    },
    endResumed(maskedName) {
      const { resumed } = get()
      if (resumed?.maskedName !== maskedName) return
      get().drop(resumed.requestId)
      set({ resumed: null })
    },
  }
})

/** The line of its scan, which said 待确认, says now what was booked. */
function noteBooked(purchase: PendingPurchase, answer: OutputAt<'purchases.settle'>): void {
  const { ticket = purchase.requestId } = purchase.input
  const text = `¥${yuanText(answer.paidFen)}，得 ${answer.earnedPoints} 积分`
  deskStore.getState().remember({ key: ticket, title: purchase.maskedName, text })
}

function canComeLater(code: Trouble['code']): boolean {
  return code === 'OFFLINE' || code === 'BUSY' || code === 'INTERNAL'
}
