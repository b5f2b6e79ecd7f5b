import type { Outcome } from '../../shared/refusal'
import { accept } from '../../shared/refusal'
import { refundUpTo } from '../payments/order-in-transaction'
import type { Transaction } from '../runtime/database'
import { thingOf } from './entry-payment'
import type { Entry } from './list-document'

interface Back {
  /** Nature's key: the same cause goes back once. */
  readonly cause: string
  readonly amountFen: number
  readonly at: number
}

/**
 * Gives back by WeChat, within a minute, what was paid there, as far as it goes, and answers how
 * much that is. The rest was paid in person and is fetched in person.
 */
export async function giveBack(
  tx: Transaction,
  { _id: entryId, payment }: Pick<Entry, '_id' | 'payment'>,
  back: Back,
): Promise<Outcome<number>> {
  if (payment.orderId === null || back.amountFen === 0) return accept(0)
  return refundUpTo(tx, thingOf(entryId), back)
}
