import type { payments } from '../../shared/contract/payments'
import { refundedFen } from '../../shared/payments/order'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { orderIdOf, readOrder } from './repository'

/** What became of a payment, for her who made it. Refuses ORDER_NOT_FOUND, another one's too. */
export const showPayment: UseCase<typeof payments.show> = async (thing, { memberId, now }) => {
  const order = await readOrder(orderIdOf(thing))
  if (order?.memberId !== memberId) return refuse('ORDER_NOT_FOUND')
  const { _id, title, state, amountFen, closesAt } = order
  return accept({
    orderId: _id,
    title,
    state,
    amountFen,
    refundedFen: refundedFen(order),
    closesAt,
    serverNow: now,
  })
}
