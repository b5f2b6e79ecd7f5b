import type { payments, StartedPayment } from '../../shared/contract/payments'
import { askAgainAt } from '../../shared/payments/order'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { meaningHashOf } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type Order, withDue } from './order-document'
import type { PayPort } from './pay-port'
import { orderIdOf, readOrder } from './repository'

/** Who began and said nothing for so long is taken to be dead: another call goes on. */
const TAKEN_OVER_AFTER_MS = 3_000

/**
 * Tells WeChat of the order and answers what her phone pays with: the same for every call. One call
 * at a time speaks to WeChat, and that it does is written down first, so that the job asks for
 * whatever becomes of it. Refuses ORDER_NOT_FOUND (another one's too), ORDER_OVER, ORDER_PAID,
 * PAYMENT_OFF, PAYMENT_FAILED.
 */
export const startPayment =
  (port: PayPort): UseCase<typeof payments.start> =>
  (thing, context) => {
    const orderId = orderIdOf(thing)
    const find = async () => {
      const order = await readOrder(orderId)
      const isHers = order?.memberId === context.memberId
      if (!order?.prepaid || !isHers || !admit(order, context.now).ok) return null
      return { request: { hash: meaningHashOf(thing), answer: answerOf(order, order.prepaid) } }
    }
    const asked = { meaning: thing, find }
    return recorded<StartedPayment>(context, asked, () => startOnce(port, orderId, context))
  }

async function startOnce(
  port: PayPort,
  orderId: string,
  context: MemberContext,
): Promise<Outcome<StartedPayment>> {
  const begun = await begin(orderId, context)
  if (!begun.ok) return begun
  const { title, amountFen, startedAt } = begun.value
  const placed = await port.order({ orderId, title, amountFen })
  if (!placed.ok) return placed
  return inTransaction(async (tx) => {
    const order = await readOrder(orderId, tx)
    if (!order) return refuse('ORDER_NOT_FOUND')
    const admitted = admit(order, context.now)
    if (!admitted.ok) return admitted
    // Whoever took over meanwhile has told WeChat once more: hers is the one that counts.
    if (order.startedAt !== startedAt) return refuse('UNDER_WAY')
    await tx.put('payment_orders', { ...order, prepaid: placed.value })
    return accept(answerOf(order, placed.value))
  })
}

/** From here on the order may be paid, whatever happens to this call. */
function begin(
  orderId: string,
  { memberId, now }: Pick<MemberContext, 'memberId' | 'now'>,
): Promise<Outcome<Order>> {
  return inTransaction(async (tx) => {
    const order = await readOrder(orderId, tx)
    if (order?.memberId !== memberId) return refuse('ORDER_NOT_FOUND')
    const admitted = admit(order, now)
    if (!admitted.ok) return admitted
    const { startedAt } = order
    if (startedAt !== null && now - startedAt < TAKEN_OVER_AFTER_MS) return refuse('UNDER_WAY')
    const askAt = Math.min(askAgainAt(now, 0), order.closesAt)
    const begun = withDue({ ...order, startedAt: now, askAt })
    await tx.put('payment_orders', begun)
    return accept(begun)
  })
}

function admit({ state, closesAt }: Order, now: number): Outcome<null> {
  if (state === 'unpaid') return now < closesAt ? accept(null) : refuse('ORDER_OVER')
  return refuse(state === 'closed' ? 'ORDER_OVER' : 'ORDER_PAID')
}

function answerOf(
  { _id, amountFen, closesAt }: Order,
  payment: NonNullable<Order['prepaid']>,
): StartedPayment {
  return { orderId: _id, amountFen, closesAt, payment }
}
