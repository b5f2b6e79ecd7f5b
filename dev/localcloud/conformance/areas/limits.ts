import { doesNotMatch, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { collectionNames, type Kit, refusal } from '../kit'
import { rowIn } from './transactions'

async function fill(kit: Kit, count: number): Promise<void> {
  for (let done = 0; done < count; done += 5000) {
    const size = Math.min(5000, count - done)
    const data = Array.from({ length: size }, (_unused, n) => ({ scope: kit.scope, n: done + n }))
    await kit.rows.add({ data })
  }
}

export const limits: Area = {
  name: 'limits',
  promise: '100 rows by default, 1,000 at most; 20 and 10,000 for an aggregation.',
  cases: {
    'give 100 rows unless told otherwise': async (kit) => {
      await fill(kit, 120)
      equal((await kit.query().get()).data.length, 100)
    },
    'give as many as asked for, above 100': async (kit) => {
      await fill(kit, 120)
      equal((await kit.query().limit(110).get()).data.length, 110)
    },
    'give 1,000 rows at most': async (kit) => {
      await fill(kit, 1050)
      equal((await kit.query().limit(1040).get()).data.length, 1000)
    },
    'give 10,000 rows of an aggregation at most': async (kit) => {
      await fill(kit, 10_050)
      const { list } = await kit.aggregate().project({ _id: 0, n: 1 }).limit(10_040).end()
      equal(list.length, 10_000)
    },
    'update and remove more rows than get gives': async (kit) => {
      await fill(kit, 1050)
      equal((await kit.query().update({ data: { seen: true } })).stats.updated, 1050)
      equal((await kit.query().remove()).stats.removed, 1050)
    },
    'keep a document below 16 MB': async (kit) => {
      const text = 'x'.repeat(1024 * 1024)
      await kit.put({ a: { parts: [] } })
      const grow = () =>
        kit.rows.doc(kit.id('a')).update({ data: { parts: kit._.push([text, text]) } })
      for (let megabytes = 0; megabytes < 14; megabytes += 2) await grow()
      const { errCode } = await refusal(grow)
      equal(typeof errCode, 'number')
    },
    'let a transaction have 90 operations, and refuse one of 200': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const transaction = await kit.db.startTransaction()
      const doc = rowIn(transaction, kit.id('a'))
      for (let operation = 0; operation < 90; operation += 1) await doc.get()
      const { errCode, message } = await refusal(async () => {
        for (let operation = 90; operation < 200; operation += 1) await doc.get()
      })
      equal(errCode, -501001)
      doesNotMatch(message, /30 seconds/)
    },
    'take no field that begins with a dollar sign': async (kit) => {
      const { errCode } = await refusal(kit.put({ a: { $field: 1 } }))
      equal(errCode, -502001)
    },
    'skip nothing below zero': async (kit) => {
      await refusal(async () => kit.query().skip(-1).get())
    },
    'take whole numbers for skip and limit only': async (kit) => {
      match((await refusal(async () => kit.query().limit(1.5))).message, /limit/)
      match((await refusal(async () => kit.query().skip(0.5))).message, /offset/)
    },
    'take a text or a number as the id of a document': async (kit) => {
      // Parse edge: a stranger's JavaScript may hand over anything.
      const wrong = null as unknown as string
      match((await refusal(async () => kit.rows.doc(wrong))).message, /docId/)
    },
    'take no other _id than text or number': async (kit) => {
      await refusal(kit.rows.add({ data: { _id: { a: 1 }, scope: kit.scope } }))
      await refusal(kit.rows.add({ data: { _id: [1], scope: kit.scope } }))
      equal((await kit.query().count()).total, 0)
    },
  },
}

export const errors: Area = {
  name: 'errors',
  promise: 'A refused call has the errCode and text that code would meet, and no `.code`.',
  cases: {
    'name an unknown collection: -502005 on get': async (kit) => {
      const call = kit.db.collection(collectionNames.missing).get()
      const { errCode, code, message } = await refusal(call)
      equal(errCode, -502005)
      equal(code, undefined)
      match(message, /collection\.get:fail -502005/)
      match(message, /Db or Table not exist/)
    },
    'name an unknown collection on every other call': async (kit) => {
      const missing = kit.db.collection(collectionNames.missing)
      const doc = missing.doc('a')
      const calls = [
        missing.count(),
        missing.add({ data: { n: 1 } }),
        missing.where({ n: 1 }).update({ data: { n: 2 } }),
        missing.where({ n: 1 }).remove(),
        doc.get(),
        doc.set({ data: { n: 1 } }),
        doc.update({ data: { n: 1 } }),
        doc.remove(),
      ]
      for (const call of await Promise.allSettled(calls)) {
        if (call.status === 'fulfilled') throw new Error('a missing collection answered')
        equal((await refusal(Promise.reject(call.reason))).errCode, -502005)
      }
    },
    'name an unknown collection inside a transaction': async (kit) => {
      const transaction = await kit.db.startTransaction()
      const doc = transaction.collection(collectionNames.missing).doc('a')
      equal((await refusal(doc.get())).errCode, -502005)
    },
    'refuse to create a collection that exists': async (kit) => {
      const { errCode, message } = await refusal(kit.db.createCollection(collectionNames.rows))
      equal(typeof errCode, 'number')
      match(message, /createCollection:fail/)
      match(message, /exist/i)
    },
    'refuse an unknown operator in a condition': async (kit) => {
      const call = kit.rows.where({ n: { $nonsense: 1 } }).get()
      const { errCode, message } = await refusal(call)
      equal(typeof errCode, 'number')
      match(message, /nonsense/)
    },
    'refuse a condition that is no object': async (kit) => {
      match((await refusal(async () => kit.rows.where('x').get())).message, /查询参数必须为对象/)
    },
    'refuse a condition whose every value is undefined': async (kit) => {
      const call = async () => kit.rows.where({ n: undefined }).get()
      match((await refusal(call)).message, /查询参数对象值不能均为undefined/)
    },
    'refuse set without data': async (kit) => {
      const { errCode, message } = await refusal(kit.rows.doc(kit.id('a')).set({ data: {} }))
      equal(errCode, -1)
      match(message, /must not be empty/)
    },
  },
}
