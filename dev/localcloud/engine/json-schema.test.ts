import { PlatformError } from '../platform-error'
import type { Document, Value } from './document'
import { compileSchema } from './json-schema'

/** A schema, a value that meets it and one that does not. */
const cases: readonly [name: string, schema: Document, met: Value, missed: Value][] = [
  ['type', { type: 'string' }, 'x', 1],
  ['several types', { type: ['null', 'boolean'] }, null, 'x'],
  ['bsonType int', { bsonType: 'int' }, 7, 7.5],
  ['bsonType long', { bsonType: 'long' }, 2 ** 40, 7],
  ['bsonType double', { bsonType: ['double'] }, 7.5, 7],
  ['bsonType date', { bsonType: 'date' }, new Date(0), 0],
  ['enum', { enum: [1, { a: [2] }] }, { a: [2] }, { a: [3] }],
  ['maximum', { maximum: 3 }, 3, 4],
  ['exclusiveMaximum', { maximum: 3, exclusiveMaximum: true }, 2, 3],
  ['exclusiveMinimum', { minimum: 3, exclusiveMinimum: true }, 4, 3],
  ['an exclusive bound that is switched off', { minimum: 3, exclusiveMinimum: false }, 3, 2],
  ['multipleOf', { multipleOf: 5 }, 10, 11],
  ['minLength in characters', { minLength: 2 }, '惠邻', '🎁'],
  ['maxLength in characters', { maxLength: 1 }, '🎁', '惠邻'],
  ['pattern', { pattern: '^1[3-9]' }, '138', '238'],
  ['minItems', { minItems: 1 }, [1], []],
  ['maxItems', { maxItems: 1 }, [1], [1, 2]],
  ['uniqueItems', { uniqueItems: true }, [1, 2], [{ a: 1 }, { a: 1 }]],
  ['items', { items: { type: 'number' } }, [1, 2], [1, 'x']],
  ['items by position', { items: [{ type: 'number' }] }, [1, 'x'], ['x']],
  ['additionalItems', { items: [{ type: 'number' }], additionalItems: false }, [1], [1, 2]],
  ['required', { required: ['a'] }, { a: null }, { b: 1 }],
  ['properties', { properties: { a: { type: 'number' } } }, { b: 'x' }, { a: 'x' }],
  ['patternProperties', { patternProperties: { '^n': { type: 'number' } } }, { n1: 1 }, { n1: '' }],
  [
    'additionalProperties',
    { properties: { a: {} }, patternProperties: { '^n': {} }, additionalProperties: false },
    { a: 1, n1: 1 },
    { a: 1, z: 1 },
  ],
  ['minProperties', { minProperties: 1 }, { a: 1 }, {}],
  ['maxProperties', { maxProperties: 1 }, { a: 1 }, { a: 1, b: 2 }],
  ['dependencies on fields', { dependencies: { a: ['b'] } }, { a: 1, b: 1 }, { a: 1 }],
  ['dependencies on a schema', { dependencies: { a: { required: ['b'] } } }, {}, { a: 1 }],
  ['allOf', { allOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, 4],
  ['anyOf', { anyOf: [{ type: 'string' }, { maximum: 3 }] }, 'x', 4],
  ['oneOf', { oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 4, 2],
  ['not', { not: { type: 'string' } }, 1, 'x'],
  ['a description', { title: 'a', description: 'b', type: 'number' }, 1, 'x'],
]

describe('a schema', () => {
  it.each(cases)('%s', (...[, schema, met, missed]) => {
    const test = compileSchema(schema)
    expect([test(met), test(missed)]).toEqual([true, false])
  })

  it('has nothing against values that its keywords are not about', () => {
    const schema = { maximum: 1, minLength: 9, minItems: 9, required: ['a'], pattern: 'x' }
    expect(compileSchema(schema)(true)).toBe(true)
  })

  it.each<[string, Value]>([
    ['must be an object', []],
    ['Unknown $jsonSchema keyword: nonsense', { nonsense: 1 }],
    ["keyword 'format' is not currently supported", { properties: { a: { format: 'date' } } }],
    ["type 'integer' is not currently supported", { type: 'integer' }],
    ['Unknown type name alias: bool', { type: 'bool' }],
    ["keywords 'type' and 'bsonType'", { type: 'string', bsonType: 'string' }],
    ['either a string or an array of strings', { bsonType: 2 }],
    ["'exclusiveMaximum' must be a boolean", { maximum: 1, exclusiveMaximum: 1 }],
    ["'maximum' must be a present", { exclusiveMaximum: true }],
    ["'required' must be a nonempty array", { required: [] }],
    ["'anyOf' must be a nonempty array", { anyOf: [] }],
    ["'minLength' must be a non-negative", { minLength: -1 }],
  ])('is refused with "%s"', (sentence, schema) => {
    expect(() => compileSchema(schema)).toThrow(PlatformError)
    expect(() => compileSchema(schema)).toThrow(sentence)
  })
})
