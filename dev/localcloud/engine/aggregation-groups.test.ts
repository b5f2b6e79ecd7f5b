import { openShop } from '../fixtures/sales'
import type { Document } from './document'
import type { Engine } from './engine'

let engine: Engine

beforeAll(async () => {
  engine = await openShop()
})

afterAll(() => engine.close())

/** [what it shows, stages on the sales, the documents that come out] */
const cases: [string, Document[], Document[]][] = [
  [
    '$group sums by a field',
    [
      { $group: { _id: '$item', total: { $sum: { $multiply: ['$price', '$quantity'] } } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'abc', total: 120 },
      { _id: 'jkl', total: 20 },
      { _id: 'xyz', total: 75 },
    ],
  ],
  [
    '$group knows its accumulators',
    [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: null,
          average: { $avg: '$quantity' },
          first: { $first: '$item' },
          last: { $last: '$missing' },
          most: { $max: '$price' },
          least: { $min: '$price' },
          spread: { $stdDevPop: '$price' },
          texts: { $avg: '$item' },
          list: { $push: '$tags' },
          ones: { $sum: 1 },
        },
      },
    ],
    [
      {
        _id: null,
        average: 5.6,
        first: 'abc',
        last: null,
        most: 20,
        least: 5,
        spread: 5.477225575051661,
        texts: null,
        list: [['a', 'b'], [], 'c', null],
        ones: 5,
      },
    ],
  ],
  [
    '$group puts what is missing and what is null together',
    [{ $match: { _id: { $in: [3, 5] } } }, { $group: { _id: '$tags', ids: { $push: '$_id' } } }],
    [{ _id: null, ids: [3, 5] }],
  ],
  [
    '$group by several fields',
    [
      { $match: { item: 'xyz' } },
      { $group: { _id: { item: '$item', month: { $month: '$date' } }, n: { $sum: '$quantity' } } },
    ],
    [{ _id: { item: 'xyz', month: 2 }, n: 15 }],
  ],
  [
    '$addToSet keeps each value once',
    [
      { $group: { _id: null, prices: { $addToSet: '$price' } } },
      { $project: { n: { $size: '$prices' }, _id: 0 } },
    ],
    [{ n: 3 }],
  ],
  [
    '$bucket puts the rest into its default',
    [
      {
        $bucket: {
          groupBy: '$price',
          boundaries: [0, 10, 15],
          default: 'Other',
          output: { count: { $sum: 1 }, items: { $push: '$_id' } },
        },
      },
    ],
    [
      { _id: 0, count: 2, items: [3, 5] },
      { _id: 10, count: 2, items: [1, 4] },
      { _id: 'Other', count: 1, items: [2] },
    ],
  ],
  [
    '$bucketAuto spreads evenly',
    [{ $bucketAuto: { groupBy: '$price', buckets: 2 } }],
    [
      { _id: { min: 5, max: 20 }, count: 4 },
      { _id: { min: 20, max: 20 }, count: 1 },
    ],
  ],
  [
    '$sortByCount counts and sorts',
    [{ $match: { item: { $ne: 'jkl' } } }, { $sortByCount: { $gt: ['$quantity', 2] } }],
    [
      { _id: true, count: 3 },
      { _id: false, count: 1 },
    ],
  ],
  ['$count', [{ $match: { item: 'abc' } }, { $count: 'n' }], [{ n: 2 }]],
  ['$count of nothing is nothing', [{ $match: { item: 'none' } }, { $count: 'n' }], []],
]

describe('a group', () => {
  it.each(cases)('%s', async (...[, stages, documents]) => {
    expect(await engine.aggregate('sales', stages)).toEqual(documents)
  })
})
