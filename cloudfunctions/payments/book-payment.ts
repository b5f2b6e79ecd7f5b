import { keptFen, verdictOn, withRefund } from '../../shared/payments/order'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { inTransaction, type Transaction } from '../runtime/database'
import { type FlagDocument, type Order, type PaidKind, withDue } from './order-document'
import type { Seen } from './pay-port'
import { flagOf, readOrder } from './repository'

export type SeenPaid = Extract<Seen, { state: 'paid' }>

export interface Booking {
  readonly kinds: readonly PaidKind[]
  readonly seen: SeenPaid
  readonly now: number
}

/**
 * Books money that WeChat, when it was asked, says it has: once, together with what it pays for.
 * What came too late, or for something that is gone, goes back in full. What is not what was
 * ordered is booked nowhere: the order is closed, and a person is told.
 */
export async function bookPayment(orderId: string, booking: Booking): Promise<Outcome<null>> {
  const booked = await bookMoney(orderId, booking)
  const order = booked.ok ? await readOrder(orderId) : null
  // Should this fail, the job does it: the money is booked, and WeChat need not tell again.
  if (order?.state === 'paid' && !order.isTold) await settleThing(order, booking)
  return booked
}

function bookMoney(orderId: string, booking: Booking): Promise<Outcome<null>> {
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
    const told = kind ? await kind.pay(tx, order) : accept('gone' as const)
    if (!told.ok) return told
    if (told.value === 'gone') return giveBack(tx, order, booking)
    const isTold = told.value === 'stands'
    const paid = { ...paidAs(order, booking), state: 'paid', isTold } as const
    await tx.put('payment_orders', withDue(paid))
    return accept(null)
  })
}

/** Brings what was paid for to that, where its own transaction could not; told twice it is told. */
export async function settleThing(
  order: Order,
  { kinds, now }: Pick<Booking, 'kinds' | 'now'>,
): Promise<Outcome<unknown>> {
  const kind = kinds.find(({ what }) => what === order.what)
  const stands = kind ? await kind.settle(order, now) : accept(false)
  if (!stands.ok) return stands
  return inTransaction(async (tx) => {
    const newest = await readOrder(order._id, tx)
    if (!newest || newest.isTold) return accept(null)
    const told = { ...newest, isTold: true }
    const backFen = stands.value ? 0 : keptFen(newest)
    if (backFen === 0) {
      await tx.put('payment_orders', withDue(told))
      return accept(null)
    }
    const refunded = withRefund(told, { cause: 'gone', amountFen: backFen, at: now })
    if (!refunded.ok) return refunded
    await tx.put('payment_orders', withDue(refunded.value))
    await tellReturned(tx, newest, now)
    return accept(null)
  })
}

async function giveBack(tx: Transaction, order: Order, booking: Booking): Promise<Outcome<null>> {
  const { now } = booking
  const wish = { cause: 'late', amountFen: order.amountFen, at: now }
  const refunded = withRefund(paidAs(order, booking), wish)
  if (!refunded.ok) return refunded
  await tx.put('payment_orders', withDue(refunded.value))
  await tellReturned(tx, order, now)
  return accept(null)
}

function tellReturned(tx: Transaction, order: Order, at: number): Promise<void> {
  const { _id: source, memberId, title, amountFen } = order
  const facts = { title, amountFen }
  return tell(tx, { memberId, source, at, kind: 'paymentReturned', facts })
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
  const flag = flagOf({ reason, orderId, what, title, orderedFen, ...said })
  // One that was ticked off stays so: WeChat tells the same more than once.
  const known = await tx.get<FlagDocument>('payment_flags', flag._id)
  if (!known) await tx.insert('payment_flags', flag)
  const closing = order.state === 'unpaid' ? ({ state: 'closed', closedAt: now } as const) : {}
  await tx.put('payment_orders', withDue({ ...order, ...closing, isClosedThere: true }))
  return accept(null)
}
