import fc from 'fast-check'
import type { CollectionIndex } from '../declarations'
import { createMeter } from '../gateway/meter'
import { type Document, documentKey, type Value } from './document'
import { type Engine, openEngine } from './engine'
import { compileMatch } from './matching'
import { createMemoryStore } from './memory-store'
import { readSort, sortDocuments, sortKey } from './sorting'

const closed = { read: false, write: false } as const

function openWith(indexes: readonly CollectionIndex[]): Engine {
  const declarations = { t: { indexes, clientRules: closed } }
  return openEngine({ store: createMemoryStore(), declarations })
}

// Few fields and small numbers, so that filters, orders and indexes meet.
const path = fc.constantFrom('a', 'a', 'b', 'l', 'l', 'o.x', 'n.x')
const direction = fc.constantFrom<1 | -1>(1, -1)

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('', 'a', 'ab', 'abc', 'b', '😀', '！') },
  fc.constantFrom<Value>(null, true, false, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<Value>(new Date(0), new Date(86_400_000), {}, { x: 1 }),
)
const scalars = fc.array(scalar, { maxLength: 3 })

const body: fc.Arbitrary<Document> = fc.record(
  {
    a: scalar,
    b: fc.oneof({ weight: 3, arbitrary: scalar }, scalars),
    n: fc.oneof(fc.record({ x: scalar }, { requiredKeys: [] }), scalar),
    l: fc.oneof(scalars, scalar),
    o: fc.array(fc.oneof(fc.record({ x: scalar }), scalar), { maxLength: 3 }),
  },
  { requiredKeys: ['a', 'l'] },
)

const condition: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: scalar.map((value): Value => ({ $eq: value })) },
  { weight: 2, arbitrary: scalars.map((values): Value => ({ $in: values })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('$gt', '$gte'),
        fc.constantFrom('$lt', '$lte'),
        fc.tuple(scalar, scalar),
      )
      .map(([low, high, [from, to]]): Value => ({ [low]: from, [high]: to })),
  },
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([operator, value]): Value => ({ [operator]: value })),
  fc.constantFrom<Value>(/^a/, /^ab?/, /b$/, /^a|b/, { $exists: true }, { $exists: false }),
  scalar.map((value): Value => ({ $not: { $gte: value } })),
  scalar.map((value): Value => ({ $elemMatch: { $gte: value } })),
)

const { filter } = fc.letrec<{ filter: Document }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .uniqueArray(path, { maxLength: 3 })
      .chain((chosen) =>
        fc
          .tuple(...chosen.map(() => condition))
          .map(
            (wanted): Document =>
              Object.fromEntries(chosen.map((at, n) => [at, wanted[n] ?? null])),
          ),
      ),
    fc
      .tuple(
        fc.constantFrom('$and', '$or', '$or'),
        fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
      )
      .map(([operator, parts]): Document => ({ [operator]: parts })),
    fc
      .tuple(path, condition, fc.array(tie('filter'), { minLength: 1, maxLength: 2 }))
      .map(([at, wanted, $or]): Document => ({ [at]: wanted, $or })),
  ),
}))

const index = fc
  .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([at]) => at })
  .map((fields): CollectionIndex => ({ name: JSON.stringify(fields), fields }))

const query = fc.record({
  filter,
  sort: fc.dictionary(path, direction, { maxKeys: 2 }),
  skip: fc.constantFrom(0, 0, 2),
  limit: fc.constantFrom(1, 3, 1000),
})

const world = fc.record({
  indexes: fc.uniqueArray(index, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
  bodies: fc.array(body, { minLength: 8, maxLength: 20, size: 'max' }),
  later: fc.array(fc.tuple(fc.nat(18), body), { minLength: 3, maxLength: 6 }),
  own: fc.array(fc.tuple(fc.nat(18), fc.option(body)), { maxLength: 4 }),
  queries: fc.array(query, { minLength: 6, maxLength: 6 }),
})

interface Query {
  filter: Document
  sort: Record<string, 1 | -1>
  skip: number
  limit: number
}

/** What a reader of every document would answer, up to the order of what sorts alike. */
function expectSame(answer: readonly Document[], all: readonly Document[], wanted: Query): void {
  const sort = readSort(wanted.sort)
  const matching = all.filter((document) => compileMatch(wanted.filter)(document))
  const ordered = sortDocuments([...matching], sort)
  const page = ordered.slice(wanted.skip, wanted.skip + wanted.limit)
  expect(answer.map((document) => sortKey(document, sort))).toEqual(
    page.map((document) => sortKey(document, sort)),
  )
  const known = new Map(matching.map((document) => [documentKey(document._id), document]))
  expect(new Set(answer.map(({ _id }) => documentKey(_id))).size).toBe(answer.length)
  for (const document of answer) expect(document).toEqual(known.get(documentKey(document._id)))
}

function put(engine: Engine, document: Document, transaction?: string) {
  const { _id, ...update } = document
  const wish = { filter: { _id: _id ?? null }, update, multi: false, replace: true, upsert: true }
  return engine.update('t', wish, { transaction })
}

describe('any plan answers what reading everything answers', () => {
  it('outside and inside transactions, whatever was written meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ indexes, bodies, later, own, queries }) => {
        const engine = openWith(indexes)
        const model = new Map(bodies.map((fields, n) => [`d${n}`, { _id: `d${n}`, ...fields }]))
        await engine.insert('t', [...model.values()])
        const transaction = engine.begin()
        await engine.find('t', { _id: 'nobody' }, { transaction })
        const inside = new Map(model)
        const touched = new Set(later.map(([n]) => n))
        for (const [n, fields] of later) {
          await put(engine, { _id: `d${n}`, ...fields })
          model.set(`d${n}`, { _id: `d${n}`, ...fields })
        }
        for (const [n, fields] of own) {
          if (touched.has(n)) continue
          const id = `d${n}`
          if (fields !== null) {
            await put(engine, { _id: id, ...fields }, transaction)
            inside.set(id, { _id: id, ...fields })
          } else {
            await engine.remove('t', { filter: { _id: id }, multi: false }, { transaction })
            inside.delete(id)
          }
        }
        for (const wanted of queries) {
          expectSame(await engine.find('t', wanted.filter, wanted), [...model.values()], wanted)
          const answer = await engine.find('t', wanted.filter, { ...wanted, transaction })
          expectSame(answer, [...inside.values()], wanted)
        }
        await engine.close()
      }),
      { numRuns: Number(process.env.PLAN_RUNS ?? 50) },
    )
  }, 120_000)
})

describe('an index on arrays', () => {
  const all: Document[] = [
    { _id: 'x', l: [1, 9] },
    { _id: 'y', l: [4] },
    { _id: 'z', l: [7, 8] },
  ]

  it.each<[string, Document, Record<string, 1 | -1>]>([
    ['gives no order within bounds', { l: { $gt: 3 } }, { l: 1 }],
    ['gives none downwards either', { l: { $lt: 8 } }, { l: -1 }],
    ['finds two operators met by two elements', { l: { $gt: 8, $lt: 2 } }, {}],
  ])('%s', async (...[, filter, sort]) => {
    const engine = openWith([{ name: 'l', fields: [['l', 1]] }])
    await engine.insert('t', all)
    const wanted = { filter, sort, skip: 0, limit: 10 }
    expectSame(await engine.find('t', filter, wanted), all, wanted)
    await engine.close()
  })
})

describe('a plan looks at', () => {
  const indexes: CollectionIndex[] = [
    {
      name: 'a_b',
      fields: [
        ['a', 1],
        ['b', -1],
      ],
    },
    { name: 'day', fields: [['day', 1]] },
    { name: 'name', fields: [['name', 1]] },
  ]
  let engine: Engine

  beforeAll(async () => {
    engine = openWith(indexes)
    const documents = Array.from({ length: 200 }, (_unused, n) => ({
      _id: n,
      a: n % 10,
      b: n,
      name: `${'xyz'[n % 3]}${n}`,
      ...(n < 50 ? { day: new Date(n * 86_400_000) } : { day: n }),
    }))
    await engine.insert('t', documents)
  })

  afterAll(() => engine.close())

  async function examined(filter: Document, options: Partial<Query> = {}): Promise<number> {
    const meter = createMeter()
    await engine.find('t', filter, { ...options, meter })
    return meter.docsExamined
  }

  it.each<[string, number, Document, Partial<Query>]>([
    ['one document for its _id', 1, { _id: 7 }, {}],
    ['everything for a field without an index', 200, { c: 7 }, {}],
    ['only the equal ones', 20, { a: 3 }, {}],
    ['each of a list', 60, { a: { $in: [1, 2, 2, 3] } }, {}],
    ['a range without its excluded ends', 3, { a: 3, b: { $gt: 13, $lt: 53 } }, {}],
    ['dates only for a bound that is a date', 40, { day: { $gte: new Date(10 * 86_400_000) } }, {}],
    ['numbers only for a bound that is a number', 10, { day: { $lt: 60 } }, {}],
    ['texts with the beginning of a pattern', 5, { name: /^x6/ }, {}],
    ['no more than the limit in the order of an index', 5, { a: 3 }, { sort: { b: -1 }, limit: 5 }],
    [
      'no more than the limit over a list',
      5,
      { a: { $in: [1, 2, 3] } },
      { sort: { b: 1 }, limit: 5 },
    ],
    ['each alternative by its own index', 21, { $or: [{ a: 3 }, { _id: 3 }, { _id: 4 }] }, {}],
    ['everything when one alternative has none', 200, { $or: [{ a: 3 }, { c: 1 }] }, {}],
    ['what all alternatives share', 20, { a: 3, $or: [{ b: 3 }, { b: 13 }] }, {}],
  ])('%s', async (...[, count, filter, options]) => {
    expect(await examined(filter, options)).toBe(count)
  })
})
