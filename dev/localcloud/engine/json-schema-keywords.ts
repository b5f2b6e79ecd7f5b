import { queryFailed } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import type { Test } from './matching-paths'
import { compilePattern } from './patterns'
import { equalValues } from './value-order'

/** A keyword's operand, the keywords beside it, and how a schema inside it becomes a test. */
export interface Keywords {
  readonly operand: Value
  readonly schema: Document
  readonly compile: (schema: Value | undefined) => Test
}

/** A test by one keyword; a value of a type that the keyword is not about meets it. */
export function compileKeyword(keyword: string, beside: Keywords): Test {
  const compile = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined
  if (compile === undefined) throw queryFailed(`Unknown $jsonSchema keyword: ${keyword}`)
  return compile(beside, keyword)
}

type Compile = (beside: Keywords, keyword: string) => Test

const keywords: Readonly<Record<string, Compile>> = {
  enum: ({ operand }) => {
    if (!Array.isArray(operand) || operand.length === 0) throw refuse('enum', 'a nonempty array')
    return (value) => value !== undefined && operand.some((one) => equalValues(one, value))
  },
  maximum: limit((value, bound) => value <= bound, 'exclusiveMaximum'),
  minimum: limit((value, bound) => value >= bound, 'exclusiveMinimum'),
  exclusiveMaximum: beside('maximum'),
  exclusiveMinimum: beside('minimum'),
  multipleOf: ({ operand }) => {
    if (typeof operand !== 'number' || operand <= 0) throw refuse('multipleOf', 'a positive number')
    return onNumbers((value) => value % operand === 0)
  },
  maxLength: counted((count, most) => count <= most, lengthOfText),
  minLength: counted((count, least) => count >= least, lengthOfText),
  maxItems: counted((count, most) => count <= most, lengthOfList),
  minItems: counted((count, least) => count >= least, lengthOfList),
  maxProperties: counted((count, most) => count <= most, countOfFields),
  minProperties: counted((count, least) => count >= least, countOfFields),
  pattern: ({ operand }) => {
    if (typeof operand !== 'string') throw refuse('pattern', 'of type string')
    const pattern = compilePattern(operand, '')
    return (value) => typeof value !== 'string' || pattern.test(value)
  },
  uniqueItems: ({ operand }) => {
    if (typeof operand !== 'boolean') throw refuse('uniqueItems', 'a boolean')
    return (value) => !operand || !Array.isArray(value) || isSet(value)
  },
  items: compileItems,
  additionalItems: ({ operand, compile, schema: { items } }) => {
    const test = openOr(operand, compile, 'additionalItems')
    const from = Array.isArray(items) ? items.length : Number.POSITIVE_INFINITY
    return (value) => !Array.isArray(value) || value.every((one, at) => at < from || test(one))
  },
  required: ({ operand }) => {
    const names = namesOf(operand, 'required')
    return onObjects((value) => names.every((name) => Object.hasOwn(value, name)))
  },
  properties: ({ operand, compile }) => {
    const tests = testsOf(operand, compile, 'properties')
    return onObjects((value) =>
      tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value[name])),
    )
  },
  patternProperties: ({ operand, compile }) => {
    const tests = testsOf(operand, compile, 'patternProperties').map(
      ([source, test]) => [compilePattern(source, ''), test] as const,
    )
    return onObjects((value) =>
      Object.entries(value).every(([name, one]) =>
        tests.every(([pattern, test]) => !pattern.test(name) || test(one)),
      ),
    )
  },
  additionalProperties: compileAdditional,
  dependencies: ({ operand, compile }) => {
    if (!isDocument(operand)) throw refuse('dependencies', 'an object')
    const tests = Object.entries(operand).map(([name, wanted]) => {
      if (!Array.isArray(wanted)) return [name, compile(wanted)] as const
      const names = namesOf(wanted, 'dependencies')
      return [name, onObjects((value) => names.every((one) => Object.hasOwn(value, one)))] as const
    })
    return onObjects((value) =>
      tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value)),
    )
  },
}

function compileItems({ operand, compile }: Keywords): Test {
  if (!Array.isArray(operand)) {
    const test = compile(operand)
    return (value) => !Array.isArray(value) || value.every((one) => test(one))
  }
  const tests = operand.map(compile)
  return (value) => !Array.isArray(value) || value.every((one, at) => tests[at]?.(one) ?? true)
}

function compileAdditional({ operand, compile, schema }: Keywords): Test {
  const test = openOr(operand, compile, 'additionalProperties')
  const named = new Set(Object.keys(isDocument(schema.properties) ? schema.properties : {}))
  const patterned = isDocument(schema.patternProperties) ? schema.patternProperties : {}
  const patterns = Object.keys(patterned).map((source) => compilePattern(source, ''))
  const isNamed = (name: string): boolean =>
    named.has(name) || patterns.some((pattern) => pattern.test(name))
  return onObjects((value) =>
    Object.entries(value).every(([name, one]) => isNamed(name) || test(one)),
  )
}

function limit(meets: (value: number, bound: number) => boolean, exclusive: string): Compile {
  return ({ operand, schema }, keyword) => {
    if (typeof operand !== 'number') throw refuse(keyword, 'a number')
    const isExclusive = schema[exclusive] === true
    return onNumbers((value) => meets(value, operand) && !(isExclusive && value === operand))
  }
}

/** Draft 4 has a switch here, which the keyword that it belongs to reads. */
function beside(keyword: string): Compile {
  return ({ operand, schema }, exclusive) => {
    if (typeof operand !== 'boolean') throw refuse(exclusive, 'a boolean')
    if (Object.hasOwn(schema, keyword)) return () => true
    throw queryFailed(
      `$jsonSchema keyword '${keyword}' must be a present if ${exclusive} is present`,
    )
  }
}

function counted(
  meets: (count: number, bound: number) => boolean,
  countOf: (value: Value | undefined) => number | undefined,
): Compile {
  return ({ operand }, keyword) => {
    if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
      throw refuse(keyword, 'a non-negative whole number')
    }
    return (value) => {
      const count = countOf(value)
      return count === undefined || meets(count, operand)
    }
  }
}

function lengthOfText(value: Value | undefined): number | undefined {
  return typeof value === 'string' ? [...value].length : undefined
}

function lengthOfList(value: Value | undefined): number | undefined {
  return Array.isArray(value) ? value.length : undefined
}

function countOfFields(value: Value | undefined): number | undefined {
  return isDocument(value) ? Object.keys(value).length : undefined
}

function onNumbers(meets: (value: number) => boolean): Test {
  return (value) => typeof value !== 'number' || meets(value)
}

function onObjects(meets: (value: Document) => boolean): Test {
  return (value) => !isDocument(value) || meets(value)
}

function openOr(operand: Value, compile: Keywords['compile'], keyword: string): Test {
  if (typeof operand === 'boolean') return () => operand
  if (isDocument(operand)) return compile(operand)
  throw refuse(keyword, 'either an object or a boolean')
}

function namesOf(operand: Value, keyword: string): string[] {
  const names = Array.isArray(operand) ? operand.filter((name) => typeof name === 'string') : []
  if (!Array.isArray(operand) || names.length === 0 || names.length < operand.length) {
    throw refuse(keyword, 'a nonempty array of strings')
  }
  if (new Set(names).size < names.length) throw refuse(keyword, 'an array of unique values')
  return names
}

function testsOf(
  operand: Value,
  compile: Keywords['compile'],
  keyword: string,
): (readonly [name: string, test: Test])[] {
  if (!isDocument(operand)) throw refuse(keyword, 'an object')
  return Object.entries(operand).map(([name, schema]) => [name, compile(schema)] as const)
}

function isSet(list: readonly Value[]): boolean {
  return list.every((one, at) => !list.slice(0, at).some((other) => equalValues(other, one)))
}

function refuse(keyword: string, what: string): Error {
  return queryFailed(`$jsonSchema keyword '${keyword}' must be ${what}`)
}
