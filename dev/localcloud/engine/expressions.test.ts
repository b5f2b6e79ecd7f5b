import type { Document, Value } from './document'
import { checkExpression, evaluate } from './expressions'

const at = (iso: string): Date => new Date(iso)
/** What `$cond` and `$switch` call `then`, which no object literal should be. */
const outcome = (test: Document, value: Value): Document =>
  Object.fromEntries([...Object.entries(test), ['then', value]])

const abc: Document = { a: 5, b: 2, s: 'photos in café', list: [1, 2, 3], words: ['x', 'y'] }

/** [expression, its result]: the examples of MongoDB's manual and the corners it describes. */
const documented: [Value, unknown][] = [
  // Arithmetic
  [{ $abs: -1 }, 1],
  [{ $abs: null }, null],
  [{ $add: ['$a', '$b'] }, 7],
  [{ $add: [at('2014-03-01T08:00:00Z'), 259_200_000] }, at('2014-03-04T08:00:00Z')],
  [{ $add: ['$a', '$missing'] }, null],
  [{ $ceil: 7.8 }, 8],
  [{ $ceil: -2.8 }, -2],
  [{ $divide: [80, 8] }, 10],
  [{ $exp: 0 }, 1],
  [{ $floor: -2.8 }, -3],
  [{ $ln: 1 }, 0],
  [{ $log: [100, 10] }, 2],
  [{ $log10: 100 }, 2],
  [{ $mod: [80, 7] }, 3],
  [{ $mod: [-5, 3] }, -2],
  [{ $multiply: ['$a', '$b', 2] }, 20],
  [{ $pow: [5, 2] }, 25],
  [{ $pow: [5, -2] }, 0.04],
  [{ $sqrt: 25 }, 5],
  [{ $subtract: [at('2014-03-01T09:00:00Z'), at('2014-03-01T08:00:00Z')] }, 3_600_000],
  [{ $subtract: [at('2014-03-01T08:00:00Z'), 300_000] }, at('2014-03-01T07:55:00Z')],
  [{ $trunc: 7.85 }, 7],
  [{ $trunc: -2.3 }, -2],
  // Arrays
  [{ $arrayElemAt: [[1, 2, 3], 0] }, 1],
  [{ $arrayElemAt: [[1, 2, 3], -2] }, 2],
  [{ $arrayElemAt: [[1, 2, 3], 15] }, undefined],
  [
    {
      $arrayToObject: {
        $literal: [
          { k: 'item', v: 'abc123' },
          { k: 'qty', v: 25 },
        ],
      },
    },
    { item: 'abc123', qty: 25 },
  ],
  [{ $arrayToObject: { $literal: [['item', 'abc123']] } }, { item: 'abc123' }],
  [{ $concatArrays: [['hello', ' '], ['world']] }, ['hello', ' ', 'world']],
  [{ $concatArrays: [['hello'], '$missing'] }, null],
  [
    { $filter: { input: [1, 'a', 2, null, 3.1], as: 'num', cond: { $gte: ['$$num', 2] } } },
    ['a', 2, 3.1],
  ],
  [{ $in: [2, [1, 2, 3]] }, true],
  [{ $in: ['abc', ['xyz']] }, false],
  [{ $indexOfArray: [['a', 'abc'], 'a'] }, 0],
  [{ $indexOfArray: [['a', 'abc', 'b'], 'b', 1] }, 2],
  [{ $indexOfArray: [['a', 'abc', 'b'], 'x'] }, -1],
  [{ $indexOfArray: [null, 'foo'] }, null],
  [{ $isArray: [['hello']] }, true],
  [{ $isArray: ['hello'] }, false],
  [{ $map: { input: '$list', as: 'n', in: { $add: ['$$n', 2] } } }, [3, 4, 5]],
  [{ $map: { input: '$list', in: { $add: ['$$this', 2] } } }, [3, 4, 5]],
  [{ $range: [0, 10, 2] }, [0, 2, 4, 6, 8]],
  [{ $range: [10, 0, -2] }, [10, 8, 6, 4, 2]],
  [{ $range: [0, 10, -2] }, []],
  [
    {
      $reduce: { input: ['a', 'b', 'c'], initialValue: '', in: { $concat: ['$$value', '$$this'] } },
    },
    'abc',
  ],
  [{ $reverseArray: { $literal: [1, 2, 3] } }, [3, 2, 1]],
  [{ $size: '$list' }, 3],
  [{ $slice: [[1, 2, 3], 1, 1] }, [2]],
  [{ $slice: [[1, 2, 3], -2] }, [2, 3]],
  [{ $slice: [[1, 2, 3], 15, 2] }, []],
  [{ $slice: [[1, 2, 3], -15, 2] }, [1, 2]],
  [{ $zip: { inputs: [['a'], ['b'], ['c']] } }, [['a', 'b', 'c']]],
  [
    { $zip: { inputs: [[1], [2, 3], [4]], useLongestLength: true } },
    [
      [1, 2, 4],
      [null, 3, null],
    ],
  ],
  [
    { $zip: { inputs: [[1], [2, 3]], useLongestLength: true, defaults: ['a', 'b'] } },
    [
      [1, 2],
      ['a', 3],
    ],
  ],
  // Booleans, comparisons, conditions
  [{ $and: [1, 'green'] }, true],
  [{ $and: [] }, true],
  [{ $and: [[null], [false], [0]] }, true],
  [{ $and: [null, true] }, false],
  [{ $or: [null, 0, '$missing'] }, false],
  [{ $not: [false] }, true],
  [{ $not: [[false]] }, false],
  [{ $cmp: ['$a', 250] }, -1],
  [{ $eq: ['$a', 5] }, true],
  [{ $ne: ['$a', 5] }, false],
  [{ $gt: ['a', 5] }, true],
  [{ $gte: [at('2020-01-01T00:00:00Z'), true] }, true],
  [{ $lt: [null, 0] }, true],
  [{ $lt: ['$missing', null] }, true],
  [{ $lte: [[1], {}] }, false],
  [{ $cond: outcome({ if: { $gte: ['$a', 5] }, else: 20 }, 30) }, 30],
  [{ $cond: [{ $gte: ['$a', 6] }, 30, 20] }, 20],
  [{ $ifNull: ['$missing', 'Unspecified'] }, 'Unspecified'],
  [
    { $switch: { branches: [outcome({ case: { $eq: [1, 2] } }, 'no')], default: 'other' } },
    'other',
  ],
  // Objects, literals, variables
  [{ $literal: '$a' }, '$a'],
  [{ $mergeObjects: [{ a: 1 }, { a: 2, b: 3 }] }, { a: 2, b: 3 }],
  [{ $mergeObjects: [null, { a: 1 }] }, { a: 1 }],
  [
    { $objectToArray: { item: 'foo', qty: 25 } },
    [
      { k: 'item', v: 'foo' },
      { k: 'qty', v: 25 },
    ],
  ],
  [{ $let: { vars: { low: 1, high: '$$ROOT.a' }, in: { $gt: ['$$low', '$$high'] } } }, false],
  // Sets
  [{ $allElementsTrue: [[true, 1, 'x']] }, true],
  [{ $allElementsTrue: [[]] }, true],
  [{ $allElementsTrue: [[null, false, 0]] }, false],
  [{ $anyElementTrue: [[true, false]] }, true],
  [{ $anyElementTrue: [[[false]]] }, true],
  [
    {
      $setDifference: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    [],
  ],
  [{ $setDifference: [['a', 'b'], [['a', 'b']]] }, ['a', 'b']],
  [
    {
      $setEquals: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    true,
  ],
  [
    {
      $setIntersection: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    ['a', 'b'],
  ],
  [
    {
      $setIsSubset: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    true,
  ],
  [{ $setIsSubset: [['a', 'b'], [['a', 'b']]] }, false],
  [{ $setUnion: [['a'], ['a', 'b']] }, ['a', 'b']],
  // Accumulators used on one document
  [{ $sum: '$list' }, 6],
  [{ $sum: ['$a', '$b', 'x'] }, 7],
  [{ $avg: '$list' }, 2],
  [{ $avg: ['$missing'] }, null],
  [{ $max: ['$a', '$b'] }, 5],
  [{ $min: '$list' }, 1],
  [{ $min: [null, 3] }, 3],
  [{ $stdDevPop: [1, 2, 3] }, 0.816496580927726],
  [{ $stdDevSamp: [1, 2, 3] }, 1],
  // Paths
  ['$$ROOT.a', 5],
  ['$$CURRENT.b', 2],
  [{ sum: { $add: [1, 1] } }, { sum: 2 }],
]

describe('an expression', () => {
  it.each(documented)('%j is %j', (expression, result) => {
    checkExpression(expression)
    expect(evaluate(abc, expression)).toEqual(result)
  })

  it.each<[string, Value]>([
    ['Unrecognized expression', { $foo: 1 }],
    ['exactly one field', { $add: [1, 2], $abs: 1 }],
    ['Unrecognized expression', { $cond: [true, { $map: { input: [], in: { $foo: 1 } } }, 0] }],
    ['$function is not supported', { $function: { body: '', args: [], lang: 'js' } }],
    ['$meta is not supported', { $meta: 'textScore' }],
  ])('is refused with "%s" before a document is looked at', (sentence, expression) => {
    expect(() => checkExpression(expression)).toThrow(sentence)
  })

  it.each<[Value]>([
    [{ $divide: [1, 0] }],
    [{ $add: ['$a', 'x'] }],
    [{ $subtract: [1, at('2020-01-01T00:00:00Z')] }],
    [{ $size: '$a' }],
    [{ $arrayElemAt: ['$a', 0] }],
    [{ $in: [1, '$a'] }],
    [{ $range: [0, 1, 0] }],
    [{ $switch: { branches: [outcome({ case: false }, 1)] } }],
    [{ $sqrt: -1 }],
    [{ $ln: 0 }],
    [{ $mod: [1, 0] }],
    ['$$nothing'],
  ])('%j fails as it does on the platform', (expression) => {
    checkExpression(expression)
    expect(() => evaluate(abc, expression)).toThrow('[FailedOperation')
  })
})
