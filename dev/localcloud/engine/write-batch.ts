import type { Meter } from '../gateway/meter'
import { transactionGone, type WriteKind } from '../platform-error'
import type { CollectionData } from './collection-data'
import { visibleDocument } from './collection-data'
import type { Document } from './document'
import { applyWrites, documentSeenBy, type EngineState, writeKey } from './engine-state'
import { flushWrites, settleWrites } from './flush'
import type { Transaction } from './transactions'
import { type Change, findHolder, locksOf, refuseDuplicates, takeLocks } from './write-locks'

export interface WriteScope {
  readonly state: EngineState
  readonly transaction?: Transaction
  readonly meter?: Meter
}

/** A document's next state from the present one: null removes it, undefined leaves it alone. */
export type Decide = (before: Document | null) => Document | null | undefined

/** Writes one document and says what it became; undefined when it was left alone. */
export type Write = (key: string, decide: Decide) => Promise<Document | null | undefined>

/**
 * Runs the writes of one request. Outside a transaction each is visible at once, and the request
 * is answered only when all that it did is safe, also when a later write of it was refused.
 */
export async function writeBatch(
  scope: WriteScope,
  collection: CollectionData,
  work: (write: Write) => Promise<void>,
): Promise<void> {
  const { transaction } = scope
  if (transaction !== undefined) {
    await work(async (key, decide) =>
      writeInside(scope, { collection, transaction }, { key, decide }),
    )
    return
  }
  const stored = new Set<Promise<void>>()
  let written = 0
  const write: Write = async (key, decide) => {
    const effect = await writeOutside(scope, collection, { key, decide })
    if (effect === undefined) return undefined
    stored.add(effect.stored)
    written += 1
    return effect.after
  }
  try {
    await work(write)
  } finally {
    // One that changed nothing may still tell of what others wrote a moment ago.
    if (written === 0) stored.add(settleWrites(scope.state))
    await Promise.all(stored)
    if (scope.meter !== undefined) scope.meter.docsWritten += written
  }
}

interface Effect {
  readonly after: Document | null
  readonly stored: Promise<void>
}

interface Wish {
  readonly key: string
  readonly decide: Decide
}

function writeInside(
  { state }: WriteScope,
  at: { collection: CollectionData; transaction: Transaction },
  { key, decide }: Wish,
): Document | null | undefined {
  const { collection, transaction } = at
  // It may have been ended since the operation began: then nobody would free its locks.
  if (!state.transactions.open.has(transaction.id)) throw transactionGone()
  const before = documentSeenBy(collection, key, transaction)
  const after = decide(before)
  if (after === undefined) return undefined
  const change = changeOf(collection, key, { before, after })
  takeLocks(state, change, transaction)
  refuseDuplicates(change, transaction)
  const write = { collection: collection.name, key, document: after }
  transaction.writes.set(writeKey(collection.name, key), write)
  return after
}

/**
 * A plain write waits for the transaction that holds its document, then looks again. It looks in
 * the very turn in which the lock is freed, so writers go on in the order in which they came.
 */
function writeOutside(
  { state }: WriteScope,
  collection: CollectionData,
  { key, decide }: Wish,
): Promise<Effect | undefined> {
  return new Promise((resolve, reject) => {
    const tryAgain = (): void => {
      try {
        const before = visibleDocument(collection, key)
        const after = decide(before)
        const change =
          after === undefined ? undefined : changeOf(collection, key, { before, after })
        const holder = change && findHolder(state, locksOf(change))
        if (holder !== undefined) holder.waiters.push({ tryAgain, giveUp: reject })
        else resolve(change && apply(state, change))
      } catch (fault) {
        reject(fault)
      }
    }
    tryAgain()
  })
}

function apply(state: EngineState, change: Change): Effect {
  refuseDuplicates(change)
  const { collection, key, after } = change
  const writes = [{ collection: collection.name, key, document: after }]
  applyWrites(state, writes)
  return { after, stored: flushWrites(state, writes) }
}

function changeOf(
  collection: CollectionData,
  key: string,
  { before, after }: { before: Document | null; after: Document | null },
): Change {
  return { kind: kindOf(before, after), collection, key, before, after }
}

function kindOf(before: Document | null, after: Document | null): WriteKind {
  if (before === null) return 'Insert'
  return after === null ? 'Delete' : 'Update'
}
