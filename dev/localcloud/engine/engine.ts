import { setTimeout as pause } from 'node:timers/promises'
import {
  type CollectionDeclaration,
  collections,
} from '../../../cloudfunctions/runtime/collections'
import type { Meter } from '../gateway/meter'
import { addCollection } from './created-collections'
import { cloneDocument, type Document } from './document'
import {
  applyWrites,
  collectVersions,
  createEngineState,
  type EngineState,
  flushWrites,
  settleWrites,
} from './engine-state'
import { aggregateDocuments, findDocuments } from './reading'
import type { Store } from './store'
import {
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
  begin(): string
  commit(transaction: string, meter?: Meter): Promise<void>
  abort(transaction: string): void
  close(): Promise<void>
}

export interface EngineOptions {
  readonly store: Store
  readonly declarations?: Readonly<Record<string, CollectionDeclaration>>
  readonly transactionLifetimeMs?: number
}

/** Opens the engine over a store, whose documents it reads into memory. */
export function openEngine(options: EngineOptions): Engine {
  const { store, declarations = collections, transactionLifetimeMs = 30_000 } = options
  const state = createEngineState({ store, declarations, transactionLifetimeMs })
  const table = state.transactions
  const sweeper = setInterval(
    () => {
      sweepTransactions(table)
      collectVersions(state)
    },
    Math.min(1000, transactionLifetimeMs),
  )
  sweeper.unref()
  return {
    find: (collection, filter = {}, options = {}) =>
      within(state, options, ({ transaction, meter }) =>
        findDocuments(state, collection, { ...options, filter, transaction, meter }).map(
          cloneDocument,
        ),
      ),
    count: (collection, filter = {}, charge = {}) =>
      within(
        state,
        charge,
        ({ meter }) => findDocuments(state, collection, { filter, meter }).length,
      ),
    aggregate: (collection, stages, charge = {}) =>
      within(state, charge, ({ meter }) =>
        aggregateDocuments(state, collection, { stages, meter }),
      ),
    insert: (collection, documents, charge = {}) =>
      within(state, charge, (scope) => insertDocuments(scope, collection, documents)),
    update: (collection, request, charge = {}) =>
      within(state, charge, (scope) => updateDocuments(scope, collection, request)),
    remove: (collection, request, charge = {}) =>
      within(state, charge, (scope) => removeDocuments(scope, collection, request)),
    createCollection: (name) => addCollection(state, name),
    begin: () => openTransaction(table).id,
    commit: (id, meter) => commitTransaction(state, findTransaction(table, id), meter),
    abort(id) {
      endTransaction(table, findTransaction(table, id))
      collectVersions(state)
    },
    async close() {
      clearInterval(sweeper)
      await settleWrites(state)
      await store.close()
    },
  }
}

/**
 * An operation of a transaction takes at least this long, as it does over a network: or two that
 * a function sends at once would never meet, and the fault would show in production only.
 */
const operationMs = 2

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
  if (charge.transaction === undefined) {
    const result = await work({ state, meter })
    await settleWrites(state)
    return result
  }
  const transaction = findTransaction(state.transactions, charge.transaction)
  const leave = occupy(transaction)
  transaction.snapshot ??= state.version
  try {
    const result = await work({ state, transaction, meter })
    await Promise.all([settleWrites(state), pause(operationMs)])
    return result
  } catch (fault) {
    endTransaction(state.transactions, transaction)
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
  if (writes.length > 0) applyWrites(state, writes)
  endTransaction(state.transactions, transaction)
  collectVersions(state)
  await flushWrites(state, writes)
  if (meter !== undefined) meter.docsWritten += writes.length
}
