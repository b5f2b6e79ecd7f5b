import { equal } from 'node:assert/strict'
import type { Area } from '../area'
import { collectionNames, type Kit } from '../kit'
import { at, type Phone, phoneOf } from '../phone'

/** What a mini-program sends that goes to the database by itself, past every function. */
async function direct(phone: Phone, action: string, more: object): Promise<unknown> {
  const request = { action: `database.${action}`, collectionName: collectionNames.rows, ...more }
  return (await phone.post('/client/database', request)).answer
}

/** The same, to the collection that everybody reads. */
function onNotes(phone: Phone, action: string, more: object): Promise<unknown> {
  return direct(phone, action, { collectionName: collectionNames.notes, ...more })
}

const where = (kit: Kit) => ({ queryType: 'WHERE', query: JSON.stringify({ scope: kit.scope }) })
const denied = 'DATABASE_PERMISSION_DENIED'
const change = { data: '{"$set":{"n":2}}', multi: false, merge: true }

/** Puts a note of Ann's into the collection that everybody reads. */
async function noteOf(kit: Kit, ann: Phone): Promise<object> {
  const data = [JSON.stringify({ _id: kit.id('note'), scope: kit.scope, n: 1 })]
  equal(at(await onNotes(ann, 'insertDocument', { data }), 'code'), undefined)
  return { queryType: 'WHERE', query: JSON.stringify({ _id: kit.id('note') }) }
}

const noted = async (kit: Kit) => (await kit.notes.doc(kit.id('note')).get()).data

export const clientRules: Area = {
  name: 'client rules',
  promise: 'A phone reaches no closed collection by itself, and others as their rules say.',
  needs: ['operator'],
  cases: {
    'let no phone read': async (kit) => {
      await kit.put({ a: { secret: true } })
      equal(at(await direct(phoneOf(kit), 'getDocument', where(kit)), 'code'), denied)
      equal(at(await direct(phoneOf(kit), 'calculateDocument', where(kit)), 'code'), denied)
    },
    'let no phone add': async (kit) => {
      const data = [JSON.stringify({ _id: kit.id('x'), scope: kit.scope })]
      equal(at(await direct(phoneOf(kit), 'insertDocument', { data }), 'code'), denied)
      equal((await kit.query().count()).total, 0)
    },
    'let no phone change': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const request = { ...where(kit), ...change }
      equal(at(await direct(phoneOf(kit), 'modifyDocument', request), 'code'), denied)
      equal((await kit.read('a'))?.n, 1)
    },
    'let no phone remove': async (kit) => {
      await kit.put({ a: {} })
      const removal = { ...where(kit), multi: true }
      equal(at(await direct(phoneOf(kit), 'removeDocument', removal), 'code'), denied)
      equal((await kit.query().count()).total, 1)
    },
    'let no phone aggregate': async (kit) => {
      const stages = [{ stageKey: '$match', stageValue: '{}' }]
      equal(at(await direct(phoneOf(kit), 'aggregateDocuments', { stages }), 'code'), denied)
    },
    'let no phone open a transaction': async (kit) => {
      equal(typeof at(await direct(phoneOf(kit), 'startTransaction', {}), 'code'), 'string')
    },
    'write the maker into what a phone adds': async (kit) => {
      const ann = phoneOf(kit)
      await noteOf(kit, ann)
      equal((await noted(kit))?._openid, ann.openid)
    },
    'let no phone say who made a document': async (kit) => {
      const data = [JSON.stringify({ scope: kit.scope, _openid: 'somebody-else' })]
      equal(typeof at(await onNotes(phoneOf(kit), 'insertDocument', { data }), 'code'), 'string')
      equal((await kit.notes.where({ scope: kit.scope }).count()).total, 0)
    },
    'let everybody read where the rule says so': async (kit) => {
      const found = await noteOf(kit, phoneOf(kit, 'ann'))
      const answer = await onNotes(phoneOf(kit, 'bob'), 'getDocument', found)
      equal(at(answer, 'data.list.length'), 1)
    },
    'let a maker change what she made': async (kit) => {
      const ann = phoneOf(kit)
      const found = await noteOf(kit, ann)
      equal(at(await onNotes(ann, 'modifyDocument', { ...found, ...change }), 'data.updated'), 1)
      equal((await noted(kit))?.n, 2)
    },
    'let nobody change or remove what another made': async (kit) => {
      const found = await noteOf(kit, phoneOf(kit, 'ann'))
      const bob = phoneOf(kit, 'bob')
      await onNotes(bob, 'modifyDocument', { ...found, ...change })
      await onNotes(bob, 'removeDocument', { ...found, multi: false })
      equal((await noted(kit))?.n, 1)
    },
    'hand a phone 20 documents at most': async (kit) => {
      await kit.notes.add({ data: Array.from({ length: 30 }, () => ({ scope: kit.scope })) })
      const request = { ...where(kit), limit: 25 }
      equal(at(await onNotes(phoneOf(kit), 'getDocument', request), 'data.list.length'), 20)
    },
    'leave the door to functions and programs open': async (kit) => {
      await kit.put({ a: { n: 1 } })
      equal((await kit.read('a'))?.n, 1)
    },
  },
}
