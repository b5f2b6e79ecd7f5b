import { ObjectId } from 'bson'
import { type Document, isDocument, type Value } from './document'

/**
 * MongoDB's order over values of all types; indexes, sorting, $min and $max share it.
 * Source: the manual's "Comparison/Sort Order".
 */
export function compareValues(left: Value, right: Value): number {
  const byType = typeRank(left) - typeRank(right)
  if (byType !== 0) return byType
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right)
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right)
  if (typeof left === 'boolean') return Number(left) - Number(right)
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right)
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right)
  return compareTexts(String(left), String(right))
}

export function equalValues(left: Value, right: Value): boolean {
  return compareValues(left, right) === 0
}

/** Lists in dictionary order: the first difference decides, then the shorter comes first. */
export function compareLists(left: readonly Value[], right: readonly Value[]): number {
  const shared = Math.min(left.length, right.length)
  for (let position = 0; position < shared; position += 1) {
    const order = compareValues(left[position] ?? null, right[position] ?? null)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** Field by field as they stand: the type decides first, then the name, then the value. */
function compareDocuments(left: Document, right: Document): number {
  const one = Object.entries(left)
  const other = Object.entries(right)
  for (const [position, [name, value]] of one.entries()) {
    const [otherName, otherValue] = other[position] ?? []
    if (otherName === undefined || otherValue === undefined) return 1
    const order =
      typeRank(value) - typeRank(otherValue) ||
      compareTexts(name, otherName) ||
      compareValues(value, otherValue)
    if (order !== 0) return order
  }
  return one.length - other.length
}

/** Values of one rank can be smaller or greater than each other; a range never leaves its rank. */
export function typeRank(value: Value): number {
  if (value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (typeof value === 'boolean') return 8
  if (value instanceof ObjectId) return 7
  if (value instanceof Date) return 9
  if (value instanceof RegExp) return 11
  return 4
}

function compareNumbers(left: number, right: number): number {
  // NaN is below every number and equal to itself.
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1
  if (Number.isNaN(right)) return 1
  return left < right ? -1 : left > right ? 1 : 0
}

const highUnits = /[\ud800-\uffff]/

/** By code points, as UTF-8 bytes order texts: JavaScript's own order puts emoji before '！'. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  // Only two characters beyond U+D7FF can stand the other way round; the test is the cheap part.
  if (highUnits.test(left)) return compareCodePoints(left, right)
  return left < right ? -1 : 1
}

function compareCodePoints(left: string, right: string): number {
  const shared = Math.min(left.length, right.length)
  let at = 0
  while (at < shared && left.charCodeAt(at) === right.charCodeAt(at)) at += 1
  if (at === shared) return left.length - right.length
  const one = left.charCodeAt(at)
  const other = right.charCodeAt(at)
  const order = one - other
  if (one < 0xd800 || other < 0xd800) return order
  return isSurrogate(one) === isSurrogate(other) ? order : -order
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** A value's type as MongoDB's sentences name it. */
export function typeName(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}
