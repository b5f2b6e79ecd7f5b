import type { PaidThing } from '../../shared/payments/order'
import { keptFen, MAX_ORDER_REFUNDS, withRefund } from '../../shared/payments/order'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Transaction } from '../runtime/database'
import { type Order, type OrderWish, withDue } from './order-document'
import { orderIdOf, orderOf, readOrder } from './repository'

export interface ThingPaid {
  readonly what: PaidThing
  readonly thingId: string
}

/** Makes the order of something in the transaction that books it. */
export async function openOrder(tx: Transaction, wish: OrderWish): Promise<void> {
  await tx.insert('payment_orders', orderOf(wish))
}

/**
 * What was ordered is given up: an order that waits is closed, and of one that was paid goes back
 * what the shop still has. Answers how much goes back. What is paid after this comes back by
 * itself. Refuses ORDER_NOT_FOUND.
 */
export async function giveUpOrder(
  tx: Transaction,
  thing: ThingPaid,
  { cause, at }: { cause: string; at: number },
): Promise<Outcome<{ refundFen: number }>> {
  const order = await readOrder(orderIdOf(thing), tx)
  if (!order) return refuse('ORDER_NOT_FOUND')
  if (order.state === 'unpaid') await tx.put('payment_orders', closedHere(order, at))
  if (order.paid === null) return accept({ refundFen: 0 })
  const known = order.refunds.find((refund) => refund.cause === cause)
  const refundFen = known?.amountFen ?? keptFen(order)
  if (refundFen === 0) return accept({ refundFen })
  const refunded = await refundOrder(tx, thing, { cause, amountFen: refundFen, at })
  return refunded.ok ? accept({ refundFen }) : refunded
}

/**
 * Gives a part back, or all: the job asks WeChat for it within a minute, until it is done. The same
 * cause is the same refund. Refuses ORDER_NOT_FOUND, ORDER_UNPAID, REFUND_EXCEEDS, REFUND_PARTS.
 */
export async function refundOrder(
  tx: Transaction,
  thing: ThingPaid,
  wish: { cause: string; amountFen: number; at: number },
): Promise<Outcome<null>> {
  const order = await readOrder(orderIdOf(thing), tx)
  if (!order) return refuse('ORDER_NOT_FOUND')
  const refunded = withRefund(order, wish)
  if (!refunded.ok) return refunded
  await tx.put('payment_orders', withDue(refunded.value))
  return accept(null)
}

/**
 * Gives so much back as far as the order has it still, and answers how much that is: the rest goes
 * back in person, and all of it does once WeChat takes no further refund of the order. The same
 * cause is the same refund. Refuses ORDER_NOT_FOUND.
 */
export async function refundUpTo(
  tx: Transaction,
  thing: ThingPaid,
  { cause, amountFen, at }: { cause: string; amountFen: number; at: number },
): Promise<Outcome<number>> {
  const order = await readOrder(orderIdOf(thing), tx)
  if (!order) return refuse('ORDER_NOT_FOUND')
  const known = order.refunds.find((refund) => refund.cause === cause)
  const isFull = order.refunds.length >= MAX_ORDER_REFUNDS
  const backFen = known?.amountFen ?? (isFull ? 0 : Math.min(keptFen(order), amountFen))
  if (backFen === 0) return accept(0)
  const refunded = withRefund(order, { cause, amountFen: backFen, at })
  if (!refunded.ok) return refunded
  await tx.put('payment_orders', withDue(refunded.value))
  return accept(backFen)
}

/** Who gives up knows it; WeChat is told by the job, unless it never heard of the order. */
function closedHere(order: Order, at: number): Order {
  return withDue({
    ...order,
    state: 'closed',
    closedAt: at,
    isTold: true,
    isClosedThere: order.startedAt === null,
    askAt: at,
  })
}
