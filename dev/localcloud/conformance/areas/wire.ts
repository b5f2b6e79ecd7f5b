import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { collectionNames, type Kit } from '../kit'
import { at } from '../phone'

/** Sends what no SDK would, as a program may that speaks the protocol by itself. */
async function send({ gateway }: Kit, body: unknown): Promise<unknown> {
  const response = await fetch(gateway ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  equal(response.status, 200)
  return response.json()
}

const rows = collectionNames.rows
const reading = (kit: Kit) => ({
  action: 'database.getDocument',
  collectionName: rows,
  queryType: 'WHERE',
  query: JSON.stringify({ scope: kit.scope }),
})

async function listLength(kit: Kit, request: unknown): Promise<unknown> {
  return at(await send(kit, request), 'data.list.length')
}

async function fill(kit: Kit, count: number): Promise<void> {
  await kit.rows.add({ data: Array.from({ length: count }, () => ({ scope: kit.scope })) })
}

export const wire: Area = {
  name: 'wire',
  promise: 'Requests that no SDK sends are refused by name; none of them succeeds in silence.',
  needs: ['gateway'],
  cases: {
    'answers with a request id': async (kit) => {
      match(String(at(await send(kit, reading(kit)), 'requestId')), /\S/)
    },
    'refuses an action that does not exist': async (kit) => {
      for (const action of ['database.nonsense', 'constructor', '', 'storage.nonsense']) {
        const answer = await send(kit, { action })
        match(String(at(answer, 'code')), /^[A-Z_]+$/)
        equal(at(answer, 'data'), undefined)
      }
    },
    'refuses what is no JSON, and what is no object': async (kit) => {
      for (const body of ['', 'nonsense', '[]', 'null', '7']) {
        equal(typeof at(await send(kit, body), 'code'), 'string')
      }
    },
    'refuses a query that is no EJSON': async (kit) => {
      equal(at(await send(kit, { ...reading(kit), query: '{' }), 'code'), 'INVALID_PARAM')
    },
    'refuses a request without a collection': async (kit) => {
      equal(at(await send(kit, { action: 'database.getDocument' }), 'code'), 'INVALID_PARAM')
    },
    'gives 100 documents when no limit is named': async (kit) => {
      await fill(kit, 120)
      equal(await listLength(kit, reading(kit)), 100)
    },
    'gives 1,000 documents at most, whatever limit is named': async (kit) => {
      await fill(kit, 1010)
      equal(await listLength(kit, { ...reading(kit), limit: 1005 }), 1000)
    },
    'refuses a limit and an offset that are no whole numbers': async (kit) => {
      for (const wrong of [{ limit: -1 }, { limit: 'x' }, { offset: -1 }, { offset: 1.5 }]) {
        equal(at(await send(kit, { ...reading(kit), ...wrong }), 'code'), 'INVALID_PARAM')
      }
    },
    'refuses to add what is no list of documents': async (kit) => {
      const insert = { action: 'database.insertDocument', collectionName: rows }
      for (const data of [undefined, 'x', ['x'], ['7'], ['[]']]) {
        equal(typeof at(await send(kit, { ...insert, data }), 'code'), 'string')
      }
    },
    'refuses an update operator that does not exist': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const change = {
        action: 'database.modifyDocument',
        collectionName: rows,
        query: JSON.stringify({ _id: kit.id('a') }),
        data: JSON.stringify({ $nonsense: { n: 2 } }),
        merge: true,
      }
      equal(at(await send(kit, change), 'code'), 'DATABASE_REQUEST_FAILED')
      deepEqual(await kit.read('a'), { n: 1 })
    },
    'changes one document and shows it, in a transaction too': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const change = {
        action: 'database.modifyAndReturnDoc',
        collectionName: rows,
        query: JSON.stringify({ _id: kit.id('a') }),
        data: JSON.stringify({ $inc: { n: 1 } }),
      }
      const changed = await send(kit, change)
      equal(at(changed, 'data.updated'), 1)
      match(String(at(changed, 'data.doc')), /"n":(2|\{"\$numberInt":"2"\})/)
      const opened = await send(kit, { action: 'database.startTransaction' })
      const transactionId = at(opened, 'transactionId')
      equal(at(await send(kit, { ...change, transactionId }), 'data.updated'), 1)
      await send(kit, { action: 'database.abortTransaction', transactionId })
      deepEqual(await kit.read('a'), { n: 2 })
    },
    'counts and shows a document that it met and had nothing to change of': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const change = {
        action: 'database.modifyAndReturnDoc',
        collectionName: rows,
        query: JSON.stringify({ _id: kit.id('a') }),
        data: JSON.stringify({ $set: { n: 1 } }),
      }
      const kept = await send(kit, change)
      equal(at(kept, 'data.updated'), 1)
      match(String(at(kept, 'data.doc')), /"n":(1|\{"\$numberInt":"1"\})/)
      const query = JSON.stringify({ _id: kit.id('nobody') })
      const none = await send(kit, { ...change, query })
      equal(at(none, 'data.updated'), 0)
      equal(at(none, 'data.doc'), null)
      deepEqual(await kit.find({}), ['a'])
    },
    'refuses a transaction that nobody opened': async (kit) => {
      for (const action of ['commitTransaction', 'abortTransaction', 'getDocument']) {
        const request = { ...reading(kit), action: `database.${action}`, transactionId: 'invented' }
        equal(at(await send(kit, request), 'code'), 'DATABASE_TRANSACTION_FAIL')
      }
    },
  },
}
