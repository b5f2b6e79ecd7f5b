import { PlatformError, storageRefused } from '../platform-error'
import { dropVersion, visibleDocument } from './collection-data'
import { type EngineState, writeKey } from './engine-state'
import {
  keepRemoval,
  releaseSnapshot,
  returnToSnapshot,
  type Snapshot,
  type SnapshotTable,
  takeSnapshot,
} from './snapshots'
import { endTransaction, type PendingWrite } from './transactions'

/** Writes that go to the store together, all or none of them. */
interface Batch {
  readonly writes: PendingWrite[]
  readonly done: Promise<void>
  readonly succeed: () => void
  readonly fail: (fault: Error) => void
}

/** The way from memory to the store: one batch under way, one that gathers behind it. */
export interface Flush {
  current: Batch | undefined
  next: Batch | undefined
  /** What the store holds. Readers outside transactions see this moment, so nothing undone. */
  durable: Snapshot
  /** Taken back in memory and not yet in the store; it goes with the next batch. */
  owed: PendingWrite[]
}

export function createFlush(snapshots: SnapshotTable, version: number): Flush {
  const durable = takeSnapshot(snapshots, version)
  return { current: undefined, next: undefined, durable, owed: [] }
}

/**
 * Hands applied writes to the store. The promise settles when they are safe from a kill, or when
 * the store refused them and they have been undone; it need not be listened to.
 */
export function flushWrites(state: EngineState, writes: readonly PendingWrite[]): Promise<void> {
  const { flush } = state
  if (flush.next === undefined) {
    flush.next = createBatch()
    // What the same turn writes goes along; behind a batch under way the next one gathers.
    if (flush.current === undefined) queueMicrotask(() => void storeBatches(state))
  }
  const batch = flush.next
  for (const write of writes) batch.writes.push(write)
  return batch.done
}

/** Waits for all that was applied before, so that an answer never shows what a kill can undo. */
export function settleWrites({ flush }: EngineState): Promise<void> {
  return (flush.next ?? flush.current)?.done ?? Promise.resolve()
}

/**
 * Takes back everything that was applied after a snapshot, and ends the transactions that may have
 * seen it. Says which documents were touched.
 */
export function undoSince(state: EngineState, moment: Snapshot): PendingWrite[] {
  const touched = new Map<string, PendingWrite>()
  for (let line = state.journal.at(-1); line !== undefined; line = state.journal.at(-1)) {
    if (line.at <= moment.at) break
    state.journal.pop()
    const { collection, key } = line
    for (let newest = collection.chains.get(key); newest !== undefined; ) {
      if (newest.at <= moment.at) break
      dropVersion(collection, key, newest)
      newest = collection.chains.get(key)
    }
    const document = visibleDocument(collection, key)
    touched.set(writeKey(collection.name, key), { collection: collection.name, key, document })
    const version = collection.chains.get(key)
    if (version?.document === null) keepRemoval(state.snapshots, { collection, key, version })
  }
  const late = [...state.transactions.open.values()].filter(
    ({ snapshot }) => snapshot !== undefined && snapshot.at > moment.at,
  )
  returnToSnapshot(state.snapshots, moment)
  for (const transaction of late) endTransaction(state.transactions, transaction)
  return [...touched.values()]
}

/** Forgets what was changed before the oldest moment to which anybody may return. */
function trimJournal(state: EngineState, oldest: number): void {
  const { journal } = state
  let passed = 0
  while (passed < journal.length && (journal[passed]?.at ?? 0) <= oldest) passed += 1
  if (passed > 0) state.journal = journal.slice(passed)
}

function createBatch(): Batch {
  let succeed: () => void = () => {}
  let fail: (fault: Error) => void = () => {}
  const done = new Promise<void>((resolve, reject) => {
    succeed = resolve
    fail = reject
  })
  done.catch(() => {})
  return { writes: [], done, succeed, fail }
}

async function storeBatches(state: EngineState): Promise<void> {
  const { flush } = state
  while (flush.next !== undefined) {
    const batch = flush.next
    flush.current = batch
    flush.next = undefined
    await storeBatch(state, batch)
    flush.current = undefined
  }
}

async function storeBatch(state: EngineState, batch: Batch): Promise<void> {
  const { flush, snapshots, store } = state
  const reached = takeSnapshot(snapshots, state.version)
  const latest = new Map<string, PendingWrite>()
  for (const write of [...flush.owed, ...batch.writes]) {
    latest.set(writeKey(write.collection, write.key), write)
  }
  try {
    await store.commit([...latest.values()])
  } catch (fault) {
    if (reached === flush.durable) releaseSnapshot(snapshots, reached)
    refuseBatches(state, batch, fault)
    return
  }
  flush.owed = []
  const before = flush.durable
  flush.durable = reached
  releaseSnapshot(snapshots, before)
  if (state.returnPoints.size === 0) trimJournal(state, reached.at)
  batch.succeed()
}

/** Undoes what the store did not take, and what was built upon it meanwhile. */
function refuseBatches(state: EngineState, batch: Batch, fault: unknown): void {
  const { flush } = state
  const refusal = fault instanceof PlatformError ? fault : storageRefused()
  const behind = flush.next
  flush.next = undefined
  undoSince(state, flush.durable)
  batch.fail(refusal)
  behind?.fail(refusal)
}
