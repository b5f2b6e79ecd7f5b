import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'
import type { SdkTransaction } from '../sdk-surface'
import { rowIn } from './transactions'

/** A transaction that has written the document `a`, and so holds it. */
async function holder(kit: Kit): Promise<SdkTransaction> {
  await kit.put({ a: { n: 1 } })
  const transaction = await kit.db.startTransaction()
  await rowIn(transaction, kit.id('a')).update({ data: { n: 2 } })
  return transaction
}

async function isConflict(call: Promise<unknown>): Promise<void> {
  const { errCode, code, message } = await refusal(call)
  equal(errCode, -501001)
  equal(code, undefined)
  match(message, /\[ResourceUnavailable\.TransactionConflict\] Transaction is conflict/)
}

export const conflicts: Area = {
  name: 'conflicts',
  promise: 'Of two transactions on one document the second fails at once; a plain write waits.',
  cases: {
    'fail at once with -501001, the text, and no `.code`': async (kit) => {
      const first = await holder(kit)
      const second = await kit.db.startTransaction()
      const startedAt = performance.now()
      await isConflict(rowIn(second, kit.id('a')).update({ data: { n: 3 } }))
      ok(performance.now() - startedAt < kit.transactionLifetimeMs / 2)
      await first.commit()
      deepEqual(await kit.read('a'), { n: 2 })
    },
    'meet a remove as they meet an update': async (kit) => {
      const first = await holder(kit)
      const second = await kit.db.startTransaction()
      await isConflict(rowIn(second, kit.id('a')).remove())
      await first.rollback()
    },
    'kill the transaction on the server: its rollback may fail': async (kit) => {
      const first = await holder(kit)
      const second = await kit.db.startTransaction()
      await isConflict(rowIn(second, kit.id('a')).update({ data: { n: 3 } }))
      const { message } = await refusal(rowIn(second, kit.id('a')).get())
      match(message, /TransactionNotExist/)
      await refusal(second.rollback())
      await first.rollback()
    },
    'hit a writer whose document changed since its snapshot': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      const doc = rowIn(transaction, kit.id('a'))
      await doc.get()
      await kit.rows.doc(kit.id('a')).update({ data: { n: 5 } })
      await isConflict(doc.update({ data: { n: 2 } }))
      deepEqual(await kit.read('a'), { n: 5 })
    },
    'do not hit readers': async (kit) => {
      const first = await holder(kit)
      const second = await kit.db.startTransaction()
      equal((await rowIn(second, kit.id('a')).get()).data?.n, 1)
      await first.commit()
      await second.commit()
    },
    'do not hit writers of other documents': async (kit) => {
      const first = await holder(kit)
      await kit.put({ b: {} })
      const second = await kit.db.startTransaction()
      await rowIn(second, kit.id('b')).update({ data: { n: 3 } })
      await second.commit()
      await first.commit()
      deepEqual(await kit.find({ n: kit._.gte(2) }), ['a', 'b'])
    },
    'are not retried by runTransaction': async (kit) => {
      const first = await holder(kit)
      let attempts = 0
      await isConflict(
        kit.db.runTransaction(async (transaction) => {
          attempts += 1
          await rowIn(transaction, kit.id('a')).update({ data: { n: 3 } })
        }),
      )
      equal(attempts, 1)
      await first.rollback()
    },
    'make a plain write wait for the commit, and then see it': async (kit) => {
      const first = await holder(kit)
      let done = false
      const plain = kit.rows
        .doc(kit.id('a'))
        .update({ data: { n: kit._.inc(10) } })
        .then(() => {
          done = true
        })
      await pause(150)
      equal(done, false)
      await first.commit()
      await plain
      deepEqual(await kit.read('a'), { n: 12 })
    },
    'make a plain write wait for the rollback, and then work on what was': async (kit) => {
      const first = await holder(kit)
      const where = kit.query({ _id: kit.id('a'), n: 1 })
      const plain = where.update({ data: { n: 7 } })
      await pause(50)
      await first.rollback()
      deepEqual((await plain).stats, { updated: 1 })
      deepEqual(await kit.read('a'), { n: 7 })
    },
    'let a waiting test-and-set look again': async (kit) => {
      const first = await holder(kit)
      const plain = kit.query({ _id: kit.id('a'), n: 1 }).update({ data: { n: 7 } })
      await pause(50)
      await first.commit()
      deepEqual((await plain).stats, { updated: 0 })
      deepEqual(await kit.read('a'), { n: 2 })
    },
    'lose no increment of many transactions that try again': async (kit) => {
      await kit.put({ a: { n: 0 } })
      const addOne = async (): Promise<void> => {
        for (let attempt = 0; attempt < 60; attempt += 1) {
          try {
            await kit.db.runTransaction(async (transaction) => {
              const doc = rowIn(transaction, kit.id('a'))
              const n = Number((await doc.get()).data?.n)
              await doc.update({ data: { n: n + 1 } })
            })
            return
          } catch {
            await pause(10 + Math.random() * 60)
          }
        }
        throw new Error('never came through')
      }
      await Promise.all(Array.from({ length: 5 }, addOne))
      deepEqual(await kit.read('a'), { n: 5 })
    },
  },
}
