import type { Declarations } from '../declarations'
import { collectionMissing } from '../platform-error'
import {
  appendVersion,
  type CollectionData,
  createCollection,
  fillCollection,
  visibleDocument,
} from './collection-data'
import { createdCollections } from './created-collections'
import type { Document } from './document'
import { createFlush, type Flush } from './flush'
import { keepRemoval, keepReplaced, type Snapshot, type SnapshotTable } from './snapshots'
import type { Store } from './store'
import {
  createTransactionTable,
  type PendingWrite,
  type Transaction,
  type TransactionLimits,
  type TransactionTable,
} from './transactions'

/** Which document a commit changed, so that the commit can be undone. */
export interface JournalLine {
  readonly at: number
  readonly collection: CollectionData
  readonly key: string
}

/** All documents in memory, in versions; the store follows and is only read at the start. */
export interface EngineState {
  readonly store: Store
  readonly collections: Map<string, CollectionData>
  readonly transactions: TransactionTable
  readonly snapshots: SnapshotTable
  /** Counts commits: the time by which snapshots and versions are compared. */
  version: number
  /** What was changed since the oldest moment to which somebody may want to return. */
  journal: JournalLine[]
  /** Moments that `restore` may ask for; while there is one the journal is kept. */
  readonly returnPoints: Set<{ readonly moment: Snapshot }>
  readonly flush: Flush
}

export interface EngineSetting {
  readonly store: Store
  readonly declarations: Declarations
  readonly limits: TransactionLimits
}

export function createEngineState({ store, declarations, limits }: EngineSetting): EngineState {
  const collections = new Map<string, CollectionData>()
  for (const [name, { indexes, placeIndexes }] of Object.entries(declarations)) {
    collections.set(name, createCollection(name, indexes, placeIndexes))
  }
  for (const name of createdCollections(store)) {
    if (!collections.has(name)) collections.set(name, createCollection(name, []))
  }
  readStore(store, collections)
  const snapshots: SnapshotTable = { held: [] }
  const version = 1
  return {
    store,
    collections,
    transactions: createTransactionTable(snapshots, limits),
    snapshots,
    version,
    journal: [],
    returnPoints: new Set(),
    flush: createFlush(snapshots, version),
  }
}

export function collectionOf(state: EngineState, name: string): CollectionData {
  const collection = state.collections.get(name)
  if (collection === undefined) throw collectionMissing(name)
  return collection
}

/** A document as a transaction sees it, its own writes included; without one, the newest. */
export function documentSeenBy(
  collection: CollectionData,
  key: string,
  transaction: Transaction | undefined,
): Document | null {
  const own = transaction?.writes.get(writeKey(collection.name, key))
  if (own !== undefined) return own.document
  return visibleDocument(collection, key, transaction?.snapshot?.at)
}

export function writeKey(collection: string, key: string): string {
  return `${collection}\u0000${key}`
}

/** Makes writes visible to everybody, at one moment. */
export function applyWrites(state: EngineState, writes: readonly PendingWrite[]): void {
  state.version += 1
  const at = state.version
  for (const { collection: name, key, document } of writes) {
    const collection = collectionOf(state, name)
    const before = collection.chains.get(key)
    const version = appendVersion(collection, key, { at, document })
    if (before !== undefined) {
      keepReplaced(state.snapshots, { collection, key, version: before })
    }
    if (document === null) keepRemoval(state.snapshots, { collection, key, version })
    state.journal.push({ at, collection, key })
  }
}

function readStore(store: Store, collections: Map<string, CollectionData>): void {
  const found = new Map<string, [string, Document][]>()
  store.load((name, key, document) => {
    const documents = found.get(name)
    if (documents === undefined) found.set(name, [[key, document]])
    else documents.push([key, document])
  })
  for (const [name, documents] of found) {
    const collection = collections.get(name)
    // A collection that nobody declares any more keeps its data in the store, out of reach.
    if (collection !== undefined) fillCollection(collection, 0, documents)
  }
}
