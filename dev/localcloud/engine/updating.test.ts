import { PlatformError } from '../platform-error'
import type { Document } from './document'
import { checkStorable } from './storable'
import { checkUpdate, updateDocument } from './update-operators'

const base: Document = {
  _id: 'd',
  n: 5,
  text: 'abc',
  none: null,
  list: [1, 2, 3],
  deep: { a: 1 },
  rows: [
    { k: 1, v: 1 },
    { k: 2, v: 2 },
  ],
  at: new Date(0),
}

/** [what it shows, the update, what of the document is another one after it] */
const cases: [string, Document, Document][] = [
  ['$set of a path makes what is missing', { $set: { 'x.y': 1 } }, { x: { y: 1 } }],
  ['$set past the end fills with null', { $set: { 'list.4': 9 } }, { list: [1, 2, 3, null, 9] }],
  ['$unset', { $unset: { 'deep.a': '' } }, { deep: {} }],
  ['$unset in an array leaves null', { $unset: { 'list.1': '' } }, { list: [1, null, 3] }],
  ['$inc makes a missing field', { $inc: { m: 2 } }, { m: 2 }],
  ['$mul makes a missing field 0', { $mul: { m: 2 } }, { m: 0 }],
  ['$min compares across types', { $min: { text: 1 } }, { text: 1 }],
  ['$max keeps the greater', { $max: { n: 4 } }, {}],
  ['$rename moves', { $rename: { 'deep.a': 'b' } }, { deep: {}, b: 1 }],
  ['$bit', { $bit: { n: { or: 10 } } }, { n: 15 }],
  ['$bit with two operations', { $bit: { n: { and: 4, xor: 1 } } }, { n: 5 }],
  ['$setOnInsert does nothing to what is there', { $setOnInsert: { n: 0 } }, {}],
  ['$push', { $push: { list: { $each: [0, 9], $sort: -1, $slice: 3 } } }, { list: [9, 3, 2] }],
  [
    '$push at a position from the end',
    { $push: { list: { $each: [7], $position: -1 } } },
    { list: [1, 2, 7, 3] },
  ],
  ['$pop', { $pop: { list: -1 } }, { list: [2, 3] }],
  ['$pull by condition', { $pull: { list: { $gte: 2 } } }, { list: [1] }],
  ['$pull by fields', { $pull: { rows: { v: { $lt: 2 } } } }, { rows: [{ k: 2, v: 2 }] }],
  ['$pullAll', { $pullAll: { list: [1, 3] } }, { list: [2] }],
  ['$addToSet', { $addToSet: { list: { $each: [3, 4] } } }, { list: [1, 2, 3, 4] }],
  [
    'the position of the query',
    { $inc: { 'rows.$.v': 5 } },
    {
      rows: [
        { k: 1, v: 1 },
        { k: 2, v: 7 },
      ],
    },
  ],
]

const change = (update: Document, position?: number): Document => {
  checkUpdate(update)
  return updateDocument(base, update, position)
}

describe('an update', () => {
  it.each(cases)('%s', (...[, update, after]) => {
    const before = structuredClone(base)
    const renamed = update.$rename === undefined ? base : { ...base, deep: {} }
    expect(change(update, 1)).toEqual({ ...renamed, ...after })
    expect(base).toEqual(before)
  })

  it.each<[string, Document]>([
    ['must have at least one element', {}],
    ['Unknown modifier: $foo', { $foo: { a: 1 } }],
    ['Unknown modifier: n', { n: 1 }],
    ['Modifiers operate on fields', { $set: 1 }],
    ['$currentDate is not supported', { $currentDate: { at: true } }],
    ["the immutable field '_id'", { $set: { _id: 'e' } }],
    ["would create a conflict at 'deep'", { $set: { deep: 1, 'deep.a': 2 } }],
    ["would create a conflict at 'n'", { $set: { n: 1 }, $inc: { n: 1 } }],
    ["would create a conflict at 'n'", { $set: { n: 1 }, $rename: { text: 'n' } }],
    ['contains an empty field name', { $set: { 'deep..a': 1 } }],
    ['element in the first position', { $set: { '$.a': 1 } }],
    ['Too many positional', { $set: { 'rows.$.a.$': 1 } }],
    ['$[] in an update', { $set: { 'rows.$[].v': 1 } }],
    ['$[row] in an update', { $set: { 'rows.$[row].v': 1 } }],
    ['did not find the match', { $set: { 'rows.$.v': 1 } }],
    ["Cannot create field 'x' in element", { $set: { 'text.x': 1 } }],
    ['Cannot increment with non-numeric argument', { $inc: { n: '1' } }],
    ["has the field 'text' of non-numeric type string", { $inc: { text: 1 } }],
    ["has the field 'none' of non-numeric type null", { $mul: { none: 1 } }],
    ["The 'to' field for $rename must be a string", { $rename: { n: 1 } }],
    ['must differ', { $rename: { n: 'n' } }],
    ['cannot be an array element', { $rename: { 'rows.0.v': 'v' } }],
    ['cannot be an array element', { $rename: { n: 'rows.0.n' } }],
    ["only supports 'and', 'or', and 'xor', not 'not'", { $bit: { n: { not: 1 } } }],
    ['must be an Integer', { $bit: { n: { and: 1.5 } } }],
    ['of non-integer type string', { $bit: { text: { and: 1 } } }],
    ['must be an array but is of type string', { $push: { text: 1 } }],
    ['must be an array but is of type null', { $addToSet: { none: 1 } }],
    ['must be an array but is of type int', { $pull: { n: 1 } }],
    ['expects 1 or -1', { $pop: { list: 2 } }],
    ['requires an array argument', { $pullAll: { list: 1 } }],
    ['needs an array in $each', { $push: { list: { $each: 1 } } }],
    ['unrecognized clause', { $push: { list: { $each: [1], $foo: 1 } } }],
  ])('is refused with "%s"', (sentence, update) => {
    expect(() => change(update)).toThrow(PlatformError)
    expect(() => change(update)).toThrow(sentence)
  })
})

describe('a document', () => {
  const nested = (levels: number): Document =>
    levels === 1 ? { end: 1 } : { in: nested(levels - 1) }

  it.each<[string, Document]>([
    ["The dollar ($) prefixed field '$x' in 'a.$x' is not valid for storage", { a: { $x: 1 } }],
    ["The dotted field 'b.c' in 'a.b.c' is not valid for storage", { a: [{ 'b.c': 1 }] }],
    ['maximum nested object depth: 100', nested(101)],
    ['object to insert too large', { a: '邻'.repeat(6 * 1024 * 1024) }],
  ])('is refused with "%s"', (sentence, document) => {
    expect(() => checkStorable(document, 'Insert')).toThrow(sentence)
  })

  it('may be just within the limits', () => {
    checkStorable(nested(100), 'Insert')
    checkStorable({ a: 'x'.repeat(16 * 1024 * 1024 - 100) }, 'Insert')
  })
})
