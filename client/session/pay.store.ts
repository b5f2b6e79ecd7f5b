import { createStore } from 'zustand/vanilla'
import { api, type InputAt, type OutputAt } from '../api'
import { payByWechat, type Tapped } from './wechat-pay'

export type PaidThing = InputAt<'payments.start'>
export type ShownPayment = OutputAt<'payments.show'>

/**
 * Where a payment is, for the page: the order is told to WeChat, WeChat's sheet is open, the server
 * is asked whether the money has come; then how it ended. `slow`: WeChat said yes and the server
 * has not heard yet, which the job brings in order by itself. `returned`: it came too late.
 */
export type PayStep =
  | 'closed'
  | 'starting'
  | 'paying'
  | 'confirming'
  | 'paid'
  | 'cancelled'
  | 'failed'
  | 'slow'
  | 'over'
  | 'returned'

export interface Paying {
  thing: PaidThing | null
  step: PayStep
  /** Why it failed. */
  message: string | null
  closesAt: number | null
  /** Begins, or goes on with, the payment of a thing; a second tap does nothing. */
  pay(thing: PaidThing, title: string): Promise<void>
  close(): void
}

/** WeChat's notice comes within a second as a rule; the job asks for a lost one each minute. */
const LOOK_EVERY_MS = 1_000
const LOOKS_AFTER_PAYING = 75
const LOOKS_AFTER_FAILING = 4

const busy: readonly PayStep[] = ['starting', 'paying', 'confirming']
const closed = { thing: null, step: 'closed', message: null, closesAt: null } as const

/** One payment at a time: whoever has something to be paid opens it here. */
export const payStore = createStore<Paying>((set, get) => ({
  ...closed,
  async pay(thing, title) {
    if (busy.includes(get().step)) return
    set({ thing, step: 'starting', message: null, closesAt: null })
    const isStill = () => get().thing === thing
    const started = await api.call('payments.start', thing)
    if (!isStill()) return
    if (!started.ok) {
      // Her sheet closed before the answer came, e.g.: what is paid needs no second payment.
      if (started.code === 'ORDER_PAID')
        return settle(thing, { looks: LOOKS_AFTER_PAYING, isStill })
      const step = started.code === 'ORDER_OVER' ? 'over' : 'failed'
      set({ step, message: started.message })
      return
    }
    const { payment, amountFen, closesAt } = started.value
    set({ step: 'paying', closesAt })
    const tapped = await payByWechat(payment, { title, amountFen })
    if (!isStill()) return
    await settle(thing, { looks: looksAfter[tapped], isStill })
    if (get().step === 'slow' && tapped !== 'paid') set({ step: tapped })
  },
  close() {
    set(closed)
  },
}))

/** Whatever the sheet said, the server is asked: a sheet that failed may have paid all the same. */
const looksAfter: Readonly<Record<Tapped, number>> = {
  paid: LOOKS_AFTER_PAYING,
  failed: LOOKS_AFTER_FAILING,
  cancelled: 1,
}

async function settle(
  thing: PaidThing,
  { looks, isStill }: { looks: number; isStill: () => boolean },
): Promise<void> {
  payStore.setState({ step: 'confirming' })
  for (let look = 0; look < looks; look += 1) {
    if (look > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const reply = await api.call('payments.show', thing)
    if (!isStill()) return
    const step = reply.ok ? stepOf(reply.value) : null
    if (step !== null) return payStore.setState({ step })
  }
  payStore.setState({ step: 'slow' })
}

/** Null: nobody knows yet. */
function stepOf({ state, refundedFen }: ShownPayment): PayStep | null {
  if (state === 'unpaid') return null
  if (state === 'closed') return 'over'
  return state === 'paid' || refundedFen === 0 ? 'paid' : 'returned'
}
