import { accept, type Outcome } from '../../shared/refusal'
import { refundOrder } from '../payments/order-in-transaction'
import type { Transaction } from '../runtime/database'
import type { Entry } from './list-document'

interface Back {
  /** Nature's key: the same cause goes back once. */
  readonly cause: string
  readonly amountFen: number
  readonly at: number
}

/**
 * Gives a part of what was paid by WeChat back there, within a minute. What was paid in person is
 * fetched back in person: nothing is written of it here.
 */
export async function giveBack(
  tx: Transaction,
  { _id: thingId, payment }: Pick<Entry, '_id' | 'payment'>,
  back: Back,
): Promise<Outcome<null>> {
  if (payment.orderId === null || back.amountFen === 0) return accept(null)
  return refundOrder(tx, { what: 'entry', thingId }, back)
}
