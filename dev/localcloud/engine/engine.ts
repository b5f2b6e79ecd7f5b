import { setTimeout as pause } from 'node:timers/promises'
import type { Declarations } from '../declarations'
import type { Meter } from '../gateway/meter'
import { aggregateDocuments } from './aggregation'
import { type CollectionFacts, factsOfCollections } from './collection-facts'
import { addCollection } from './created-collections'
import { cloneDocument, type Document } from './document'
import { applyWrites, createEngineState, type EngineState } from './engine-state'
import { flushWrites, settleWrites } from './flush'
import { loadDocuments } from './loading'
import { findDocuments } from './reading'
import { createReturnPoint, type ReturnPoint } from './return-point'
import { takeSnapshot } from './snapshots'
import type { Store } from './store'
import {
  countOperation,
  endTransaction,
  findTransaction,
  occupy,
  openTransaction,
  sweepTransactions,
  type Transaction,
} from './transactions'
import type { WriteScope } from './write-batch'
import {
  insertDocuments,
  removeDocuments,
  type UpdateRequest,
  type UpdateResult,
  updateDocuments,
} from './writing'

/** Who asks: the transaction it belongs to, and the meter that it is charged to. */
export interface Charge {
  readonly transaction?: string
  readonly meter?: Meter
}

export interface FindOptions extends Charge {
  readonly sort?: Document
  readonly skip?: number
  readonly limit?: number
  readonly projection?: Document
}

/** The database. Every answer is given when all that it shows is safe on the disk. */
export interface Engine {
  find(collection: string, filter?: Document, options?: FindOptions): Promise<Document[]>
  count(collection: string, filter?: Document, charge?: Charge): Promise<number>
  aggregate(collection: string, stages: readonly Document[], charge?: Charge): Promise<Document[]>
  insert(
    collection: string,
    documents: readonly Document[],
    charge?: Charge,
  ): Promise<(string | number)[]>
  update(collection: string, request: UpdateRequest, charge?: Charge): Promise<UpdateResult>
  remove(
    collection: string,
    request: { filter: Document; multi: boolean },
    charge?: Charge,
  ): Promise<number>
  createCollection(name: string): Promise<void>
  collections(): CollectionFacts[]
  begin(): string
  commit(transaction: string, meter?: Meter): Promise<void>
  abort(transaction: string): void
  /**
   * Takes many new documents at once, for benches and models: all or none. They become the
   * engine's own. Refused while a transaction is open, and with E11000 as `insert` is.
   */
  load(collection: string, documents: readonly Document[]): Promise<void>
  /** The stored state as it is now, to return to as often as wanted. Copies nothing. */
  snapshot(): ReturnPoint
  close(): Promise<void>
}

export interface EngineOptions {
  readonly store: Store
  /** The collections that exist from the start; none when not given. */
  readonly declarations?: Declarations
  readonly transactionLifetimeMs?: number
  /** Reads and writes that a transaction may send; the next one ends it. */
  readonly transactionOperations?: number
  /** What `$lookup` says to a collection that does not exist; `refused` when not given. */
  readonly lookupMissing?: 'refused' | 'nothing'
  /**
   * An operation of a transaction takes at least this long (2 ms when not given), as it does over
   * a network: or two that a function sends at once would never meet, and the fault would show in
   * production only.
   */
  readonly leastOperationMs?: number
  /** Milliseconds that only grow; a test may bring its own. */
  readonly nowMs?: () => number
}

/** Opens the engine over a store, whose documents it reads into memory. */
export function openEngine(options: EngineOptions): Engine {
  const { store, declarations = {}, lookupMissing } = options
  const limits = {
    lifetimeMs: options.transactionLifetimeMs ?? 30_000,
    mostOperations: options.transactionOperations ?? 100,
    leastOperationMs: options.leastOperationMs ?? 2,
    nowMs: options.nowMs ?? (() => performance.now()),
  }
  const state = createEngineState({ store, declarations, limits })
  const table = state.transactions
  const sweeper = setInterval(() => sweepTransactions(table), Math.min(1000, limits.lifetimeMs))
  sweeper.unref()
  return {
    find: (collection, filter = {}, options = {}) =>
      within(state, options, (scope) =>
        findDocuments(state, collection, { ...options, ...reader(scope), filter }).map(
          cloneDocument,
        ),
      ),
    count: (collection, filter = {}, { meter } = {}) =>
      within(
        state,
        { meter },
        (scope) => findDocuments(state, collection, { ...reader(scope), filter }).length,
      ),
    aggregate: (collection, stages, { meter } = {}) =>
      within(state, { meter }, (scope) =>
        aggregateDocuments(state, collection, { ...reader(scope), stages, lookupMissing }),
      ),
    insert: (collection, documents, charge = {}) =>
      within(state, charge, (scope) => insertDocuments(scope, collection, documents)),
    update: (collection, request, charge = {}) =>
      within(state, charge, (scope) => updateDocuments(scope, collection, request)),
    remove: (collection, request, charge = {}) =>
      within(state, charge, (scope) => removeDocuments(scope, collection, request)),
    createCollection: (name) => addCollection(state, name),
    collections: () => factsOfCollections(state),
    begin: () => openTransaction(table).id,
    commit: async (id, meter) => commitTransaction(state, findTransaction(table, id), meter),
    abort: (id) => endTransaction(table, findTransaction(table, id)),
    load: (collection, documents) => loadDocuments(state, collection, documents),
    snapshot: () => createReturnPoint(state),
    async close() {
      clearInterval(sweeper)
      await settleWrites(state).catch(() => {})
      await store.close()
    },
  }
}

interface Reader {
  transaction: Transaction | undefined
  asOf: number | undefined
  meter: Meter | undefined
}

/** What a reader looks at: its transaction, or else what is safe on the disk. */
function reader({ state, transaction, meter }: WriteScope): Reader {
  const asOf = transaction === undefined ? state.flush.durable.at : undefined
  return { transaction, asOf, meter }
}

/**
 * Runs one operation, inside its transaction when it has one. An operation that fails ends its
 * transaction on the server, whatever the caller does next; only a busy one survives.
 */
async function within<Result>(
  state: EngineState,
  charge: Charge,
  work: (scope: WriteScope) => Result | Promise<Result>,
): Promise<Result> {
  const { meter } = charge
  if (charge.transaction === undefined) return work({ state, meter })
  const table = state.transactions
  const transaction = findTransaction(table, charge.transaction)
  const leave = occupy(transaction)
  transaction.snapshot ??= takeSnapshot(state.snapshots, state.version)
  try {
    countOperation(table, transaction)
    const result = await work({ state, transaction, meter })
    const { leastOperationMs } = table.limits
    // A pause of nothing would still be one of a whole millisecond.
    await Promise.all([settleWrites(state), leastOperationMs > 0 && pause(leastOperationMs)])
    return result
  } catch (fault) {
    endTransaction(table, transaction)
    throw fault
  } finally {
    leave()
  }
}

async function commitTransaction(
  state: EngineState,
  transaction: Transaction,
  meter: Meter | undefined,
): Promise<void> {
  occupy(transaction)
  const writes = [...transaction.writes.values()]
  let stored = Promise.resolve()
  if (writes.length > 0) {
    applyWrites(state, writes)
    stored = flushWrites(state, writes)
  }
  endTransaction(state.transactions, transaction)
  await stored
  if (meter !== undefined) meter.docsWritten += writes.length
}
