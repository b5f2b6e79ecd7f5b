import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area } from '../area'
import { refusal } from '../kit'

export const documents: Area = {
  name: 'documents',
  promise: 'Documents come back as they were written; each has an `_id` of text or number.',
  cases: {
    'come back with nested objects, lists, null, booleans and big numbers': async (kit) => {
      const row = { nested: { list: [1, 'two', null, [3]] }, yes: true, big: 2 ** 40, part: 0.1 }
      await kit.put({ a: row })
      deepEqual(await kit.read('a'), row)
    },
    'keep dates as dates, to the millisecond': async (kit) => {
      const at = new Date('2026-02-28T01:02:03.004Z')
      await kit.put({ a: { at, inside: { list: [at] } } })
      deepEqual(await kit.read('a'), { at, inside: { list: [at] } })
    },
    'keep Chinese and emoji': async (kit) => {
      await kit.put({ a: { text: '惠邻 🎁' } })
      equal((await kit.read('a'))?.text, '惠邻 🎁')
    },
    'drop fields that are undefined': async (kit) => {
      await kit.put({ a: { gone: undefined, here: 1 } })
      deepEqual(await kit.read('a'), { here: 1 })
    },
    'get an _id of 32 hexadecimal digits when they bring none': async (kit) => {
      const { _id } = await kit.rows.add({ data: { scope: kit.scope } })
      match(String(_id), /^[0-9a-f]{32}$/)
    },
    'may have a number as _id, another document than the text of it': async (kit) => {
      const number = Number.parseInt(kit.scope, 16)
      await kit.rows.add({ data: { _id: number, scope: kit.scope, kind: 'number' } })
      await kit.rows.add({ data: { _id: String(number), scope: kit.scope, kind: 'text' } })
      equal((await kit.rows.doc(number).get()).data?.kind, 'number')
      equal((await kit.rows.doc(String(number)).get()).data?.kind, 'text')
    },
    'are null when missing, with throwOnNotFound: false': async (kit) => {
      deepEqual((await kit.rows.doc(kit.id('nobody')).get()).data, null)
    },
    'throw errCode -1 when missing, without throwOnNotFound: false': async (kit) => {
      const strict = kit.cloud.database({ env: kit.env })
      const { errCode, message } = await refusal(
        strict.collection('conformance_rows').doc(kit.id('nobody')).get(),
      )
      equal(errCode, -1)
      match(message, /document\.get:fail document with _id .* does not exist/)
    },
    'are null when missing, for an instance with throwOnNotFound: false': async (kit) => {
      const instance = kit.cloud.createNewInstance({ env: kit.env, throwOnNotFound: false })
      const rows = instance.database({ env: kit.env }).collection('conformance_rows')
      deepEqual((await rows.doc(kit.id('nobody')).get()).data, null)
    },
    'are created by set, and replaced whole by the next set': async (kit) => {
      const doc = kit.rows.doc(kit.id('s'))
      const first = await doc.set({ data: { scope: kit.scope, a: 1, b: 2 } })
      deepEqual(first.stats, { updated: 0, created: 1 })
      const second = await doc.set({ data: { scope: kit.scope, a: 3 } })
      deepEqual(second.stats, { updated: 1, created: 0 })
      deepEqual(await kit.read('s'), { a: 3 })
    },
    'are removed once, and then nothing is': async (kit) => {
      await kit.put({ a: {} })
      deepEqual((await kit.rows.doc(kit.id('a')).remove()).stats, { removed: 1 })
      deepEqual((await kit.rows.doc(kit.id('a')).remove()).stats, { removed: 0 })
    },
    'are added as a list in one call, ids in the order given': async (kit) => {
      const ids = ['b', 'a', 'c'].map(kit.id)
      const data = ids.map((_id) => ({ _id, scope: kit.scope }))
      deepEqual((await kit.rows.add({ data }))._ids, ids)
    },
    'cannot share an _id': async (kit) => {
      await kit.put({ twin: { n: 1 } })
      const { errCode, code, message } = await refusal(kit.put({ twin: { n: 2 } }))
      equal(errCode, -502001)
      equal(code, undefined)
      match(message, /E11000 duplicate key error/)
      deepEqual(await kit.read('twin'), { n: 1 })
    },
    'of a list before a duplicate stay, those after it do not come': async (kit) => {
      await kit.put({ b: { old: true } })
      const { message } = await refusal(kit.put({ a: {}, b: {}, c: {} }))
      match(message, /E11000/)
      deepEqual(await kit.find({}), ['a', 'b'])
      deepEqual(await kit.read('b'), { old: true })
    },
    'carry one instant in all server dates of a request': async (kit) => {
      const now = kit.db.serverDate()
      await kit.put({ a: { first: now, second: now, inside: { third: now } } })
      const row = await kit.read('a')
      ok(row?.first instanceof Date)
      deepEqual(row?.second, row?.first)
      deepEqual(row?.inside, { third: row?.first })
    },
    'carry a server date moved by its offset': async (kit) => {
      await kit.put({
        a: { now: kit.db.serverDate(), later: kit.db.serverDate({ offset: 3_600_000 }) },
      })
      const row = await kit.read('a')
      ok(row?.now instanceof Date && row.later instanceof Date)
      equal(row.later.getTime() - row.now.getTime(), 3_600_000)
    },
    'carry points of the earth': async (kit) => {
      await kit.put({ a: { at: kit.db.Geo.Point(113.3, 23.1) } })
      const { at } = (await kit.read('a')) ?? {}
      deepEqual({ ...Object(at) }, { longitude: 113.3, latitude: 23.1 })
    },
    'keep the order of their fields': async (kit) => {
      await kit.put({ a: { z: 1, a: 2, m: 3 } })
      deepEqual(Object.keys((await kit.read('a')) ?? {}), ['z', 'a', 'm'])
    },
  },
}
