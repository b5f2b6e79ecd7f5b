import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Area } from '../area'
import { collectionNames, type Kit, refusal } from '../kit'
import type { SdkDocument, SdkTransaction } from '../sdk-surface'

export const rowIn = (transaction: SdkTransaction, id: string): SdkDocument =>
  transaction.collection(collectionNames.rows).doc(id)

async function isEnded(kit: Kit, transaction: SdkTransaction): Promise<void> {
  const { message } = await refusal(rowIn(transaction, kit.id('a')).get())
  match(message, /TransactionNotExist/)
}

export const transactions: Area = {
  name: 'transactions',
  promise: 'All or nothing, on a snapshot; operations on one document each, one at a time.',
  cases: {
    'commit when the callback returns, and hand on what it returned': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const answer = await kit.db.runTransaction(async (transaction) => {
        await rowIn(transaction, kit.id('a')).update({ data: { n: kit._.inc(1) } })
        return 'done'
      })
      equal(answer, 'done')
      deepEqual(await kit.read('a'), { n: 2 })
    },
    'take everything back when the callback throws': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const { message } = await refusal(
        kit.db.runTransaction(async (transaction) => {
          await rowIn(transaction, kit.id('a')).update({ data: { n: 2 } })
          const row = { _id: kit.id('b'), scope: kit.scope }
          await transaction.collection(collectionNames.rows).add({ data: row })
          throw new Error('no')
        }),
      )
      equal(message, 'no')
      deepEqual(await kit.read('a'), { n: 1 })
      deepEqual(await kit.read('b'), null)
    },
    'take everything back with rollback, and hand on its reason': async (kit) => {
      await kit.put({ a: { n: 1 } })
      let told: unknown
      try {
        await kit.db.runTransaction(async (transaction) => {
          await rowIn(transaction, kit.id('a')).update({ data: { n: 2 } })
          await transaction.rollback('because')
        })
      } catch (reason) {
        told = reason
      }
      equal(told, 'because')
      deepEqual(await kit.read('a'), { n: 1 })
    },
    'see what they wrote themselves, and nobody else does': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      const doc = rowIn(transaction, kit.id('a'))
      await doc.update({ data: { n: 2 } })
      equal((await doc.get()).data?.n, 2)
      deepEqual(await kit.read('a'), { n: 1 })
      await transaction.commit()
      deepEqual(await kit.read('a'), { n: 2 })
    },
    'add, set and remove documents': async (kit) => {
      await kit.put({ a: {}, b: { n: 1 } })
      await kit.db.runTransaction(async (transaction) => {
        await rowIn(transaction, kit.id('a')).remove()
        await rowIn(transaction, kit.id('b')).set({ data: { scope: kit.scope, n: 2 } })
        const rows = transaction.collection(collectionNames.rows)
        const added = await rows.add({ data: { _id: kit.id('c'), scope: kit.scope } })
        equal(added._id, kit.id('c'))
      })
      deepEqual(await kit.find({}), ['b', 'c'])
      deepEqual(await kit.read('b'), { n: 2 })
    },
    'count 0 created for a set that creates, as the SDK reads the answer': async (kit) => {
      await kit.db.runTransaction(async (transaction) => {
        const { stats } = await rowIn(transaction, kit.id('a')).set({ data: { scope: kit.scope } })
        deepEqual(stats, { updated: 0, created: 0 })
      })
      deepEqual(await kit.read('a'), {})
    },
    'read null for a document that is missing': async (kit) => {
      await kit.db.runTransaction(async (transaction) => {
        deepEqual((await rowIn(transaction, kit.id('nobody')).get()).data, null)
      })
    },
    'read the state of their first operation, whatever is committed after': async (kit) => {
      await kit.put({ a: { n: 1 }, b: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      equal((await rowIn(transaction, kit.id('a')).get()).data?.n, 1)
      await kit.rows.doc(kit.id('b')).update({ data: { n: 2 } })
      equal((await rowIn(transaction, kit.id('b')).get()).data?.n, 1)
      await transaction.rollback()
    },
    'take that state at the first operation, not when they are opened': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      await kit.rows.doc(kit.id('a')).update({ data: { n: 2 } })
      equal((await rowIn(transaction, kit.id('a')).get()).data?.n, 2)
      await transaction.rollback()
    },
    'query by where on the same state': async (kit) => {
      await kit.put({ a: { k: 1 } })
      const transaction = await kit.db.startTransaction()
      await rowIn(transaction, kit.id('a')).get()
      await kit.put({ b: { k: 1 } })
      const where = transaction.collection(collectionNames.rows).where({ scope: kit.scope })
      equal((await where.get()).data.length, 1)
      await transaction.rollback()
    },
    'do not hold where().update(): it is applied outside and survives a rollback': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      const where = transaction.collection(collectionNames.rows).where({ _id: kit.id('a') })
      await where.update({ data: { n: 2 } })
      await transaction.rollback()
      deepEqual(await kit.read('a'), { n: 2 })
    },
    'do not hold where().remove() either': async (kit) => {
      await kit.put({ a: {} })
      const transaction = await kit.db.startTransaction()
      const where = transaction.collection(collectionNames.rows).where({ _id: kit.id('a') })
      await where.remove()
      await transaction.rollback()
      deepEqual(await kit.read('a'), null)
    },
    'refuse a second operation while one is under way': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      const doc = rowIn(transaction, kit.id('a'))
      await doc.get()
      // So many that two of them meet also where the way is quick and the machine busy.
      const all = await Promise.allSettled(Array.from({ length: 20 }, () => doc.get()))
      const refused = all.find(({ status }) => status === 'rejected')
      if (refused?.status !== 'rejected') throw new Error('every operation was served')
      const { errCode, message } = await refusal(Promise.reject(refused.reason))
      equal(errCode, -501001)
      match(message, /TransactionBusy/)
      await transaction.rollback().catch(() => {})
    },
    'end when an operation is refused': async (kit) => {
      await kit.put({ a: { n: 'text' } })
      const transaction = await kit.db.startTransaction()
      const doc = rowIn(transaction, kit.id('a'))
      await refusal(doc.update({ data: { n: kit._.inc(1) } }))
      await isEnded(kit, transaction)
    },
    'are gone after commit and after rollback': async (kit) => {
      await kit.put({ a: {} })
      for (const end of ['commit', 'rollback'] as const) {
        const transaction = await kit.db.startTransaction()
        await rowIn(transaction, kit.id('a')).get()
        await transaction[end]()
        await isEnded(kit, transaction)
      }
    },
    'meet a refused commit with its `.code`, unlike refused operations': async (kit) => {
      await kit.put({ a: {} })
      const transaction = await kit.db.startTransaction()
      await rowIn(transaction, kit.id('a')).get()
      await transaction.rollback()
      const { code } = await refusal(transaction.commit())
      notEqual(code, undefined)
    },
  },
}

/** Areas of their own, at the same time: each takes the whole life of a transaction. */
export const selfWait: Area = {
  name: 'waiting for itself',
  promise: 'A plain write from inside, on what its transaction holds, waits until that expires.',
  cases: {
    'goes on when the transaction is gone, and that cannot commit any more': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      await rowIn(transaction, kit.id('a')).update({ data: { n: 2 } })
      const where = transaction.collection(collectionNames.rows).where({ _id: kit.id('a') })
      let done = false
      // The SDK gives up after 15 s; what it has sent waits on.
      const plain = where.update({ data: { n: kit._.inc(10) } }).then(
        () => {
          done = true
        },
        () => {},
      )
      await pause(kit.transactionLifetimeMs * 0.6)
      equal(done, false)
      await pause(kit.transactionLifetimeMs * 0.4 + 1500)
      await plain
      deepEqual(await kit.read('a'), { n: 11 })
      await isEnded(kit, transaction)
    },
  },
}

export const expiry: Area = {
  name: 'expiry',
  promise: 'A transaction lives 30 seconds; then it is gone, and its locks with it.',
  cases: {
    'ends what was not committed in time, and frees its locks': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      const doc = rowIn(transaction, kit.id('a'))
      await doc.update({ data: { n: 2 } })
      await pause(kit.transactionLifetimeMs * 0.6)
      await doc.get()
      await pause(kit.transactionLifetimeMs * 0.4 + 1500)
      const { errCode, code, message } = await refusal(doc.get())
      equal(errCode, -501001)
      equal(code, undefined)
      match(message, /transaction must be commit or abort in 30 seconds/)
      await kit.rows.doc(kit.id('a')).update({ data: { n: 3 } })
      deepEqual(await kit.read('a'), { n: 3 })
    },
  },
}
