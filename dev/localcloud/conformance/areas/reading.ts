import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'
import type { SdkQuery } from '../sdk-surface'

async function ids(kit: Kit, query: SdkQuery): Promise<string[]> {
  const { data } = await query.get()
  return data.map(({ _id }) => String(_id).replace(`${kit.scope}-`, ''))
}

async function putMixed(kit: Kit): Promise<void> {
  await kit.put({
    text: { v: 'b' },
    list: { v: [5, 1] },
    none: {},
    two: { v: 2 },
    date: { v: new Date(0) },
    object: { v: { a: 1 } },
    yes: { v: true },
    ten: { v: 10 },
  })
}

export const ordering: Area = {
  name: 'order and pages',
  promise: 'Order is total over types, stable under skip and limit.',
  cases: {
    'go up and down': async (kit) => {
      await kit.put({ a: { n: 2 }, b: { n: 10 }, c: { n: 1 } })
      deepEqual(await ids(kit, kit.query().orderBy('n', 'asc')), ['c', 'a', 'b'])
      deepEqual(await ids(kit, kit.query().orderBy('n', 'desc')), ['b', 'a', 'c'])
    },
    'take a second field where the first is equal': async (kit) => {
      await kit.put({ a: { n: 1, m: 1 }, b: { n: 1, m: 2 }, c: { n: 0, m: 0 } })
      const query = kit.query().orderBy('n', 'asc').orderBy('m', 'desc')
      deepEqual(await ids(kit, query), ['c', 'b', 'a'])
    },
    "put types in MongoDB's order: missing, numbers, text, objects, booleans, dates": async (
      kit,
    ) => {
      await putMixed(kit)
      deepEqual(await ids(kit, kit.query().orderBy('v', 'asc')), [
        'none',
        'list',
        'two',
        'ten',
        'text',
        'object',
        'yes',
        'date',
      ])
    },
    'take the greatest element of a list downwards': async (kit) => {
      await kit.put({ list: { v: [5, 1] }, two: { v: 2 }, ten: { v: 10 } })
      deepEqual(await ids(kit, kit.query().orderBy('v', 'desc')), ['ten', 'list', 'two'])
    },
    'follow a dotted path': async (kit) => {
      await kit.put({ a: { o: { n: 2 } }, b: { o: { n: 1 } } })
      deepEqual(await ids(kit, kit.query().orderBy('o.n', 'asc')), ['b', 'a'])
    },
    'sort text by code unit, capitals first': async (kit) => {
      await kit.put({ a: { t: 'a' }, b: { t: 'B' }, c: { t: '一' } })
      deepEqual(await ids(kit, kit.query().orderBy('t', 'asc')), ['b', 'a', 'c'])
    },
    'skip, then limit': async (kit) => {
      await kit.put({ a: { n: 1 }, b: { n: 2 }, c: { n: 3 }, d: { n: 4 } })
      deepEqual(await ids(kit, kit.query().orderBy('n', 'asc').skip(1).limit(2)), ['b', 'c'])
      deepEqual(await ids(kit, kit.query().orderBy('n', 'asc').skip(4)), [])
    },
    'page on with a cursor on _id': async (kit) => {
      await kit.put({ a: {}, b: {}, c: {} })
      const after = kit
        .query({ _id: kit._.gt(kit.id('a')) })
        .orderBy('_id', 'asc')
        .limit(1)
      deepEqual(await ids(kit, after), ['b'])
    },
    'know no third direction': async (kit) => {
      const { message } = await refusal(async () => kit.query().orderBy('n', 'sideways').get())
      match(message, /排序字符不合法|order/i)
    },
  },
}

const shape = { a: 1, b: 2, o: { x: 1, y: 2 }, list: [{ n: 1, m: 1 }, { n: 2, m: 2 }, { n: 3 }] }

export const projections: Area = {
  name: 'projections',
  promise: 'Answers hold the fields that were asked for, and `_id` unless it is refused.',
  cases: {
    'keep what is asked for, and _id': async (kit) => {
      await kit.put({ a: shape })
      const { data } = await kit.query().field({ a: true, 'o.x': true }).get()
      deepEqual(data, [{ _id: kit.id('a'), a: 1, o: { x: 1 } }])
    },
    'leave _id out when told': async (kit) => {
      await kit.put({ a: shape })
      deepEqual((await kit.query().field({ _id: false, b: 1 }).get()).data, [{ b: 2 }])
    },
    'leave out what is not wanted': async (kit) => {
      await kit.put({ a: { a: 1, b: 2, o: { x: 1, y: 2 } } })
      const { data } = await kit.query().field({ a: false, 'o.y': false, scope: 0 }).get()
      deepEqual(data, [{ _id: kit.id('a'), b: 2, o: { x: 1 } }])
    },
    'reach into lists of objects': async (kit) => {
      await kit.put({ a: shape })
      const { data } = await kit.query().field({ _id: 0, 'list.n': 1 }).get()
      deepEqual(data, [{ list: [{ n: 1 }, { n: 2 }, { n: 3 }] }])
    },
    'cut a list with project.slice': async (kit) => {
      await kit.put({ a: { list: [1, 2, 3, 4] } })
      const slice = kit._.project.slice
      const first = await kit
        .query()
        .field({ _id: 0, scope: 0, list: slice?.(2) })
        .get()
      deepEqual(first.data, [{ list: [1, 2] }])
      const last = await kit
        .query()
        .field({ _id: 0, scope: 0, list: slice?.(-1) })
        .get()
      deepEqual(last.data, [{ list: [4] }])
      const middle = await kit
        .query()
        .field({ _id: 0, scope: 0, list: slice?.([1, 2]) })
        .get()
      deepEqual(middle.data, [{ list: [2, 3] }])
    },
    'keep the first element that project.elemMatch finds': async (kit) => {
      await kit.put({ a: shape })
      const list = kit._.project.elemMatch?.({ n: 2 })
      const { data } = await kit.query().field({ _id: 0, list }).get()
      deepEqual(data, [{ list: [{ n: 2, m: 2 }] }])
    },
    'find no element by a command in project.elemMatch, which no SDK translates': async (kit) => {
      await kit.put({ a: shape })
      const list = kit._.project.elemMatch?.({ n: kit._.gt(1) })
      deepEqual((await kit.query().field({ _id: 0, list }).get()).data, [{}])
    },
    'work on one document': async (kit) => {
      await kit.put({ a: shape })
      const { data } = await kit.rows.doc(kit.id('a')).field({ _id: false, b: true }).get()
      deepEqual(data, { b: 2 })
    },
    'do not mix keeping and leaving out': async (kit) => {
      await kit.put({ a: shape })
      equal((await refusal(kit.query().field({ a: 1, b: 0 }).get())).errCode, -502001)
    },
  },
}
