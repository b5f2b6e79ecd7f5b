import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area, Check } from '../area'
import { type Kit, refusal } from '../kit'
import type { Row, SdkCommand } from '../sdk-surface'

/** A document before an update and after it. */
export function becomes(before: Row, update: (_: SdkCommand, kit: Kit) => Row, after: Row): Check {
  return async (kit) => {
    await kit.put({ a: before })
    const { stats } = await kit.rows.doc(kit.id('a')).update({ data: update(kit._, kit) })
    deepEqual(await kit.read('a'), after)
    equal(stats.updated, JSON.stringify(before) === JSON.stringify(after) ? 0 : 1)
  }
}

/** An update that the database refuses, and that leaves the document alone. */
export function refuses(before: Row, update: (_: SdkCommand) => Row, because: RegExp): Check {
  return async (kit) => {
    await kit.put({ a: before })
    const call = kit.rows.doc(kit.id('a')).update({ data: update(kit._) })
    const { errCode, code, message } = await refusal(call)
    equal(errCode, -502001)
    equal(code, undefined)
    match(message, because)
    deepEqual(await kit.read('a'), before)
  }
}

export const updates: Area = {
  name: 'updates',
  promise: 'Updates merge by path, change what they name, and refuse a wrong type.',
  cases: {
    'set fields and leave the others': becomes({ a: 1, b: 2 }, () => ({ b: 3 }), { a: 1, b: 3 }),
    'merge nested objects by path': becomes({ o: { x: 1, y: 2 } }, () => ({ o: { x: 5 } }), {
      o: { x: 5, y: 2 },
    }),
    'write by a dotted path': becomes({ o: { x: 1 } }, () => ({ 'o.y': 2 }), { o: { x: 1, y: 2 } }),
    'make the objects on the way': becomes({}, () => ({ 'o.p.q': 1 }), { o: { p: { q: 1 } } }),
    'replace an object with set': becomes({ o: { x: 1, y: 2 } }, (_) => ({ o: _.set({ x: 5 }) }), {
      o: { x: 5 },
    }),
    'write by position in a list': becomes({ l: [1, 2, 3] }, () => ({ 'l.1': 9 }), {
      l: [1, 9, 3],
    }),
    'drop an empty object silently, as the SDK does': async (kit) => {
      await kit.put({ a: { n: 1, o: { x: 1 } } })
      await kit.rows.doc(kit.id('a')).update({ data: { n: 2, o: {} } })
      deepEqual(await kit.read('a'), { n: 2, o: { x: 1 } })
    },
    'remove a field': becomes({ a: 1, b: 2 }, (_) => ({ b: _.remove() }), { a: 1 }),
    'remove a nested field': becomes({ o: { x: 1, y: 2 } }, (_) => ({ o: { x: _.remove() } }), {
      o: { y: 2 },
    }),
    'remove nothing where nothing is': becomes({ a: 1 }, (_) => ({ z: _.remove() }), { a: 1 }),
    'add with inc': becomes({ n: 1 }, (_) => ({ n: _.inc(-3) }), { n: -2 }),
    'begin at nothing with inc': becomes({}, (_) => ({ n: _.inc(2) }), { n: 2 }),
    'multiply with mul': becomes({ n: 3 }, (_) => ({ n: _.mul(4) }), { n: 12 }),
    'begin at zero with mul': becomes({}, (_) => ({ n: _.mul(4) }), { n: 0 }),
    'keep the smaller with min': becomes({ n: 3 }, (_) => ({ n: _.min(1) }), { n: 1 }),
    'leave the smaller with min': becomes({ n: 3 }, (_) => ({ n: _.min(5) }), { n: 3 }),
    'keep the greater with max': becomes({ n: 3 }, (_) => ({ n: _.max(5) }), { n: 5 }),
    'set what is missing with min and max': becomes(
      {},
      (_) => ({ low: _.min(1), high: _.max(2) }),
      { low: 1, high: 2 },
    ),
    'compare dates with max': becomes(
      { at: new Date(1000) },
      (_) => ({ at: _.max(new Date(2000)) }),
      { at: new Date(2000) },
    ),
    'rename a field': becomes({ a: 1 }, (_) => ({ a: _.rename('b') }), { b: 1 }),
    'combine bits': becomes(
      { and: 13, or: 3, xor: 1 },
      (_) => ({ and: _.bit({ and: 10 }), or: _.bit({ or: 5 }), xor: _.bit({ xor: 5 }) }),
      { and: 8, or: 7, xor: 4 },
    ),
    'take a server date': async (kit) => {
      await kit.put({ a: { at: null } })
      await kit.rows.doc(kit.id('a')).update({ data: { at: kit.db.serverDate() } })
      equal((await kit.read('a'))?.at instanceof Date, true)
    },
    'say 0 for a document that is missing, and make none': async (kit) => {
      const doc = kit.rows.doc(kit.id('nobody'))
      deepEqual((await doc.update({ data: { scope: kit.scope, n: 1 } })).stats, { updated: 0 })
      deepEqual((await doc.get()).data, null)
    },
    'refuse inc on text': refuses({ n: '1' }, (_) => ({ n: _.inc(1) }), /non-numeric/),
    'refuse inc by text': refuses({ n: 1 }, (_) => ({ n: _.inc('1') }), /non-numeric/),
    'refuse inc on null': refuses({ n: null }, (_) => ({ n: _.inc(1) }), /non-numeric/),
    'refuse mul on text': refuses({ n: 'x' }, (_) => ({ n: _.mul(2) }), /non-numeric/),
    'refuse a path through a number': refuses(
      { n: 1 },
      () => ({ 'n.x': 1 }),
      /Cannot create field 'x' in element/,
    ),
    'refuse two changes of one place': refuses(
      { o: { x: 1 } },
      (_) => ({ o: _.set({ x: 2 }), 'o.x': 3 }),
      /would create a conflict/,
    ),
    'refuse to change the _id': async (kit) => {
      await kit.put({ a: {} })
      const { message } = await refusal(kit.rows.doc(kit.id('a')).update({ data: { _id: 'b' } }))
      match(message, /_id/)
      deepEqual(await kit.find({}), ['a'])
    },
    'refuse to be empty': async (kit) => {
      const { errCode, message } = await refusal(kit.rows.doc(kit.id('a')).update({ data: {} }))
      deepEqual(errCode, -1)
      match(message, /must not be empty/)
    },
    'refuse an operator inside set': async (kit) => {
      const doc = kit.rows.doc(kit.id('a'))
      const { errCode, message } = await refusal(doc.set({ data: { n: kit._.inc(1) } }))
      equal(errCode, -502001)
      match(message, /update operator complicit/)
    },
  },
}

export const manyUpdates: Area = {
  name: 'where writes',
  promise: 'A write with a condition changes all it finds; each test and change is one step.',
  cases: {
    'change all that they find, and say how many': async (kit) => {
      await kit.put({ a: { k: 1 }, b: { k: 1 }, c: { k: 2 } })
      const { stats } = await kit.query({ k: 1 }).update({ data: { n: kit._.inc(1) } })
      deepEqual(stats, { updated: 2 })
      deepEqual(await kit.find({ n: 1 }), ['a', 'b'])
    },
    'change one with multi: false': async (kit) => {
      await kit.put({ a: { k: 1 }, b: { k: 1 } })
      const { stats } = await kit.query({ k: 1 }).update({ data: { n: 1 }, multi: false })
      deepEqual(stats, { updated: 1 })
      equal((await kit.find({ n: 1 })).length, 1)
    },
    'remove all that they find': async (kit) => {
      await kit.put({ a: { k: 1 }, b: { k: 1 }, c: { k: 2 } })
      deepEqual((await kit.query({ k: 1 }).remove()).stats, { removed: 2 })
      deepEqual(await kit.find({}), ['c'])
    },
    'find nothing and change nothing': async (kit) => {
      deepEqual((await kit.query({ k: 1 }).update({ data: { n: 1 } })).stats, { updated: 0 })
      deepEqual(await kit.find({}), [])
    },
    'test and set in one call': async (kit) => {
      await kit.put({ stock: { left: 1 } })
      const take = () =>
        kit
          .query({ _id: kit.id('stock'), left: kit._.gte(1) })
          .update({ data: { left: kit._.inc(-1) } })
      deepEqual((await take()).stats, { updated: 1 })
      deepEqual((await take()).stats, { updated: 0 })
    },
    'never sell a unit twice, whoever comes at once': async (kit) => {
      await kit.put({ stock: { left: 3 } })
      const takes = Array.from({ length: 12 }, () =>
        kit
          .query({ _id: kit.id('stock'), left: kit._.gte(1) })
          .update({ data: { left: kit._.inc(-1) } }),
      )
      const taken = await Promise.all(takes)
      equal(
        taken.reduce((sum, { stats }) => sum + stats.updated, 0),
        3,
      )
      deepEqual(await kit.read('stock'), { left: 0 })
    },
    'mark the element that the condition found, by its position': async (kit) => {
      await kit.put({ a: { l: [{ k: 1 }, { k: 2 }] } })
      await kit.query({ 'l.k': 2 }).update({ data: { 'l.$.done': true } })
      deepEqual(await kit.read('a'), { l: [{ k: 1 }, { k: 2, done: true }] })
    },
  },
}
