import { randomUUID } from 'node:crypto'
import { transactionBusy, transactionGone, transactionTooLong } from '../platform-error'
import type { Document } from './document'
import { releaseSnapshot, type Snapshot, type SnapshotTable } from './snapshots'

/** A write that waits for its transaction's commit; null removes. */
export interface PendingWrite {
  readonly collection: string
  readonly key: string
  readonly document: Document | null
}

/** A plain write that waits for a lock. */
export interface Waiter {
  /** Looks again: writes, or waits for whoever holds a lock of it now. */
  readonly tryAgain: () => void
  readonly giveUp: (fault: Error) => void
}

export interface Transaction {
  readonly id: string
  readonly openedAt: number
  /** Taken at the first operation, as the platform does, not when the transaction is opened. */
  snapshot: Snapshot | undefined
  readonly writes: Map<string, PendingWrite>
  readonly locks: Set<string>
  /** Plain writes behind its locks, in the order in which they came. */
  readonly waiters: Waiter[]
  operations: number
  busy: boolean
}

export interface TransactionLimits {
  readonly lifetimeMs: number
  readonly mostOperations: number
  readonly leastOperationMs: number
  /** Milliseconds that only grow; a test may bring its own. */
  readonly nowMs: () => number
}

/** The open transactions and which of them holds which lock. */
export interface TransactionTable {
  readonly open: Map<string, Transaction>
  readonly holders: Map<string, Transaction>
  readonly snapshots: SnapshotTable
  readonly limits: TransactionLimits
}

export function createTransactionTable(
  snapshots: SnapshotTable,
  limits: TransactionLimits,
): TransactionTable {
  return { open: new Map(), holders: new Map(), snapshots, limits }
}

export function openTransaction(table: TransactionTable): Transaction {
  const transaction: Transaction = {
    id: randomUUID(),
    openedAt: table.limits.nowMs(),
    snapshot: undefined,
    writes: new Map(),
    locks: new Set(),
    waiters: [],
    operations: 0,
    busy: false,
  }
  table.open.set(transaction.id, transaction)
  return transaction
}

/** The open transaction with this id; one that ended, was killed or grew too old is gone. */
export function findTransaction(table: TransactionTable, id: string): Transaction {
  const transaction = table.open.get(id)
  if (transaction === undefined) throw transactionGone()
  if (isTooOld(table, transaction)) {
    endTransaction(table, transaction)
    throw transactionGone()
  }
  return transaction
}

/** Counts an operation that reads or writes; the one above the limit is refused. */
export function countOperation({ limits }: TransactionTable, transaction: Transaction): void {
  transaction.operations += 1
  if (transaction.operations > limits.mostOperations) {
    throw transactionTooLong(limits.mostOperations)
  }
}

/** Marks an operation as under way: a second one at the same time is refused. */
export function occupy(transaction: Transaction): () => void {
  if (transaction.busy) throw transactionBusy()
  transaction.busy = true
  return () => {
    transaction.busy = false
  }
}

/**
 * Ends a transaction in whatever way. The plain writes behind its locks go on before anybody else
 * can take them, in their order.
 */
export function endTransaction(table: TransactionTable, transaction: Transaction): void {
  if (!table.open.delete(transaction.id)) return
  for (const lock of transaction.locks) table.holders.delete(lock)
  if (transaction.snapshot !== undefined) releaseSnapshot(table.snapshots, transaction.snapshot)
  for (const waiter of transaction.waiters.splice(0)) waiter.tryAgain()
}

/** Ends what nobody committed in time, so that its locks do not outlive it. */
export function sweepTransactions(table: TransactionTable): void {
  for (const transaction of [...table.open.values()]) {
    if (isTooOld(table, transaction)) endTransaction(table, transaction)
  }
}

function isTooOld({ limits }: TransactionTable, { openedAt }: Transaction): boolean {
  return limits.nowMs() - openedAt > limits.lifetimeMs
}
