import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { collectionNames, type Kit, refusal } from '../kit'

const add = (kit: Kit, name: string, row: Record<string, unknown>) =>
  kit.unique.add({ data: { _id: kit.id(name), scope: kit.scope, ...row } })

async function isDuplicate(call: Promise<unknown>): Promise<void> {
  const { errCode, message } = await refusal(call)
  equal(errCode, -502001)
  match(message, /E11000 duplicate key error/)
}

export const uniqueIndexes: Area = {
  name: 'unique indexes',
  promise: 'No two documents hold one value; a missing field counts as null.',
  cases: {
    'refuse a second document with the value': async (kit) => {
      await add(kit, 'a', { code: kit.id('x') })
      await isDuplicate(add(kit, 'b', { code: kit.id('x') }))
      equal((await kit.unique.where({ scope: kit.scope }).count()).total, 1)
    },
    'refuse an update to a value that is taken': async (kit) => {
      await add(kit, 'a', { code: kit.id('x') })
      await add(kit, 'b', { code: kit.id('y') })
      await isDuplicate(kit.unique.doc(kit.id('b')).update({ data: { code: kit.id('x') } }))
      equal((await kit.unique.doc(kit.id('b')).get()).data?.code, kit.id('y'))
    },
    'refuse a set to a value that is taken': async (kit) => {
      await add(kit, 'a', { code: kit.id('x') })
      const data = { scope: kit.scope, code: kit.id('x') }
      await isDuplicate(kit.unique.doc(kit.id('b')).set({ data }))
    },
    'let a document keep its own value': async (kit) => {
      await add(kit, 'a', { code: kit.id('x'), n: 1 })
      const { stats } = await kit.unique
        .doc(kit.id('a'))
        .update({ data: { code: kit.id('x'), n: 2 } })
      deepEqual(stats, { updated: 1 })
    },
    'free the value of a removed document': async (kit) => {
      await add(kit, 'a', { code: kit.id('x') })
      await kit.unique.doc(kit.id('a')).remove()
      await add(kit, 'b', { code: kit.id('x') })
    },
    'free the value that an update gives up': async (kit) => {
      await add(kit, 'a', { code: kit.id('x') })
      await kit.unique.doc(kit.id('a')).update({ data: { code: kit.id('y') } })
      await add(kit, 'b', { code: kit.id('x') })
    },
    'tell a number from its text': async (kit) => {
      const number = Number.parseInt(kit.scope, 16)
      await add(kit, 'a', { code: number })
      await add(kit, 'b', { code: String(number) })
    },
    'guard each element of a list': async (kit) => {
      await add(kit, 'a', { code: [kit.id('x'), kit.id('y')] })
      await isDuplicate(add(kit, 'b', { code: kit.id('y') }))
    },
    'let one document hold a value twice in its list': async (kit) => {
      await add(kit, 'a', { code: [kit.id('x'), kit.id('x')] })
    },
    'count a missing field as null: two of them collide': async (kit) => {
      // In one transaction that is rolled back: cases that run beside this one must not meet it.
      const transaction = await kit.db.startTransaction()
      const unique = transaction.collection(collectionNames.unique)
      await unique.add({ data: { _id: kit.id('a'), scope: kit.scope } })
      await isDuplicate(unique.add({ data: { _id: kit.id('b'), scope: kit.scope, code: null } }))
    },
    'hold inside a transaction': async (kit) => {
      await add(kit, 'a', { code: kit.id('x') })
      const transaction = await kit.db.startTransaction()
      const unique = transaction.collection(collectionNames.unique)
      const row = { _id: kit.id('b'), scope: kit.scope, code: kit.id('x') }
      await isDuplicate(unique.add({ data: row }))
    },
    'are free again after a rollback': async (kit) => {
      const transaction = await kit.db.startTransaction()
      const unique = transaction.collection(collectionNames.unique)
      await unique.add({ data: { _id: kit.id('a'), scope: kit.scope, code: kit.id('x') } })
      await transaction.rollback()
      await add(kit, 'b', { code: kit.id('x') })
    },
    'make two transactions that take one value conflict': async (kit) => {
      const [first, second] = [await kit.db.startTransaction(), await kit.db.startTransaction()]
      const row = (name: string) => ({ _id: kit.id(name), scope: kit.scope, code: kit.id('x') })
      await first.collection(collectionNames.unique).add({ data: row('a') })
      const call = second.collection(collectionNames.unique).add({ data: row('b') })
      match((await refusal(call)).message, /TransactionConflict/)
      await first.commit()
    },
    'make a plain write of a held value wait, and then refuse it': async (kit) => {
      const transaction = await kit.db.startTransaction()
      const row = { _id: kit.id('a'), scope: kit.scope, code: kit.id('x') }
      await transaction.collection(collectionNames.unique).add({ data: row })
      const plain = isDuplicate(add(kit, 'b', { code: kit.id('x') }))
      await transaction.commit()
      await plain
    },
  },
}
