import { openShop, sales } from '../fixtures/sales'
import { createMeter } from '../gateway/meter'
import type { Document } from './document'
import type { Engine } from './engine'

let engine: Engine

beforeAll(async () => {
  engine = await openShop()
})

afterAll(() => engine.close())

const ids = (documents: readonly Document[]): unknown[] => documents.map(({ _id }) => _id)

/** [what it shows, stages on the sales, the documents that come out] */
const cases: [string, Document[], Document[]][] = [
  [
    '$project keeps, computes and drops',
    [
      { $match: { _id: 1 } },
      { $project: { _id: 0, item: 1, cost: { $add: ['$price', 1] }, gone: '$missing', tags: 1 } },
    ],
    [{ item: 'abc', cost: 11, tags: ['a', 'b'] }],
  ],
  [
    '$project by exclusion',
    [{ $match: { _id: 3 } }, { $project: { date: 0, item: 0 } }],
    [{ _id: 3, price: 5, quantity: 5 }],
  ],
  [
    '$addFields adds and replaces, nested ones too',
    [
      { $match: { _id: 3 } },
      { $addFields: { 'a.b': '$price', quantity: 'many' } },
      { $project: { a: 1, quantity: 1 } },
    ],
    [{ _id: 3, a: { b: 5 }, quantity: 'many' }],
  ],
  [
    '$unwind leaves out what is empty, null or missing and keeps a single value',
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 4, tags: 'c' },
    ],
  ],
  [
    '$unwind keeps them when asked, with positions',
    [
      { $unwind: { path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true } },
      { $project: { at: 1, tags: 1 } },
    ],
    [
      { _id: 1, tags: 'a', at: 0 },
      { _id: 1, tags: 'b', at: 1 },
      { _id: 2, at: null },
      { _id: 3, at: null },
      { _id: 4, tags: 'c', at: null },
      { _id: 5, tags: null, at: null },
    ],
  ],
  [
    '$replaceRoot',
    [
      { $match: { _id: 1 } },
      { $replaceRoot: { newRoot: { $mergeObjects: [{ x: 1 }, { y: '$item' }] } } },
    ],
    [{ x: 1, y: 'abc' }],
  ],
  [
    '$skip and $limit in their order',
    [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 4 }, { _id: 3 }],
  ],
  [
    '$limit before $sort',
    [{ $limit: 2 }, { $sort: { _id: -1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }],
  ],
  [
    '$sort orders across types, the missing first',
    [{ $sort: { tags: 1, _id: 1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 3 }, { _id: 5 }, { _id: 1 }, { _id: 4 }],
  ],
  [
    '$match in the middle compares within types',
    [
      { $addFields: { v: { $cond: [{ $gt: ['$quantity', 5] }, 'x', '$quantity'] } } },
      { $match: { v: { $gt: 1 } } },
      { $project: { _id: 1 } },
    ],
    [{ _id: 1 }, { _id: 3 }],
  ],
  [
    '$lookup joins on equality, arrays on both sides',
    [
      { $match: { _id: { $in: [1, 2] } } },
      { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'stock' } },
      { $project: { stock: '$stock._id' } },
    ],
    [
      { _id: 1, stock: ['s1', 's5'] },
      { _id: 2, stock: ['s2'] },
    ],
  ],
  [
    '$lookup joins what is missing with null',
    [
      { $match: { _id: 3 } },
      { $lookup: { from: 'stock', localField: 'missing', foreignField: 'sku', as: 'stock' } },
      { $project: { stock: '$stock._id' } },
    ],
    [{ _id: 3, stock: ['s3', 's4'] }],
  ],
  [
    '$lookup with variables and a pipeline',
    [
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'stock',
          let: { item: '$item', wanted: '$quantity' },
          pipeline: [
            {
              $match: {
                $expr: { $and: [{ $eq: ['$sku', '$$item'] }, { $gte: ['$left', '$$wanted'] }] },
              },
            },
            { $project: { _id: 0, left: 1 } },
          ],
          as: 'stock',
        },
      },
      { $project: { stock: 1 } },
    ],
    [{ _id: 1, stock: [{ left: 120 }] }],
  ],
  [
    '$facet runs side by side',
    [
      {
        $facet: {
          n: [{ $count: 'n' }],
          dear: [{ $match: { price: 20 } }, { $project: { _id: 1 } }],
        },
      },
    ],
    [{ n: [{ n: 5 }], dear: [{ _id: 2 }] }],
  ],
]

describe('an aggregation', () => {
  it.each(cases)('%s', async (...[, stages, documents]) => {
    expect(await engine.aggregate('sales', stages)).toEqual(documents)
  })

  it('shows 20 documents unless a limit is named, and 10,000 at most', async () => {
    expect(await engine.aggregate('many', [])).toHaveLength(20)
    expect(await engine.aggregate('many', [{ $limit: 50 }])).toHaveLength(50)
    expect(await engine.aggregate('many', [{ $limit: 20_000 }])).toHaveLength(10_000)
  })

  it('uses an index for its first $match and stops at a $limit', async () => {
    const meter = createMeter()
    await engine.aggregate('sales', [{ $match: { item: 'abc' } }], { meter })
    expect(meter.docsExamined).toBe(2)
    const stages: Document[] = [
      { $match: { _id: { $gte: 100 } } },
      { $sort: { _id: 1 } },
      { $limit: 3 },
    ]
    expect(ids(await engine.aggregate('many', stages, { meter }))).toEqual([100, 101, 102])
    expect(meter.docsExamined).toBe(5)
  })

  it('samples each document once', async () => {
    const sample = await engine.aggregate('sales', [{ $sample: { size: 5 } }])
    expect(new Set(ids(sample)).size).toBe(5)
  })

  it('leaves the stored documents as they are', async () => {
    await engine.aggregate('sales', [
      { $unwind: '$tags' },
      { $addFields: { 'date.x': 1, item: 0 } },
    ])
    expect(await engine.find('sales', {}, { sort: { _id: 1 } })).toEqual(sales)
  })

  it.each<[string, Document[]]>([
    ['no default', [{ $bucket: { groupBy: '$price', boundaries: [0, 1] } }]],
    [
      'Db or Table not exist',
      [{ $lookup: { from: 'nowhere', localField: 'a', foreignField: 'b', as: 'x' } }],
    ],
  ])('fails with "%s"', async (sentence, stages) => {
    await expect(engine.aggregate('sales', stages)).rejects.toThrow(sentence)
  })
})
