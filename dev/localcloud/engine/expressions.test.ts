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
  // Dates
  [{ $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12 } }, at('2017-02-08T12:00:00Z')],
  [
    { $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 } },
    at('2017-02-08T00:00:00Z'),
  ],
  [
    { $dateFromParts: { year: 2016, month: 12, day: 31, timezone: '+0800' } },
    at('2016-12-30T16:00:00Z'),
  ],
  [{ $dateFromParts: { year: 2017, month: 14, day: 1 } }, at('2018-02-01T00:00:00Z')],
  [{ $dateFromString: { dateString: '2017-02-08T12:10:40.787Z' } }, at('2017-02-08T12:10:40.787Z')],
  [{ $dateFromString: { dateString: '2017-02-08' } }, at('2017-02-08T00:00:00Z')],
  [
    { $dateFromString: { dateString: '2017-02-08T12:10:40', timezone: '+08:00' } },
    at('2017-02-08T04:10:40Z'),
  ],
  [{ $dateFromString: { dateString: '2017-02-08T12:10:40+0800' } }, at('2017-02-08T04:10:40Z')],
  [
    { $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } },
    at('2018-06-15T00:00:00Z'),
  ],
  [{ $dateToString: { format: '%Y-%m-%d', date: at('2014-01-01T08:15:39.736Z') } }, '2014-01-01'],
  [
    {
      $dateToString: {
        format: '%H:%M:%S:%L%z',
        date: at('2014-01-01T20:15:39.736Z'),
        timezone: 'Asia/Shanghai',
      },
    },
    '04:15:39:736+0800',
  ],
  [
    { $dateToString: { format: '%j %u %w %V %G', date: at('2016-01-03T08:15:39.736Z') } },
    '003 7 1 53 2015',
  ],
  [{ $dateToString: { format: '%Y', date: '$missing', onNull: 'none' } }, 'none'],
  [{ $dateToString: { date: at('2014-01-01T08:15:39.736Z') } }, '2014-01-01T08:15:39.736Z'],
  [{ $dayOfMonth: at('2016-01-08T00:00:00Z') }, 8],
  [{ $dayOfMonth: { date: at('2016-01-08T20:00:00Z'), timezone: '+08:00' } }, 9],
  [{ $dayOfWeek: at('2016-01-03T00:00:00Z') }, 1],
  [{ $dayOfYear: at('2016-12-31T00:00:00Z') }, 366],
  [{ $hour: { date: at('2016-01-08T20:00:00Z'), timezone: 'Asia/Shanghai' } }, 4],
  [{ $isoDayOfWeek: at('2016-01-03T00:00:00Z') }, 7],
  [{ $isoWeek: at('2016-01-04T00:00:00Z') }, 1],
  [{ $isoWeek: at('2016-01-03T00:00:00Z') }, 53],
  [{ $isoWeekYear: at('2016-01-03T00:00:00Z') }, 2015],
  [{ $isoWeekYear: at('2018-12-31T00:00:00Z') }, 2019],
  [{ $isoWeekYear: at('2017-01-01T00:00:00Z') }, 2016],
  [{ $millisecond: at('2016-01-04T00:00:00.789Z') }, 789],
  [{ $minute: at('2016-01-04T00:45:00Z') }, 45],
  [{ $month: { date: at('2016-01-31T20:00:00Z'), timezone: '+08:00' } }, 2],
  [{ $second: at('2016-01-04T00:45:12Z') }, 12],
  [{ $week: at('2016-01-04T00:00:00Z') }, 1],
  [{ $week: at('2016-01-02T00:00:00Z') }, 0],
  [{ $week: at('2016-01-03T00:00:00Z') }, 1],
  [{ $week: at('2016-12-31T00:00:00Z') }, 52],
  [{ $year: at('2016-01-04T00:00:00Z') }, 2016],
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
  // Texts
  [{ $concat: ['$s', ' - ', 'x'] }, 'photos in café - x'],
  [{ $concat: ['a', null] }, null],
  [{ $indexOfBytes: ['cafeteria', 'e'] }, 3],
  [{ $indexOfBytes: ['cafétéria', 'é', 4] }, 6],
  [{ $indexOfBytes: ['foo.bar.fi', '.', 5] }, 7],
  [{ $indexOfBytes: ['vanilla', 'll', 12] }, -1],
  [{ $indexOfCP: ['cafeteria', 'e'] }, 3],
  [{ $indexOfCP: ['cafétéria', 'é'] }, 3],
  [{ $indexOfCP: ['😀惠邻', '邻'] }, 2],
  [{ $indexOfCP: ['foo.bar.fi', '.', 5] }, 7],
  [{ $indexOfCP: ['vanilla', 'nilla', 3] }, -1],
  [{ $indexOfCP: [null, 'foo'] }, null],
  [{ $split: ['June-15-2013', '-'] }, ['June', '15', '2013']],
  [{ $split: ['headphone jack', /x/.source] }, ['headphone jack']],
  [{ $strLenBytes: 'cafétéria' }, 11],
  [{ $strLenBytes: { $literal: '$€λA' } }, 7],
  [{ $strLenCP: '寿司' }, 2],
  [{ $strLenCP: '😀' }, 1],
  [{ $strcasecmp: ['13Q1', '13q4'] }, -1],
  [{ $substr: ['quarter', 0, 2] }, 'qu'],
  [{ $substr: ['quarter', 2, -1] }, 'arter'],
  [{ $substrBytes: ['cafétéria', 0, 5] }, 'café'],
  [{ $substrBytes: ['cafétéria', 8, 3] }, 'ria'],
  [{ $substrBytes: ['13Q1', 2, 20] }, 'Q1'],
  [{ $substrBytes: ['13Q1', 9, 2] }, ''],
  [{ $substrCP: ['cafétéria', 0, 5] }, 'cafét'],
  [{ $substrCP: ['寿司sushi', 1, 20] }, '司sushi'],
  [{ $toLower: 'ABC1' }, 'abc1'],
  [{ $toLower: null }, ''],
  [{ $toUpper: 'abc' }, 'ABC'],
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
    [{ $concat: ['$a', 'x'] }],
    [{ $in: [1, '$a'] }],
    [{ $strLenCP: '$missing' }],
    [{ $dateFromString: { dateString: 'yesterday' } }],
    [{ $year: 'x' }],
    [{ $toUpper: [1, 2] }],
    [{ $range: [0, 1, 0] }],
    [{ $switch: { branches: [outcome({ case: false }, 1)] } }],
    [{ $substrCP: ['abc', 1, -1] }],
    [{ $substrBytes: ['cafétéria', 7, 3] }],
    [{ $substrBytes: ['cafétéria', 0, 4] }],
    [{ $sqrt: -1 }],
    [{ $ln: 0 }],
    [{ $mod: [1, 0] }],
    ['$$nothing'],
  ])('%j fails as it does on the platform', (expression) => {
    checkExpression(expression)
    expect(() => evaluate(abc, expression)).toThrow('[FailedOperation')
  })
})
