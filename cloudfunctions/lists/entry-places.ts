/** How an entry stands once it has a place, waits for one, or has given it up. */
import { heldUntil } from '../../shared/lists/hold-hours'
import type { Shop } from '../../shared/rules/shop'
import type { EntryDocument, EntryPayment, List } from './list-document'

/** How long a place waits for its payment online. */
const PAYMENT_MS = 15 * 60_000

/** What of an entry goes with its place. */
export type Standing = Pick<EntryDocument, 'state' | 'waitsFor' | 'untilAt' | 'dueAt' | 'payment'>

type Paid = Pick<EntryDocument, 'payment'>
/** Whoever was written down by an owner has no phone to pay with: she pays where she fetches it. */
type Payer = Pick<EntryDocument, 'payment' | 'memberId'>

export const unpaid: EntryPayment = {
  ...{ state: 'none', paidFen: 0, paidAt: null, parts: [], returnFen: 0 },
  ...{ orderId: null, purchaseId: null },
}

/** The place is hers; where it is paid online, once that is done, at the latest by the cut-off. */
export function placed(
  { payment: way, cutOffAt }: Pick<List, 'payment' | 'cutOffAt'>,
  { payment, memberId }: Payer,
  now: number,
): Standing {
  const isPaid = payment.state === 'paid'
  if (way !== 'online' || isPaid || memberId === null) {
    const state = isPaid ? 'paid' : 'owed'
    return standing('joined', { payment, state })
  }
  const untilAt = Math.min(now + PAYMENT_MS, cutOffAt)
  return { ...standing('awaiting', { payment, state: 'awaiting' }), untilAt, dueAt: untilAt }
}

/** It waits for a place, counted for these items. */
export function queued({ payment }: Paid, waitsFor: readonly string[]): Standing {
  return { ...standing('waiting', { payment, state: 'none' }), waitsFor }
}

interface Keeping {
  readonly now: number
  readonly cutOffAt: number
  readonly shop: Pick<Shop, 'lists'>
}

/** A place is kept for her for the hours that people look at their phones, or to the cut-off. */
export function held({ payment }: Paid, { now, cutOffAt, shop }: Keeping): Standing {
  const untilAt = Math.min(heldUntil(now, shop.lists.holdMinutes), cutOffAt)
  return { ...standing('held', { payment, state: 'none' }), untilAt, dueAt: untilAt }
}

/** It is over. What was paid for it goes back by the way it came, and says so itself. */
export function ended(state: 'cancelled' | 'lapsed' | 'released', { payment }: Paid): Standing {
  const isPaid = payment.state === 'paid' || payment.state === 'refunded'
  return standing(state, { payment, state: isPaid ? payment.state : 'none' })
}

function standing(
  state: EntryDocument['state'],
  { payment, state: paymentState }: Paid & { readonly state: EntryPayment['state'] },
): Standing {
  const stays = { waitsFor: [], untilAt: null, dueAt: 0 }
  return { state, ...stays, payment: { ...payment, state: paymentState } }
}
