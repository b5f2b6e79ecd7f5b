import { randomUUID } from 'node:crypto'
import { transactionBusy, transactionGone } from '../platform-error'
import type { Document } from './document'

/** A write that waits for its transaction's commit; null removes. */
export interface PendingWrite {
  readonly collection: string
  readonly key: string
  readonly document: Document | null
}

export interface Transaction {
  readonly id: string
  readonly openedAt: number
  /** Taken at the first operation, as the platform does, not when the transaction is opened. */
  snapshot: number | undefined
  readonly writes: Map<string, PendingWrite>
  readonly locks: Set<string>
  busy: boolean
  /** Settles when the transaction has ended in whatever way; plain writers wait for it. */
  readonly ended: Promise<void>
  readonly end: () => void
}

/** The open transactions and which of them holds which lock. */
export interface TransactionTable {
  readonly open: Map<string, Transaction>
  readonly holders: Map<string, Transaction>
  readonly lifetimeMs: number
}

export function createTransactionTable(lifetimeMs: number): TransactionTable {
  return { open: new Map(), holders: new Map(), lifetimeMs }
}

export function openTransaction(table: TransactionTable): Transaction {
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const transaction: Transaction = {
    id: randomUUID(),
    openedAt: performance.now(),
    snapshot: undefined,
    writes: new Map(),
    locks: new Set(),
    busy: false,
    ended,
    end,
  }
  table.open.set(transaction.id, transaction)
  return transaction
}

/** The open transaction with this id; one that ended, was killed or grew too old is gone. */
export function findTransaction(table: TransactionTable, id: string): Transaction {
  const transaction = table.open.get(id)
  if (transaction === undefined) throw transactionGone()
  if (performance.now() - transaction.openedAt > table.lifetimeMs) {
    endTransaction(table, transaction)
    throw transactionGone()
  }
  return transaction
}

/** Marks an operation as under way: a second one at the same time is refused. */
export function occupy(transaction: Transaction): () => void {
  if (transaction.busy) throw transactionBusy()
  transaction.busy = true
  return () => {
    transaction.busy = false
  }
}

/** Releases the locks of a transaction and lets the plain writers behind it go on. */
export function endTransaction(table: TransactionTable, transaction: Transaction): void {
  table.open.delete(transaction.id)
  for (const lock of transaction.locks) table.holders.delete(lock)
  transaction.end()
}

/** Ends what nobody committed in time, so that its locks do not outlive it. */
export function sweepTransactions(table: TransactionTable): void {
  for (const transaction of table.open.values()) {
    if (performance.now() - transaction.openedAt > table.lifetimeMs) {
      endTransaction(table, transaction)
    }
  }
}

/** The oldest state that an open snapshot can still see. */
export function oldestSnapshot(table: TransactionTable, newest: number): number {
  let oldest = newest
  for (const { snapshot } of table.open.values()) {
    if (snapshot !== undefined && snapshot < oldest) oldest = snapshot
  }
  return oldest
}
