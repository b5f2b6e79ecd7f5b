import type { DeclaredIndex, IndexRange } from './declared-index'
import { type Document, isDocument, type Value } from './document'
import type { Sort } from './query'

/** How to find candidates: every one of them is still tested against the whole filter. */
export interface QueryPlan {
  readonly index: DeclaredIndex
  readonly ranges: readonly IndexRange[]
  readonly backwards: boolean
  /** The candidates come in the order asked for, so reading may stop at the limit. */
  readonly ordered: boolean
}

interface Condition {
  equal?: Value[]
  low?: Value
  high?: Value
}

const mostRanges = 1000

/** The cheapest declared index for a filter and an order, or undefined: read everything. */
export function planQuery(
  indexes: readonly DeclaredIndex[],
  filter: Document,
  sort: Sort,
): QueryPlan | undefined {
  const conditions = new Map<string, Condition>()
  gatherConditions(filter, conditions)
  let best: { plan: QueryPlan; score: number } | undefined
  for (const index of indexes) {
    const found = planIndex(index, conditions, sort)
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found
  }
  return best?.plan
}

function planIndex(
  index: DeclaredIndex,
  conditions: Map<string, Condition>,
  sort: Sort,
): { plan: QueryPlan; score: number } | undefined {
  let prefixes: Value[][] = [[]]
  let equalCount = 0
  const { fields, unique } = index.declaration
  for (const [path] of fields) {
    const values = conditions.get(path)?.equal
    if (values === undefined || values.length * prefixes.length > mostRanges) break
    prefixes = prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]))
    equalCount += 1
  }
  const next = fields[equalCount]
  const bounds = next === undefined || index.multikey ? undefined : conditions.get(next[0])
  const bounded = bounds?.low !== undefined || bounds?.high !== undefined
  const direction = prefixes.length > 1 ? undefined : orderOf(index, equalCount, sort)
  if (equalCount === 0 && !bounded && (direction === undefined || sort.length === 0))
    return undefined
  const ranges = prefixes.map((equal) => ({ equal, low: bounds?.low, high: bounds?.high }))
  const whole = unique === true && equalCount === fields.length
  const score =
    (whole ? 1000 : 0) + equalCount * 10 + (bounded ? 4 : 0) + (direction === undefined ? 0 : 2)
  const plan = { index, ranges, backwards: direction === -1, ordered: direction !== undefined }
  return { plan, score }
}

/** 1 or -1 when the index gives the order after `equalCount` fixed fields, else undefined. */
function orderOf(index: DeclaredIndex, equalCount: number, sort: Sort): 1 | -1 | undefined {
  if (index.multikey) return undefined
  const fixed = new Set(index.declaration.fields.slice(0, equalCount).map(([path]) => path))
  const wanted = sort.filter(([path]) => !fixed.has(path))
  let turned: 1 | -1 | undefined
  for (const [position, [path, direction]] of wanted.entries()) {
    const field = index.declaration.fields[equalCount + position]
    if (field === undefined || field[0] !== path) return undefined
    const turn = field[1] === direction ? 1 : -1
    if (turned !== undefined && turned !== turn) return undefined
    turned = turn
  }
  return turned ?? 1
}

function gatherConditions(filter: Document, conditions: Map<string, Condition>): void {
  for (const [path, wanted] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(wanted)) {
      for (const part of wanted) if (isDocument(part)) gatherConditions(part, conditions)
    } else if (!path.startsWith('$')) {
      const condition = conditions.get(path) ?? {}
      readCondition(wanted, condition)
      conditions.set(path, condition)
    }
  }
}

function readCondition(wanted: Value, condition: Condition): void {
  if (!isDocument(wanted)) {
    if (isScalar(wanted)) condition.equal ??= [wanted]
    return
  }
  for (const [operator, operand] of Object.entries(wanted)) {
    if (operator === '$eq' && isScalar(operand)) condition.equal ??= [operand]
    if (operator === '$in' && Array.isArray(operand) && operand.every(isScalar)) {
      condition.equal ??= [...new Map(operand.map((value) => [scalarKey(value), value])).values()]
    }
    if ((operator === '$gt' || operator === '$gte') && isScalar(operand)) condition.low ??= operand
    if ((operator === '$lt' || operator === '$lte') && isScalar(operand)) condition.high ??= operand
  }
}

/** What an index entry holds as it stands; a null also stands for what is missing. */
function isScalar(value: Value): boolean {
  return !Array.isArray(value) && !isDocument(value) && !(value instanceof RegExp)
}

function scalarKey(value: Value): string {
  return value instanceof Date ? `date ${value.getTime()}` : `${typeof value} ${String(value)}`
}
