import { stateAt } from '../../shared/drops/drop'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { releaseInTransaction } from './month-counts'
import { readDrop } from './repository'

/**
 * Ends a drop whose batch is voided in this transaction: one that is open is closed, one that is
 * still to open is cancelled, and counts in no month any more. Instances that keep an open one
 * stop within seconds. What was claimed goes with the batch.
 */
export async function closeVoided(
  tx: Transaction,
  dropId: string,
  context: Pick<Context, 'now' | 'shop'>,
): Promise<void> {
  const drop = await readDrop(dropId, tx)
  const state = drop && stateAt(drop, context.now)
  if (drop && state === 'scheduled') {
    await releaseInTransaction(tx, drop, context)
    await tx.put('drops', { ...drop, cancelledAt: context.now })
  }
  if (drop && state === 'open') await tx.put('drops', { ...drop, closedAt: context.now })
}
