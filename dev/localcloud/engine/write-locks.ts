import { duplicateKey, transactionConflict, type WriteKind } from '../platform-error'
import { type CollectionData, lastChangedAt, visibleDocument } from './collection-data'
import { type DeclaredIndex, entriesIn, entryValues, hasEntry } from './declared-index'
import type { Document, Value } from './document'
import { documentSeenBy, type EngineState, writeKey } from './engine-state'
import type { Transaction } from './transactions'

/** A document's change from one state to the next; null is absent. */
export interface Change {
  readonly kind: WriteKind
  readonly collection: CollectionData
  readonly key: string
  readonly before: Document | null
  readonly after: Document | null
}

/** What a change must hold: the document, and each unique value that it takes or frees. */
export function locksOf(change: Change): string[] {
  const { collection, key, before, after } = change
  const locks = [writeKey(collection.name, key)]
  for (const index of uniqueIndexes(collection)) {
    const had = uniqueLocks(collection, index, before)
    const has = uniqueLocks(collection, index, after)
    locks.push(...had.filter((lock) => !has.includes(lock)))
    locks.push(...has.filter((lock) => !had.includes(lock)))
  }
  return locks
}

/** Another transaction that holds one of the locks. */
export function findHolder(
  state: EngineState,
  locks: readonly string[],
  own?: Transaction,
): Transaction | undefined {
  for (const lock of locks) {
    const holder = state.transactions.holders.get(lock)
    if (holder !== undefined && holder !== own) return holder
  }
  return undefined
}

/**
 * Takes the locks for a transaction. A lock that another holds, and a document that changed since
 * the snapshot, are conflicts at once: the platform does not wait between transactions.
 */
export function takeLocks(state: EngineState, change: Change, transaction: Transaction): void {
  const locks = locksOf(change)
  const changedAt = lastChangedAt(change.collection, change.key)
  const late = changedAt > (transaction.snapshot?.at ?? state.version)
  if (late || findHolder(state, locks, transaction) !== undefined) throw transactionConflict()
  for (const lock of locks) {
    transaction.locks.add(lock)
    state.transactions.holders.set(lock, transaction)
  }
}

/** Refuses a change that gives two documents the same value in a unique index. */
export function refuseDuplicates(change: Change, transaction?: Transaction): void {
  const { after, collection, kind } = change
  if (after === null) return
  for (const index of uniqueIndexes(collection)) {
    for (const values of entryValues(index, after)) {
      if (isTaken(change, { index, values }, transaction)) {
        const name = index.declaration.name
        throw duplicateKey(kind, {
          collection: collection.name,
          index: name,
          key: shown(index, values),
        })
      }
    }
  }
}

function isTaken(
  { collection, key }: Change,
  wanted: { index: DeclaredIndex; values: readonly Value[] },
  transaction: Transaction | undefined,
): boolean {
  const { index, values } = wanted
  const holds = (document: Document | null): boolean =>
    document !== null && hasEntry(index, document, values)
  for (const entry of entriesIn(index, { equal: values })) {
    if (entry.key === key) continue
    const now = holds(visibleDocument(collection, entry.key))
    if (transaction === undefined && now) return true
    if (transaction === undefined) continue
    const seen = holds(documentSeenBy(collection, entry.key, transaction))
    if (seen) return true
    const own = transaction.writes.has(writeKey(collection.name, entry.key))
    // Somebody took the value after the snapshot: the transaction cannot see with whom it clashes.
    if (now && !own) throw transactionConflict()
  }
  for (const write of transaction?.writes.values() ?? []) {
    if (write.collection === collection.name && write.key !== key && holds(write.document)) {
      return true
    }
  }
  return false
}

function uniqueIndexes(collection: CollectionData): DeclaredIndex[] {
  // The document's own lock and key stand for `_id`.
  return collection.indexes.filter(
    ({ declaration }) => declaration.unique === true && declaration.name !== '_id_',
  )
}

function uniqueLocks(
  collection: CollectionData,
  index: DeclaredIndex,
  document: Document | null,
): string[] {
  if (document === null) return []
  const prefix = `${collection.name}\u0000\u0000${index.declaration.name}\u0000`
  return entryValues(index, document).map((values) => prefix + JSON.stringify(values))
}

/** An entry of an index as MongoDB's errors show it. */
export function shown(index: DeclaredIndex, values: readonly Value[]): string {
  const fields = index.declaration.fields.map(
    ([path], position) => `${path}: ${JSON.stringify(values[position] ?? null)}`,
  )
  return `{ ${fields.join(', ')} }`
}
