import { stateAt } from '../../shared/drops/drop'
import { accept } from '../../shared/refusal'
import { readBatch } from '../coupons/batches-in-transaction'
import type { Chore } from '../runtime/chores'
import { inTransaction } from '../runtime/database'
import { drainedDrops, forgetDrop, readDrop } from './repository'

const DROPS_AT_ONCE = 100

/**
 * A drop whose batch was voided gives nothing any more: it is closed, or cancelled before it opens,
 * at the next tick. Coupons that were claimed meanwhile are revoked with the batch, which is looked
 * at again once everybody who was at it is done.
 */
export const closeVoidDrops: Chore = {
  name: 'close-void',
  every: 'tick',
  isDue: async ({ now }) => (await drainedDrops(now, DROPS_AT_ONCE)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    let closed = 0
    // What is left over is still due at the next tick.
    for (const { _id } of await drainedDrops(now, DROPS_AT_ONCE)) {
      if (hasTimeLeft() && (await closeIfVoid(_id, now))) closed += 1
    }
    return { closed }
  },
}

async function closeIfVoid(dropId: string, now: number): Promise<boolean> {
  const outcome = await inTransaction<boolean>(async (tx) => {
    const drop = await readDrop(dropId, tx)
    const batch = drop && (await readBatch(drop.batchId, tx))
    if (!drop || !batch?.voided) return accept(false)
    const state = stateAt(drop, now)
    if (state === 'scheduled') await tx.put('drops', { ...drop, cancelledAt: now })
    if (state === 'open') await tx.put('drops', { ...drop, closedAt: now })
    return accept(state === 'scheduled' || state === 'open')
  })
  forgetDrop(dropId)
  return outcome.ok && outcome.value
}
