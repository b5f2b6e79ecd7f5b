import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'

const sales = {
  a: { shop: 'east', sum: 10, tags: ['x', 'y'], at: new Date('2026-02-28T16:30:00Z') },
  b: { shop: 'east', sum: 30, tags: ['x'], at: new Date('2026-03-01T01:00:00Z') },
  c: { shop: 'west', sum: 5, tags: [], at: new Date('2026-03-01T02:00:00Z') },
}

async function numbered(kit: Kit, count: number): Promise<void> {
  const data = Array.from({ length: count }, (_unused, n) => ({ scope: kit.scope, n }))
  await kit.rows.add({ data })
}

export const aggregation: Area = {
  name: 'aggregation',
  promise: 'The stages that the SDK offers, 20 rows unless a limit says otherwise.',
  cases: {
    'match and group with sum, avg, min and max': async (kit) => {
      const { $ } = operatorsOf(kit)
      await kit.put(sales)
      const stage = {
        _id: '$shop',
        total: $('sum', '$sum'),
        mean: $('avg', '$sum'),
        least: $('min', '$sum'),
        most: $('max', '$sum'),
        count: $('sum', 1),
      }
      const { list } = await kit.aggregate().group(stage).sort({ _id: 1 }).end()
      deepEqual(list, [
        { _id: 'east', total: 40, mean: 20, least: 10, most: 30, count: 2 },
        { _id: 'west', total: 5, mean: 5, least: 5, most: 5, count: 1 },
      ])
    },
    'group everything under null': async (kit) => {
      await kit.put(sales)
      const { $ } = operatorsOf(kit)
      const { list } = await kit
        .aggregate()
        .group({ _id: null, n: $('sum', '$sum') })
        .end()
      deepEqual(list, [{ _id: null, n: 45 }])
    },
    'group with push, addToSet, first and last': async (kit) => {
      await kit.put(sales)
      const { $ } = operatorsOf(kit)
      const stage = {
        _id: '$shop',
        all: $('push', '$sum'),
        set: $('addToSet', '$shop'),
        first: $('first', '$sum'),
        last: $('last', '$sum'),
      }
      const { list } = await kit.aggregate().sort({ sum: -1 }).group(stage).sort({ _id: 1 }).end()
      deepEqual(list, [
        { _id: 'east', all: [30, 10], set: ['east'], first: 30, last: 10 },
        { _id: 'west', all: [5], set: ['west'], first: 5, last: 5 },
      ])
    },
    'match with the commands of queries': async (kit) => {
      await kit.put(sales)
      const { list } = await kit
        .aggregate()
        .match({ sum: kit._.gt(5) })
        .count('n')
        .end()
      deepEqual(list, [{ n: 2 }])
    },
    'sort, skip and limit': async (kit) => {
      await numbered(kit, 6)
      const { list } = await kit.aggregate().sort({ n: -1 }).skip(1).limit(2).end()
      deepEqual(
        list.map(({ n }) => n),
        [4, 3],
      )
    },
    'project with expressions': async (kit) => {
      await kit.put({ a: { price: 3, count: 4 } })
      const { $ } = operatorsOf(kit)
      const stage = { _id: 0, total: $('multiply', ['$price', '$count']) }
      deepEqual((await kit.aggregate().project(stage).end()).list, [{ total: 12 }])
    },
    'add fields': async (kit) => {
      await kit.put({ a: { n: 1 } })
      const { $ } = operatorsOf(kit)
      const { list } = await kit
        .aggregate()
        .addFields({ next: $('add', ['$n', 1]) })
        .end()
      deepEqual(list, [{ _id: kit.id('a'), scope: kit.scope, n: 1, next: 2 }])
    },
    'unwind a list, an empty one away': async (kit) => {
      await kit.put(sales)
      const stages = kit.aggregate().unwind('$tags').sort({ sum: 1, tags: 1 })
      const { list } = await stages.project({ _id: 0, tags: 1, sum: 1 }).end()
      deepEqual(list, [
        { sum: 10, tags: 'x' },
        { sum: 10, tags: 'y' },
        { sum: 30, tags: 'x' },
      ])
    },
    'unwind and keep what is empty, with the position': async (kit) => {
      await kit.put({ a: { l: ['p', 'q'] }, b: { l: [] } })
      const path = { path: '$l', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' }
      const { list } = await kit
        .aggregate()
        .sort({ _id: 1 })
        .unwind(path)
        .project({ _id: 0, l: 1, at: 1 })
        .end()
      deepEqual(list, [{ l: 'p', at: 0 }, { l: 'q', at: 1 }, { at: null }])
    },
    'look up documents of a collection': async (kit) => {
      await kit.put({ shop: { name: 'East' }, sale: { shopId: kit.id('shop') } })
      const stage = {
        from: 'conformance_rows',
        localField: 'shopId',
        foreignField: '_id',
        as: 'shop',
      }
      const { list } = await kit
        .aggregate()
        .match({ shopId: kit._.exists(true) })
        .lookup(stage)
        .end()
      deepEqual(list[0]?.shop, [{ _id: kit.id('shop'), scope: kit.scope, name: 'East' }])
    },
    'look up with a pipeline and variables': async (kit) => {
      await kit.put({
        a: { kind: 'shop', n: 1 },
        b: { kind: 'shop', n: 5 },
        s: { kind: 'sale', least: 3 },
      })
      const { $ } = operatorsOf(kit)
      const conditions = [$('eq', ['$scope', kit.scope]), $('gt', ['$n', '$$least'])]
      const pipeline = kit._.aggregate
        .pipeline()
        .match(kit._.expr($('and', conditions)))
        .project({ _id: 0, n: 1 })
        .done()
      const stage = { from: 'conformance_rows', let: { least: '$least' }, pipeline, as: 'more' }
      const { list } = await kit.aggregate().match({ kind: 'sale' }).lookup(stage).end()
      deepEqual(list[0]?.more, [{ n: 5 }])
    },
    'replace the root': async (kit) => {
      await kit.put({ a: { inner: { x: 1 } } })
      deepEqual((await kit.aggregate().replaceRoot({ newRoot: '$inner' }).end()).list, [{ x: 1 }])
    },
    'sort by count': async (kit) => {
      await kit.put(sales)
      const { list } = await kit.aggregate().sortByCount('$shop').end()
      deepEqual(list, [
        { _id: 'east', count: 2 },
        { _id: 'west', count: 1 },
      ])
    },
    'fill buckets': async (kit) => {
      await kit.put(sales)
      const stage = { groupBy: '$sum', boundaries: [0, 10, 100], default: 'more' }
      deepEqual((await kit.aggregate().bucket(stage).end()).list, [
        { _id: 0, count: 1 },
        { _id: 10, count: 2 },
      ])
    },
    'fill even buckets by themselves': async (kit) => {
      await numbered(kit, 8)
      const { list } = await kit.aggregate().bucketAuto({ groupBy: '$n', buckets: 2 }).end()
      deepEqual(
        list.map(({ count }) => count),
        [4, 4],
      )
    },
    'take a sample of the size asked for': async (kit) => {
      await numbered(kit, 9)
      equal((await kit.aggregate().sample({ size: 4 }).end()).list.length, 4)
    },
    'count what passes': async (kit) => {
      await numbered(kit, 30)
      deepEqual((await kit.aggregate().count('total').end()).list, [{ total: 30 }])
    },
    'give 20 rows without a limit': async (kit) => {
      await numbered(kit, 25)
      equal((await kit.aggregate().end()).list.length, 20)
    },
    'give more than 20 with a limit': async (kit) => {
      await numbered(kit, 25)
      equal((await kit.aggregate().limit(24).end()).list.length, 24)
    },
    'refuse an operator that does not exist': async (kit) => {
      await numbered(kit, 1)
      const { message } = await refusal(
        kit
          .aggregate()
          .project({ x: { $nonsense: 1 } })
          .end(),
      )
      match(message, /nonsense/)
    },
    'refuse a collection that does not exist': async (kit) => {
      const missing = kit.db.collection('conformance_missing').aggregate()
      const { errCode, code, message } = await refusal(missing.match({ a: 1 }).end())
      // The SDK translates no code of an aggregation: it comes as the platform sent it.
      equal(errCode, -1)
      equal(code, 'DATABASE_COLLECTION_NOT_EXIST')
      match(message, /Db or Table not exist/)
    },
  },
}

/** Operators by name: the SDK's are methods, and every one is a plain object on the wire. */
export function operatorsOf(kit: Kit) {
  const $ = (name: string, operand: unknown): unknown => {
    const operator = kit._.aggregate[name]
    if (operator === undefined) throw new Error(`the SDK has no aggregate.${name}`)
    return operator(operand)
  }
  return { $ }
}
