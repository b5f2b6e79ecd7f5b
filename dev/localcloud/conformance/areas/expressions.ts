import { deepEqual } from 'node:assert/strict'
import type { Area, Check } from '../area'
import { operatorsOf } from './aggregation'

const document = {
  n: 7,
  minus: -7.5,
  list: [1, 2, 3],
  pair: [2, 4],
  words: ['b', 'a'],
  text: '惠邻 Hui',
  at: new Date('2026-01-01T13:14:15.016Z'),
  object: { x: 1, y: 2 },
  yes: true,
  none: null,
}

/** Operator, operand, and what MongoDB's manual says it gives for the document above. */
const table: readonly (readonly [operator: string, operand: unknown, result: unknown])[] = [
  ['abs', '$minus', 7.5],
  ['add', ['$n', 3], 10],
  ['ceil', '$minus', -7],
  ['divide', ['$n', 2], 3.5],
  ['exp', 0, 1],
  ['floor', '$minus', -8],
  ['ln', 1, 0],
  ['log', [8, 2], 3],
  ['log10', 100, 2],
  ['mod', ['$n', 4], 3],
  ['multiply', ['$n', 2, 3], 42],
  ['pow', ['$n', 2], 49],
  ['sqrt', 49, 7],
  ['subtract', ['$n', 10], -3],
  ['trunc', '$minus', -7],
  ['arrayElemAt', ['$list', -1], 3],
  ['arrayToObject', { $literal: [['a', 1]] }, { a: 1 }],
  ['concatArrays', ['$list', [9]], [1, 2, 3, 9]],
  ['filter', { input: '$list', as: 'e', cond: { $gt: ['$$e', 1] } }, [2, 3]],
  ['in', [2, '$list'], true],
  ['indexOfArray', ['$list', 3], 2],
  ['isArray', '$list', true],
  ['map', { input: '$list', as: 'e', in: { $add: ['$$e', 1] } }, [2, 3, 4]],
  ['range', [0, 6, 2], [0, 2, 4]],
  ['reduce', { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 6],
  ['reverseArray', '$list', [3, 2, 1]],
  ['size', '$list', 3],
  ['slice', ['$list', 1, 1], [2]],
  [
    'zip',
    { inputs: ['$words', '$list'] },
    [
      ['b', 1],
      ['a', 2],
    ],
  ],
  ['and', ['$yes', { $gt: ['$n', 5] }], true],
  ['or', ['$none', 0, '$yes'], true],
  ['not', ['$yes'], false],
  ['cmp', ['$n', 8], -1],
  ['eq', ['$n', 7], true],
  ['gt', ['$n', 7], false],
  ['gte', ['$n', 7], true],
  ['lt', ['$n', 8], true],
  ['lte', ['$n', 6], false],
  ['neq', ['$n', 7], false],
  ['cond', [{ $gte: ['$n', 5] }, 'many', 'few'], 'many'],
  ['ifNull', ['$none', 'instead'], 'instead'],
  // biome-ignore lint/suspicious/noThenProperty: the word is MongoDB's.
  ['switch', { branches: [{ case: { $eq: ['$n', 7] }, then: 'seven' }], default: '' }, 'seven'],
  ['dateFromParts', { year: 2026, month: 2, day: 28 }, new Date('2026-02-28T00:00:00Z')],
  ['dateFromString', { dateString: '2026-02-28T10:00:00Z' }, new Date('2026-02-28T10:00:00Z')],
  ['dayOfMonth', '$at', 1],
  ['dayOfWeek', '$at', 5],
  ['dayOfYear', '$at', 1],
  ['isoDayOfWeek', '$at', 4],
  ['isoWeek', '$at', 1],
  ['isoWeekYear', '$at', 2026],
  ['millisecond', '$at', 16],
  ['minute', '$at', 14],
  ['month', '$at', 1],
  ['second', '$at', 15],
  ['hour', '$at', 13],
  ['week', '$at', 0],
  ['year', '$at', 2026],
  [
    'dateToString',
    { date: '$at', format: '%Y-%m-%d %H:%M', timezone: '+08:00' },
    '2026-01-01 21:14',
  ],
  ['literal', '$n', '$n'],
  ['mergeObjects', ['$object', { y: 3 }], { x: 1, y: 3 }],
  [
    'objectToArray',
    '$object',
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  ['allElementsTrue', ['$list'], true],
  ['anyElementTrue', [[0, false, '$yes']], true],
  ['setDifference', ['$list', [2]], [1, 3]],
  ['setEquals', ['$list', [3, 2, 1, 1]], true],
  ['setIntersection', ['$list', [2, 9]], [2]],
  ['setIsSubset', [[1], '$list'], true],
  ['setUnion', [[2], [2]], [2]],
  ['concat', ['$text', '!'], '惠邻 Hui!'],
  ['indexOfBytes', ['$text', 'Hui'], 7],
  ['indexOfCP', ['$text', 'Hui'], 3],
  ['split', ['a-b-c', '-'], ['a', 'b', 'c']],
  ['strLenBytes', '$text', 10],
  ['strLenCP', '$text', 6],
  ['strcasecmp', ['abc', 'ABC'], 0],
  ['substr', ['Huilin', 0, 3], 'Hui'],
  ['substrBytes', ['Huilin', 3, 3], 'lin'],
  ['substrCP', ['$text', 0, 2], '惠邻'],
  ['toLower', 'HUI', 'hui'],
  ['toUpper', 'hui', 'HUI'],
  ['avg', '$list', 2],
  ['max', '$list', 3],
  ['min', '$list', 1],
  ['sum', '$list', 6],
  ['stdDevPop', '$pair', 1],
  ['stdDevSamp', '$pair', Math.SQRT2],
  ['let', { vars: { m: '$n' }, in: { $add: ['$$m', 1] } }, 8],
]

function gives(operator: string, operand: unknown, result: unknown): Check {
  return async (kit) => {
    const { $ } = operatorsOf(kit)
    await kit.put({ a: document })
    const { list } = await kit
      .aggregate()
      .project({ _id: 0, result: $(operator, operand) })
      .end()
    deepEqual(list, [{ result }])
  }
}

/** What takes part elsewhere: accumulators in `$group`, and the score of a text search. */
const elsewhere = ['addToSet', 'first', 'last', 'push', 'meta', 'pipeline']

export const expressions: Area = {
  name: 'expressions',
  promise: "Every operator of `db.command.aggregate` gives what MongoDB's manual says.",
  cases: {
    ...Object.fromEntries(
      table.map(([operator, operand, result]) => [
        `compute ${operator}`,
        gives(operator, operand, result),
      ]),
    ),
    'are all in this list that the SDK has': async ({ _ }) => {
      const known = new Set([...elsewhere, ...table.map(([operator]) => operator)])
      deepEqual(
        Object.keys(_.aggregate).filter((operator) => !known.has(operator)),
        [],
      )
    },
    'read a date in a time zone': async (kit) => {
      const { $ } = operatorsOf(kit)
      await kit.put({ a: { at: new Date('2026-01-31T16:30:00Z') } })
      const parts = {
        _id: 0,
        day: $('dayOfMonth', { date: '$at', timezone: 'Asia/Shanghai' }),
        hour: $('hour', { date: '$at', timezone: '+08:00' }),
      }
      deepEqual((await kit.aggregate().project(parts).end()).list, [{ day: 1, hour: 0 }])
    },
    'turn what is missing into null in arithmetic': async (kit) => {
      const { $ } = operatorsOf(kit)
      await kit.put({ a: {} })
      const stage = { _id: 0, sum: $('add', ['$nothing', 1]) }
      deepEqual((await kit.aggregate().project(stage).end()).list, [{ sum: null }])
    },
  },
}
