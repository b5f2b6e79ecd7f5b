import type { CollectionDeclaration } from '../../../cloudfunctions/runtime/collections'
import { collectionMissing } from '../platform-error'
import {
  appendVersion,
  type CollectionData,
  createCollection,
  thinOut,
  visibleDocument,
} from './collection-data'
import { createdCollections } from './created-collections'
import type { Document } from './document'
import type { Store } from './store'
import {
  createTransactionTable,
  oldestSnapshot,
  type PendingWrite,
  type Transaction,
  type TransactionTable,
} from './transactions'

/** All documents in memory, in versions; the store follows and is only read at the start. */
export interface EngineState {
  readonly store: Store
  readonly collections: Map<string, CollectionData>
  readonly transactions: TransactionTable
  /** Counts commits: the time by which snapshots and versions are compared. */
  version: number
  /** Settles when everything applied so far is safe; no answer overtakes it. */
  flushed: Promise<void>
  /** Memory is ahead of a store that failed, so nothing more may be answered. */
  broken: unknown
}

export interface EngineSetting {
  readonly store: Store
  readonly declarations: Readonly<Record<string, CollectionDeclaration>>
  readonly transactionLifetimeMs: number
}

export function createEngineState(setting: EngineSetting): EngineState {
  const collections = new Map<string, CollectionData>()
  for (const [name, { indexes }] of Object.entries(setting.declarations)) {
    collections.set(name, createCollection(name, indexes))
  }
  for (const name of createdCollections(setting.store)) {
    if (!collections.has(name)) collections.set(name, createCollection(name, []))
  }
  setting.store.load((name, key, document) => {
    const collection = collections.get(name)
    // A collection that nobody declares any more keeps its data in the store, out of reach.
    if (collection !== undefined) appendVersion(collection, key, { at: 0, document })
  })
  const transactions = createTransactionTable(setting.transactionLifetimeMs)
  return {
    store: setting.store,
    collections,
    transactions,
    version: 1,
    flushed: Promise.resolve(),
    broken: undefined,
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
  return own === undefined ? visibleDocument(collection, key, transaction?.snapshot) : own.document
}

export function writeKey(collection: string, key: string): string {
  return `${collection}\u0000${key}`
}

/** Makes writes visible to everybody, at one moment. */
export function applyWrites(state: EngineState, writes: readonly PendingWrite[]): void {
  state.version += 1
  for (const { collection, key, document } of writes) {
    appendVersion(collectionOf(state, collection), key, { at: state.version, document })
  }
  collectVersions(state)
}

/** Drops versions that no open snapshot needs. */
export function collectVersions(state: EngineState): void {
  const oldest = oldestSnapshot(state.transactions, state.version)
  const crowded = oldest < state.version
  for (const collection of state.collections.values()) {
    // While a snapshot is open there is little to drop: looking at each commit would be dear.
    if (collection.aged.size > (crowded ? 10_000 : 0)) thinOut(collection, oldest)
  }
}

/** Hands applied writes to the store and waits until they are safe. */
export async function flushWrites(
  state: EngineState,
  writes: readonly PendingWrite[],
): Promise<void> {
  if (writes.length > 0) {
    state.flushed = state.store.commit(writes).catch((fault: unknown) => {
      state.broken = fault
    })
  }
  await settleWrites(state)
}

/** Waits for all that was applied before, so that an answer never shows what a kill can undo. */
export async function settleWrites(state: EngineState): Promise<void> {
  await state.flushed
  if (state.broken !== undefined) throw state.broken
}
