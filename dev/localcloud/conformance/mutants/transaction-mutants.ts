import { engine, gateway, type RuleMutant } from './rule-mutant'

/** Transactions, conflicts, and plain writes beside them. */
export const transactionMutants: readonly RuleMutant[] = [
  {
    rule: 'a transaction has one operation at a time',
    file: `${engine}/transactions.ts`,
    find: 'if (transaction.busy) throw transactionBusy()',
    replace: '',
    area: 'transactions',
    killedBy: 'refuse a second operation while one is under way',
  },
  {
    rule: 'a transaction lives 30 seconds',
    file: `${engine}/transactions.ts`,
    find: 'return limits.nowMs() - openedAt > limits.lifetimeMs',
    replace: 'return limits.nowMs() - openedAt > 1000 * limits.lifetimeMs',
    area: 'expiry',
    killedBy: 'ends what was not committed in time, and frees its locks',
    transactionLifetimeMs: 600,
  },
  {
    rule: 'a transaction has about 100 operations',
    file: `${engine}/transactions.ts`,
    find: 'if (transaction.operations > limits.mostOperations)',
    replace: 'if (transaction.operations < 0)',
    area: 'limits',
    killedBy: 'let a transaction have 90 operations, and refuse one of 200',
  },
  {
    rule: 'a callback that throws leaves nothing behind',
    file: `${gateway}/database-actions.ts`,
    find: 'engine.abort(text(',
    replace: 'await engine.commit(text(',
    area: 'transactions',
    killedBy: 'take everything back when the callback throws',
  },
  {
    rule: 'a transaction reads its snapshot',
    file: `${engine}/engine.ts`,
    find: 'transaction.snapshot ??= takeSnapshot(',
    replace: 'transaction.snapshot = takeSnapshot(',
    area: 'transactions',
    killedBy: 'read the state of their first operation, whatever is committed after',
  },
  {
    rule: 'the snapshot is taken at the first operation',
    file: `${engine}/engine.ts`,
    find: 'begin: () => openTransaction(table).id',
    replace:
      'begin: () => { const opened = openTransaction(table); ' +
      'opened.snapshot = takeSnapshot(state.snapshots, state.version); return opened.id }',
    area: 'transactions',
    killedBy: 'take that state at the first operation, not when they are opened',
  },
  {
    rule: 'a locked document is a conflict at once',
    file: `${engine}/write-locks.ts`,
    find: '|| findHolder(state, locks, transaction) !== undefined) throw',
    replace: ') throw',
    area: 'conflicts',
    killedBy: 'fail at once with -501001, the text, and no `.code`',
  },
  {
    rule: 'a document changed since the snapshot is a conflict',
    file: `${engine}/write-locks.ts`,
    find: 'const late = changedAt >',
    replace: 'const late = changedAt + Number.NEGATIVE_INFINITY >',
    area: 'conflicts',
    killedBy: 'hit a writer whose document changed since its snapshot',
  },
  {
    rule: 'a refused operation kills its transaction',
    file: `${engine}/engine.ts`,
    find: `    endTransaction(table, transaction)
    throw fault`,
    replace: '    throw fault',
    area: 'conflicts',
    killedBy: 'kill the transaction on the server: its rollback may fail',
  },
  {
    rule: "a conflict has the platform's text",
    file: 'dev/localcloud/platform-error.ts',
    find: '[ResourceUnavailable.TransactionConflict]',
    replace: '[ResourceUnavailable]',
    area: 'conflicts',
    killedBy: 'fail at once with -501001, the text, and no `.code`',
  },
  {
    rule: 'a plain write waits for the lock',
    file: `${engine}/write-batch.ts`,
    find: 'if (holder !== undefined) holder.waiters.push',
    replace: 'if (holder === null) holder.waiters.push',
    area: 'conflicts',
    killedBy: 'make a plain write wait for the commit, and then see it',
  },
  {
    rule: 'a plain write that waited looks again',
    file: `${engine}/write-batch.ts`,
    find: 'holder.waiters.push({ tryAgain, giveUp: reject })',
    replace:
      'holder.waiters.push({ tryAgain: () => resolve(apply(state, change)), giveUp: reject })',
    area: 'conflicts',
    killedBy: 'let a waiting test-and-set look again',
  },
]
