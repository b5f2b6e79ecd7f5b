import { type Document, isDocument, type Value } from './document'
import { valueTests } from './matching-operators'
import type { Test } from './matching-paths'
import { compareValues, typeRank } from './value-order'

/** What a filter asks of one path, as far as an index can help. */
export interface Condition {
  /** The values of which it must equal one, in order and each once. */
  equal?: Value[]
  /** Stretches that it must lie in, one for each operator. */
  readonly stretches: Stretch[]
  /** What every single value that meets the filter meets, ends of stretches included or not. */
  readonly tests: Test[]
}

export interface Stretch {
  readonly low: Value
  readonly high: Value
}

/** The conditions that all of several filters put on a document. */
export function gatherConditions(filters: readonly Document[]): Map<string, Condition> {
  const conditions = new Map<string, Condition>()
  for (const [path, wanted] of filters.flatMap(conjuncts)) {
    const condition = conditions.get(path) ?? { stretches: [], tests: [] }
    conditions.set(path, condition)
    readWanted(wanted, condition)
  }
  return conditions
}

/** The alternatives of the first `$or` that all documents of a filter must meet. */
export function findAlternatives(filters: readonly Document[]): Document[] | undefined {
  for (const filter of filters) {
    if (Array.isArray(filter.$or)) return filter.$or.filter((part) => isDocument(part))
    const parts = Array.isArray(filter.$and) ? filter.$and.filter((part) => isDocument(part)) : []
    const found = findAlternatives(parts)
    if (found !== undefined) return found
  }
  return undefined
}

/** A filter without its first `$or`, whose alternatives are planned one by one. */
export function withoutAlternatives(filters: readonly Document[]): Document[] {
  return filters.flatMap((filter) => {
    const { $or, $and, ...others } = filter
    if ($or !== undefined) return [{ ...others, ...($and === undefined ? {} : { $and }) }]
    if (!Array.isArray($and)) return [filter]
    return [others, ...withoutAlternatives($and.filter((part) => isDocument(part)))]
  })
}

function conjuncts(filter: Document): [path: string, wanted: Value][] {
  return Object.entries(filter).flatMap(([path, wanted]) => {
    if (path === '$and' && Array.isArray(wanted)) {
      return wanted.flatMap((part) => (isDocument(part) ? conjuncts(part) : []))
    }
    const field: [string, Value][] = path.startsWith('$') ? [] : [[path, wanted]]
    return field
  })
}

function readWanted(wanted: Value, condition: Condition): void {
  for (const [operator, operand] of operatorsOf(wanted)) {
    readOperator(operator, operand, condition)
  }
}

function operatorsOf(wanted: Value): [operator: string, operand: Value][] {
  if (wanted instanceof RegExp) return [['$regex', wanted]]
  if (!isDocument(wanted) || Object.keys(wanted)[0]?.startsWith('$') !== true) {
    return [['$eq', wanted]]
  }
  // Options change what the pattern beside them means.
  return Object.hasOwn(wanted, '$options') ? [] : Object.entries(wanted)
}

function readOperator(operator: string, operand: Value, condition: Condition): void {
  const stretch = stretchOf(operator, operand)
  const equal = equalOf(operator, operand)
  const compile = stretch === undefined && equal === undefined ? undefined : valueTests[operator]
  if (compile === undefined) return
  condition.tests.push(compile(operand, {}))
  if (stretch !== undefined) condition.stretches.push(stretch)
  if (equal !== undefined) condition.equal ??= equal
}

function equalOf(operator: string, operand: Value): Value[] | undefined {
  if (operator === '$eq') return isKey(operand) ? [operand] : undefined
  if (operator === '$in') {
    if (!Array.isArray(operand) || !operand.every(isKey)) return undefined
    const sorted = [...operand].sort(compareValues)
    return sorted.filter((value, at) => at === 0 || compareValues(sorted[at - 1] ?? null, value))
  }
  // Null is the one value that a bound of null leaves.
  if ((operator === '$gte' || operator === '$lte') && operand === null) return [null]
  return undefined
}

/** What an index entry holds as it stands; a null also stands for what is missing. */
function isKey(value: Value): boolean {
  return !Array.isArray(value) && !(value instanceof RegExp)
}

/** The least and greatest value of a type, by its rank; texts end where objects begin. */
const ends: Readonly<Record<number, Stretch>> = {
  2: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
  3: { low: '', high: {} },
  8: { low: false, high: true },
  9: { low: new Date(-8.64e15), high: new Date(8.64e15) },
}

function stretchOf(operator: string, operand: Value): Stretch | undefined {
  if (operator === '$regex' && operand instanceof RegExp) return stretchOfPattern(operand)
  const end = ends[typeRank(operand)]
  if (end === undefined) return undefined
  if (operator === '$gt' || operator === '$gte') return { low: operand, high: end.high }
  if (operator === '$lt' || operator === '$lte') return { low: end.low, high: operand }
  return undefined
}

/** Texts that begin with the literal part of an anchored pattern; others are found by reading. */
function stretchOfPattern({ source, flags }: RegExp): Stretch | undefined {
  if (/[ims]/.test(flags) || source.includes('|')) return undefined
  const [, literal, next] = /^\^([^\\^$.*+?()[\]{}]*)(.?)/.exec(source) ?? []
  if (literal === undefined) return undefined
  const prefix = /[*?{]/.test(next ?? '') ? literal.replace(/.$/u, '') : literal
  return prefix === '' ? undefined : { low: prefix, high: `${prefix}\u{10ffff}` }
}
