import { queryFailed } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import { compileKeyword, type Keywords } from './json-schema-keywords'
import type { Test } from './matching-paths'
import { typeRank } from './value-order'

/** What MongoDB's reader of schemas knows of JSON Schema and leaves out. */
const leftOut = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id'])

const descriptions = new Set(['title', 'description'])

/**
 * A schema of draft 4 with `bsonType` as a test on values, as `$jsonSchema` reads it. A keyword
 * that is unknown, or whose operand makes no sense, is refused before a value is looked at.
 */
export function compileSchema(schema: Value | undefined): Test {
  if (!isDocument(schema)) throw queryFailed('$jsonSchema must be an object')
  if (Object.hasOwn(schema, 'type') && Object.hasOwn(schema, 'bsonType')) {
    throw queryFailed("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'")
  }
  const tests = Object.entries(schema).map(([keyword, operand]) =>
    compileOne(keyword, operand, schema),
  )
  return (value) => tests.every((test) => test(value))
}

function compileOne(keyword: string, operand: Value, schema: Document): Test {
  if (leftOut.has(keyword)) {
    throw queryFailed(`$jsonSchema keyword '${keyword}' is not currently supported`)
  }
  if (descriptions.has(keyword)) {
    if (typeof operand === 'string') return () => true
    throw queryFailed(`$jsonSchema keyword '${keyword}' must be of type string`)
  }
  if (keyword === 'type') return testTypes(operand, keyword, typeTests)
  if (keyword === 'bsonType') return testTypes(operand, keyword, bsonTypeTests)
  const combine = Object.hasOwn(combinations, keyword) ? combinations[keyword] : undefined
  if (combine !== undefined) return combine(schemasOf(operand, keyword))
  if (keyword === 'not') {
    const test = compileSchema(operand)
    return (value) => !test(value)
  }
  return compileKeyword(keyword, { operand, schema, compile: compileSchema } satisfies Keywords)
}

const combinations: Readonly<Record<string, (tests: readonly Test[]) => Test>> = {
  allOf: (tests) => (value) => tests.every((test) => test(value)),
  anyOf: (tests) => (value) => tests.some((test) => test(value)),
  oneOf: (tests) => (value) => tests.filter((test) => test(value)).length === 1,
}

function schemasOf(operand: Value, keyword: string): Test[] {
  if (Array.isArray(operand) && operand.length > 0) return operand.map(compileSchema)
  throw queryFailed(`$jsonSchema keyword '${keyword}' must be a nonempty array`)
}

const ofRank =
  (rank: number): Test =>
  (value) =>
    value !== undefined && typeRank(value) === rank

/** Draft 4 as MongoDB reads it, which leaves `integer` out. */
const typeTests: Readonly<Record<string, Test>> = {
  number: ofRank(2),
  string: ofRank(3),
  object: ofRank(4),
  array: ofRank(5),
  boolean: ofRank(8),
  null: ofRank(1),
}

/** A number is of the kind as which the SDK sends it: whole ones are int, or long past 32 bits. */
const bsonTypeTests: Readonly<Record<string, Test>> = {
  number: ofRank(2),
  int: (value) => isWhole(value) && value === (value | 0),
  long: (value) => isWhole(value) && value !== (value | 0),
  double: (value) => typeof value === 'number' && !isWhole(value),
  decimal: () => false,
  string: ofRank(3),
  object: ofRank(4),
  array: ofRank(5),
  binData: () => false,
  objectId: ofRank(7),
  bool: ofRank(8),
  date: ofRank(9),
  null: ofRank(1),
  regex: ofRank(11),
  timestamp: () => false,
}

function isWhole(value: Value | undefined): value is number {
  return Number.isInteger(value) && !Object.is(value, -0)
}

function testTypes(operand: Value, keyword: string, known: Readonly<Record<string, Test>>): Test {
  const names = Array.isArray(operand) ? operand : [operand]
  if (names.length === 0 || new Set(names).size < names.length) {
    throw queryFailed(`$jsonSchema keyword '${keyword}' must name types, each once`)
  }
  const tests = names.map((name) => {
    if (typeof name !== 'string') {
      throw queryFailed(
        `$jsonSchema keyword '${keyword}' must be either a string or an array of strings`,
      )
    }
    if (name === 'integer') {
      throw queryFailed("$jsonSchema type 'integer' is not currently supported")
    }
    const test = Object.hasOwn(known, name) ? known[name] : undefined
    if (test === undefined) throw queryFailed(`Unknown type name alias: ${name}`)
    return test
  })
  return (value) => tests.some((test) => test(value))
}
