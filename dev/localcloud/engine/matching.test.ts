import fc from 'fast-check'
import { PlatformError } from '../platform-error'
import type { Document, Value } from './document'
import { compileMatch } from './matching'

const list: Document = {
  tags: ['red', 'blue'],
  scores: [80, 95],
  items: [
    { sku: 'a', qty: 1 },
    { sku: 'b', qty: 9 },
  ],
  grid: [
    [1, 2],
    [3, 4],
  ],
  empty: [],
}

/** [what it says, filter, document, whether it matches] */
const cases: [string, Document, Document, boolean][] = [
  ['equality looks into arrays', { tags: 'red' }, list, true],
  ['equality compares whole arrays', { tags: ['red', 'blue'] }, list, true],
  ['and their order', { tags: ['blue', 'red'] }, list, false],
  ['an array in an array equals as a whole', { grid: [1, 2] }, list, true],
  ['but is not looked into', { grid: 1 }, list, false],
  ['objects equal field by field', { o: { $eq: { a: 1, b: 2 } } }, { o: { a: 1, b: 2 } }, true],
  ['in the order of their fields', { o: { $eq: { a: 1, b: 2 } } }, { o: { b: 2, a: 1 } }, false],
  ['null is what is missing', { x: null }, {}, true],
  ['null is null', { x: { $eq: null } }, { x: null }, true],
  ['null is no empty array', { empty: null }, list, false],
  ['null is missing in one element', { 'items.z': null }, list, true],
  ['null is not missing in an array of scalars', { 'tags.z': null }, list, false],
  ['a path enters arrays', { 'items.sku': 'b' }, list, true],
  ['a path names a position', { 'items.1.sku': 'b' }, list, true],
  ['and only that', { 'items.0.sku': 'b' }, list, false],
  ['not-equal holds for the missing', { x: { $ne: 1 } }, {}, true],
  ['not-equal fails if one element equals', { tags: { $ne: 'red' } }, list, false],
  ['not-in likewise', { 'items.sku': { $nin: ['b', 'z'] } }, list, false],
  ['greater stays in its type', { x: { $gt: 5 } }, { x: '9' }, false],
  ['greater than null is nothing', { x: { $gt: null } }, { x: 1 }, false],
  ['not less than null is null', { x: { $gte: null } }, {}, true],
  ['dates compare as instants', { d: { $lt: new Date(2) } }, { d: new Date(1) }, true],
  ['NaN equals itself', { x: Number.NaN }, { x: Number.NaN }, true],
  ['NaN is below no number', { x: { $lt: 5 } }, { x: Number.NaN }, false],
  ['two elements may meet two operators', { scores: { $gt: 90, $lt: 85 } }, list, true],
  [
    'one element must under elemMatch',
    { scores: { $elemMatch: { $gt: 90, $lt: 85 } } },
    list,
    false,
  ],
  ['elemMatch on scalars', { scores: { $elemMatch: { $gt: 90, $lt: 99 } } }, list, true],
  ['elemMatch on objects', { items: { $elemMatch: { sku: 'b', qty: { $gt: 5 } } } }, list, true],
  ['within one object', { items: { $elemMatch: { sku: 'a', qty: { $gt: 5 } } } }, list, false],
  ['elemMatch with a filter meets no scalar', { tags: { $elemMatch: { a: null } } }, list, false],
  ['elemMatch wants an array', { x: { $elemMatch: { $gt: 1 } } }, { x: 2 }, false],
  ['all of a list', { tags: { $all: ['blue', 'red'] } }, list, true],
  ['all of one value', { x: { $all: [1] } }, { x: 1 }, true],
  ['all of nothing is nothing', { tags: { $all: [] } }, list, false],
  [
    'all with elemMatch',
    { items: { $all: [{ $elemMatch: { qty: 1 } }, { $elemMatch: { qty: 9 } }] } },
    list,
    true,
  ],
  ['size counts elements', { tags: { $size: 2 } }, list, true],
  ['size of no array', { x: { $size: 1 } }, { x: 1 }, false],
  ['exists sees null', { x: { $exists: true } }, { x: null }, true],
  ['exists false', { x: { $exists: false } }, {}, true],
  ['mod', { x: { $mod: [4, 1] } }, { x: 9 }, true],
  ['mod of a negative number', { x: { $mod: [4, -1] } }, { x: -5 }, true],
  ['mod drops fractions', { x: { $mod: [4, 1] } }, { x: 9.9 }, true],
  ['type by name', { x: { $type: 'string' } }, { x: 'a' }, true],
  ['type looks into arrays', { tags: { $type: 'string' } }, list, true],
  ['pattern', { x: /^a.c$/ }, { x: 'abc' }, true],
  ['pattern in an array', { tags: /^BL/i }, list, true],
  ['pattern with options', { x: { $regex: 'B', $options: 'i' } }, { x: 'abc' }, true],
  ['in with a pattern', { x: { $in: [/^a/, 7] } }, { x: 'abc' }, true],
  ['not a pattern', { x: { $not: /^a/ } }, { x: 'abc' }, false],
  ['not holds for the missing', { x: { $not: { $gt: 1 } } }, {}, true],
  ['not looks at every element', { scores: { $not: { $gt: 90 } } }, list, false],
  ['and', { $and: [{ x: 1 }, { y: 2 }] }, { x: 1, y: 2 }, true],
  ['or', { $or: [{ x: 2 }, { y: 2 }] }, { x: 1, y: 2 }, true],
  ['nor', { $nor: [{ x: 2 }, { y: 3 }] }, { x: 1, y: 2 }, true],
  [
    'expr compares two fields',
    { $expr: { $gt: ['$spent', '$budget'] } },
    { spent: 9, budget: 5 },
    true,
  ],
  ['texts in the order of code points', { x: { $gt: '！' } }, { x: '😀' }, true],
]

describe('a filter', () => {
  it.each(cases)('%s', (...[, filter, document, matches]) => {
    expect(compileMatch(filter)(document)).toBe(matches)
  })

  it.each<[string, Document]>([
    ['unknown operator: $foo', { x: { $foo: 1 } }],
    ['unknown operator: b', { x: { $gt: 1, b: 2 } }],
    ['unknown top level operator: $foo', { $foo: 1 }],
    ['$text is not supported', { $text: { $search: 'a' } }],
    ['$where is not supported', { $where: 'true' }],
    ['$jsonSchema must be an object', { $jsonSchema: 1 }],
    ['$geoWithin needs one geometry', { x: { $geoWithin: {} } }],
    ['$in needs an array', { x: { $in: 1 } }],
    ['$nin needs an array', { x: { $nin: 1 } }],
    ['cannot nest $ under $in', { x: { $in: [{ $gt: 1 }] } }],
    ['$all needs an array', { x: { $all: 1 } }],
    ['no $ expressions in $all', { x: { $all: [{ $gt: 1 }] } }],
    ['$elemMatch needs an Object', { x: { $elemMatch: 1 } }],
    ['Expected an integer', { x: { $size: 1.5 } }],
    ['non-negative', { x: { $size: -1 } }],
    ['malformed mod, not enough elements', { x: { $mod: [1] } }],
    ['malformed mod, too many elements', { x: { $mod: [1, 2, 3] } }],
    ['divisor cannot be 0', { x: { $mod: [0, 1] } }],
    ['$not needs a regex or a document', { x: { $not: 1 } }],
    ["Can't have regex as arg to $ne.", { x: { $ne: /a/ } }],
    ["Can't have RegEx as arg", { x: { $gt: /a/ } }],
    ['$and must be a nonempty array', { $and: [] }],
    ['entries need to be full objects', { $or: [1] }],
    ['$options needs a $regex', { x: { $options: 'i' } }],
    ['invalid flag in regex options: g', { x: { $regex: 'a', $options: 'g' } }],
    ['PCRE does not support', { x: { $regex: '[\\u4e00-\\u9fa5]' } }],
    ['Unrecognized expression', { $expr: { $foo: 1 } }],
  ])('is refused with "%s"', (sentence, filter) => {
    expect(() => compileMatch(filter)).toThrow(PlatformError)
    expect(() => compileMatch(filter)).toThrow(sentence)
  })

  it('and its opposite part all documents between them', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', null, true))
    const field = fc.oneof(value, fc.array(value, { maxLength: 3 }))
    const test = (operator: string, operand: Value, document: Document): boolean =>
      compileMatch({ x: { [operator]: operand } })(document)
    fc.assert(
      fc.property(fc.record({ x: field }, { requiredKeys: [] }), value, (document, operand) => {
        expect(test('$eq', operand, document)).toBe(!test('$ne', operand, document))
        expect(test('$in', [operand], document)).toBe(test('$eq', operand, document))
        expect(test('$nin', [operand], document)).toBe(test('$ne', operand, document))
        expect(test('$not', { $gte: operand }, document)).toBe(!test('$gte', operand, document))
      }),
    )
  })
})
