import type { Meter } from '../gateway/meter'
import type { WriteKind } from '../platform-error'
import type { CollectionData } from './collection-data'
import { visibleDocument } from './collection-data'
import type { Document } from './document'
import {
  applyWrites,
  documentSeenBy,
  type EngineState,
  flushWrites,
  writeKey,
} from './engine-state'
import type { PendingWrite, Transaction } from './transactions'
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
  const unsafe: PendingWrite[] = []
  try {
    await work((key, decide) => writeOutside(scope, { collection, unsafe }, { key, decide }))
  } finally {
    await flushWrites(scope.state, unsafe)
  }
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
  const before = documentSeenBy(collection, key, transaction)
  const after = decide(before)
  if (after === undefined) return undefined
  const change = { kind: kindOf(before, after), collection, key, before, after }
  takeLocks(state, change, transaction)
  refuseDuplicates(change, transaction)
  const write = { collection: collection.name, key, document: after }
  transaction.writes.set(writeKey(collection.name, key), write)
  return after
}

/** A plain write waits for the transaction that holds its document, then looks again. */
async function writeOutside(
  { state, meter }: WriteScope,
  at: { collection: CollectionData; unsafe: PendingWrite[] },
  { key, decide }: Wish,
): Promise<Document | null | undefined> {
  const { collection, unsafe } = at
  for (;;) {
    const before = visibleDocument(collection, key)
    const after = decide(before)
    if (after === undefined) return undefined
    const change: Change = { kind: kindOf(before, after), collection, key, before, after }
    const holder = findHolder(state, locksOf(change))
    if (holder === undefined) {
      refuseDuplicates(change)
      const write = { collection: collection.name, key, document: after }
      applyWrites(state, [write])
      unsafe.push(write)
      if (meter !== undefined) meter.docsWritten += 1
      return after
    }
    await flushWrites(state, unsafe.splice(0))
    await holder.ended
  }
}

function kindOf(before: Document | null, after: Document | null): WriteKind {
  if (before === null) return 'Insert'
  return after === null ? 'Delete' : 'Update'
}
