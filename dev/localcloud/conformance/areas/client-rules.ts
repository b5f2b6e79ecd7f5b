import { equal } from 'node:assert/strict'
import type { Area } from '../area'
import { collectionNames, type Kit } from '../kit'
import { at, phoneOf } from '../phone'

/** What a mini-program sends that goes to the database by itself, past every function. */
async function direct(kit: Kit, action: string, more: object): Promise<unknown> {
  const request = { action: `database.${action}`, collectionName: collectionNames.rows, ...more }
  return (await phoneOf(kit).post('/client/database', request)).answer
}

const where = (kit: Kit) => ({ queryType: 'WHERE', query: JSON.stringify({ scope: kit.scope }) })
const denied = 'DATABASE_PERMISSION_DENIED'

export const clientRules: Area = {
  name: 'client rules',
  promise: 'A phone reaches no collection that is closed to clients, for reading or writing.',
  needs: ['operator'],
  cases: {
    'let no phone read': async (kit) => {
      await kit.put({ a: { secret: true } })
      equal(at(await direct(kit, 'getDocument', where(kit)), 'code'), denied)
      equal(at(await direct(kit, 'calculateDocument', where(kit)), 'code'), denied)
    },
    'let no phone add': async (kit) => {
      const data = [JSON.stringify({ _id: kit.id('x'), scope: kit.scope })]
      equal(at(await direct(kit, 'insertDocument', { data }), 'code'), denied)
      equal((await kit.query().count()).total, 0)
    },
    'let no phone change': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const change = { ...where(kit), data: '{"$set":{"n":2}}', multi: true, merge: true }
      equal(at(await direct(kit, 'modifyDocument', change), 'code'), denied)
      equal((await kit.read('a'))?.n, 1)
    },
    'let no phone remove': async (kit) => {
      await kit.put({ a: {} })
      const removal = { ...where(kit), multi: true }
      equal(at(await direct(kit, 'removeDocument', removal), 'code'), denied)
      equal((await kit.query().count()).total, 1)
    },
    'let no phone aggregate': async (kit) => {
      const stages = [{ stageKey: '$match', stageValue: '{}' }]
      equal(at(await direct(kit, 'aggregateDocuments', { stages }), 'code'), denied)
    },
    'let no phone open a transaction': async (kit) => {
      equal(typeof at(await direct(kit, 'startTransaction', {}), 'code'), 'string')
    },
    'leave the door to functions and programs open': async (kit) => {
      await kit.put({ a: { n: 1 } })
      equal((await kit.read('a'))?.n, 1)
    },
  },
}
