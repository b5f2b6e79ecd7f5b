import { verdictOn, withRefund } from '../../shared/payments/order'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { inTransaction, type Transaction } from '../runtime/database'
import { type Order, type PaidKind, withDue } from './order-document'
import type { Seen } from './pay-port'
import { flagOf, readOrder } from './repository'

export type SeenPaid = Extract<Seen, { state: 'paid' }>

interface Booking {
  readonly kinds: readonly PaidKind[]
  readonly seen: SeenPaid
  readonly now: number
}

/**
 * Books money that WeChat, when it was asked, says it has: once, together with what it pays for.
 * What came too late, or for something that is gone, goes back in full. What is not what was
 * ordered is booked nowhere: the order is closed, and a person is told.
 */
export function bookPayment(orderId: string, booking: Booking): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const order = await readOrder(orderId, tx)
    if (!order) return refuse('ORDER_NOT_FOUND')
    const verdict = verdictOn(order, booking.seen)
    if (verdict === 'repeat') return accept(null)
    if (verdict === 'wrongAmount' || verdict === 'wrongPayer') {
      return putAside(tx, order, { ...booking, reason: verdict })
    }
    if (verdict === 'late') return giveBack(tx, order, booking)
    const kind = booking.kinds.find(({ what }) => what === order.what)
    const stands = kind ? await kind.pay(tx, order, booking.now) : accept(false)
    if (!stands.ok) return stands
    if (!stands.value) return giveBack(tx, order, booking)
    await tx.put('payment_orders', withDue({ ...paidAs(order, booking), state: 'paid' }))
    return accept(null)
  })
}

async function giveBack(tx: Transaction, order: Order, booking: Booking): Promise<Outcome<null>> {
  const { now } = booking
  const wish = { cause: 'late', amountFen: order.amountFen, at: now }
  const refunded = withRefund(paidAs(order, booking), wish)
  if (!refunded.ok) return refunded
  await tx.put('payment_orders', withDue(refunded.value))
  const facts = { title: order.title, amountFen: order.amountFen }
  const source = order._id
  await tell(tx, { memberId: order.memberId, source, at: now, kind: 'paymentReturned', facts })
  return accept(null)
}

function paidAs(order: Order, { seen, now }: Booking): Order {
  return {
    ...order,
    paid: { at: now, transactionId: seen.transactionId },
    isClosedThere: true,
    isTold: order.state === 'unpaid' ? true : order.isTold,
  }
}

async function putAside(
  tx: Transaction,
  order: Order,
  { seen, now, reason }: Booking & { reason: 'wrongAmount' | 'wrongPayer' },
): Promise<Outcome<null>> {
  const { _id: orderId, what, title, amountFen: orderedFen } = order
  const said = { saidFen: seen.amountFen, words: seen.transactionId, at: now }
  await tx.put('payment_flags', flagOf({ reason, orderId, what, title, orderedFen, ...said }))
  const closing = order.state === 'unpaid' ? ({ state: 'closed', closedAt: now } as const) : {}
  await tx.put('payment_orders', withDue({ ...order, ...closing, isClosedThere: true }))
  return accept(null)
}
