import { PlatformError } from '../platform-error'
import { forgetCollections } from './created-collections'
import type { EngineState } from './engine-state'
import { flushWrites, settleWrites, undoSince } from './flush'
import { holdSnapshot, releaseSnapshot, type Snapshot, takeSnapshot } from './snapshots'
import { endTransaction } from './transactions'

/** A state of all data to which the engine can return. */
export interface ReturnPoint {
  /**
   * Makes the data what they were, in a time that grows with what was changed since. Open
   * transactions end, writes that wait for one are refused, and later return points are gone.
   */
  restore(): Promise<void>
  /** Lets go of it: what was kept for its sake is dropped. */
  release(): void
}

/** Remembers what the store has now, which no failure of the disk can undo any more. */
export function createReturnPoint(state: EngineState): ReturnPoint {
  const point = { moment: holdSnapshot(state.flush.durable) }
  const names = new Set(state.collections.keys())
  state.returnPoints.add(point)
  return {
    async restore() {
      await settleWrites(state).catch(() => {})
      if (!state.returnPoints.has(point)) throw new Error('this return point is gone')
      await returnTo(state, point.moment)
      await forgetCollections(state, names)
    },
    release() {
      if (state.returnPoints.delete(point)) releaseSnapshot(state.snapshots, point.moment)
    },
  }
}

async function returnTo(state: EngineState, moment: Snapshot): Promise<void> {
  const { flush, snapshots, transactions, returnPoints } = state
  for (const transaction of transactions.open.values()) {
    const restored = new PlatformError('SYS_ERR', 'the data were restored to an earlier state')
    for (const waiter of transaction.waiters.splice(0)) waiter.giveUp(restored)
    endTransaction(transactions, transaction)
  }
  flush.owed.push(...undoSince(state, moment))
  for (const later of returnPoints) if (later.moment.at > moment.at) returnPoints.delete(later)
  releaseSnapshot(snapshots, flush.durable)
  flush.durable = takeSnapshot(snapshots, moment.at)
  if (flush.owed.length > 0) await flushWrites(state, [])
}
