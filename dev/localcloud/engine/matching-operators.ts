import { notSupported, queryFailed } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import type { Test } from './matching-paths'
import { compilePattern } from './patterns'
import { compareValues, equalValues, typeRank } from './value-order'

/** Makes a test on one value from an operator's operand and the operators beside it. */
export type CompileTest = (operand: Value, siblings: Document) => Test

/** The operators that look at one value. `$ne` and `$nin` are the opposites of what is here. */
export const valueTests: Readonly<Record<string, CompileTest>> = {
  $eq: (operand) => testEqual(operand),
  $ne: (operand) => {
    if (operand instanceof RegExp) throw queryFailed("Can't have regex as arg to $ne.")
    return testEqual(operand)
  },
  $gt: (operand) => testOrder(operand, { equal: false, sign: 1 }),
  $gte: (operand) => testOrder(operand, { equal: true, sign: 1 }),
  $lt: (operand) => testOrder(operand, { equal: false, sign: -1 }),
  $lte: (operand) => testOrder(operand, { equal: true, sign: -1 }),
  $in: (operand) => testOneOf(operand, '$in'),
  $nin: (operand) => testOneOf(operand, '$nin'),
  $exists: (operand) => {
    const wanted = operand !== false && operand !== 0 && operand !== null
    return (value) => (value !== undefined) === wanted
  },
  $mod: testRemainder,
  $type: testType,
  $regex: (operand, siblings) => testRegex(patternOf(operand, siblings.$options)),
}

/** Null is also what is missing. */
export function testEqual(wanted: Value): Test {
  if (wanted === null) return (value) => value === undefined || value === null
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted
  return (value) => value !== undefined && equalValues(value, wanted)
}

/** A pattern meets texts, and itself where a pattern is stored. */
export function testRegex(pattern: RegExp): Test {
  return (value) => {
    if (typeof value === 'string') return pattern.test(value)
    return value instanceof RegExp && equalValues(value, pattern)
  }
}

/** Unlike the others it looks at an array as a whole and never at its elements. */
export function testSize(operand: Value): Test {
  if (typeof operand !== 'number' || !Number.isInteger(operand)) {
    throw queryFailed(`Failed to parse $size. Expected an integer: ${JSON.stringify(operand)}`)
  }
  if (operand < 0) {
    throw queryFailed('Failed to parse $size. Expected a non-negative number in: $size')
  }
  return (value) => Array.isArray(value) && value.length === operand
}

/** A range stays within the type of its bound: nothing is above or below a value of another. */
function testOrder(bound: Value, { equal, sign }: { equal: boolean; sign: 1 | -1 }): Test {
  if (bound instanceof RegExp) throw queryFailed("Can't have RegEx as arg to predicate")
  if (bound === null) return (value) => equal && (value === undefined || value === null)
  const rank = typeRank(bound)
  return (value) => {
    if (value === undefined || typeRank(value) !== rank) return false
    if (Number.isNaN(value) || Number.isNaN(bound)) return equal && equalValues(value, bound)
    const order = compareValues(value, bound)
    return order === 0 ? equal : Math.sign(order) === sign
  }
}

function testOneOf(operand: Value, operator: string): Test {
  if (!Array.isArray(operand)) throw queryFailed(`${operator} needs an array`)
  const texts = new Set<Value>(operand.filter((wanted) => typeof wanted === 'string'))
  const others = operand.filter((wanted) => typeof wanted !== 'string')
  const tests = others.map((wanted) => {
    if (isDocument(wanted) && Object.keys(wanted)[0]?.startsWith('$')) {
      throw queryFailed(`cannot nest $ under ${operator}`)
    }
    return wanted instanceof RegExp ? testRegex(wanted) : testEqual(wanted)
  })
  return (value) =>
    (typeof value === 'string' && texts.has(value)) || tests.some((test) => test(value))
}

function testRemainder(operand: Value): Test {
  if (!Array.isArray(operand)) throw queryFailed('malformed mod, needs to be an array')
  if (operand.length < 2) throw queryFailed('malformed mod, not enough elements')
  if (operand.length > 2) throw queryFailed('malformed mod, too many elements')
  const [divisor, remainder] = operand
  if (!isFiniteNumber(divisor)) throw queryFailed('malformed mod, divisor not a number')
  if (!isFiniteNumber(remainder)) throw queryFailed('malformed mod, remainder not a number')
  const by = Math.trunc(divisor)
  if (by === 0) throw queryFailed('divisor cannot be 0')
  // Both sides lose their fractions, and a remainder has the sign of what was divided.
  return (value) => isFiniteNumber(value) && Math.trunc(value) % by === Math.trunc(remainder)
}

function isFiniteNumber(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Which numbers are whole is not kept here, so that a kind of number cannot be asked for. */
const kinds: Readonly<Record<string, number>> = {
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 1,
  regex: 11,
}

const kindNumbers: Readonly<Record<number, string>> = {
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
}

function testType(operand: Value): Test {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map((kind) => {
    const name = typeof kind === 'number' ? kindNumbers[kind] : kind
    if (typeof name === 'string' && Object.hasOwn(kinds, name)) return kinds[name]
    throw notSupported(`$type: ${JSON.stringify(kind)}`)
  })
  return (value) => value !== undefined && wanted.includes(typeRank(value))
}

function patternOf(operand: Value, options: Value | undefined): RegExp {
  const source = operand instanceof RegExp ? operand.source : operand
  if (typeof source !== 'string') throw queryFailed('$regex has to be a string')
  if (options === undefined) return operand instanceof RegExp ? operand : compilePattern(source, '')
  if (typeof options !== 'string') throw queryFailed('$options has to be a string')
  return compilePattern(source, options)
}
