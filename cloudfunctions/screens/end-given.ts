import type { BatchRow } from '../../shared/contract/coupon-batches'
import { closeVoided } from '../drops/close-in-transaction'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'

/** What gives coupons of a batch ends in the transaction that voids it: a drop has its own. */
export async function endGiven(
  tx: Transaction,
  batch: { readonly _id: string } & Pick<BatchRow, 'kind'>,
  context: Pick<Context, 'now' | 'shop'>,
): Promise<void> {
  // Both are named after the request that planned the drop.
  if (batch.kind === 'drop') await closeVoided(tx, batch._id, context)
}
