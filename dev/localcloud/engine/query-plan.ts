import type { DeclaredIndex, IndexRange } from './declared-index'
import type { Document, Value } from './document'
import {
  type Condition,
  findAlternatives,
  gatherConditions,
  type Stretch,
  withoutAlternatives,
} from './query-conditions'
import type { Sort } from './sorting'
import { compareValues } from './value-order'

/** Stretches of one index in which candidates lie. */
export interface IndexScan {
  readonly index: DeclaredIndex
  readonly ranges: readonly IndexRange[]
  readonly backwards: boolean
  /** Whether an entry can belong to a match; where not, its document need not be looked at. */
  readonly admits: (values: readonly Value[]) => boolean
}

/** How to find candidates: every one of them is still tested against the whole filter. */
export interface QueryPlan {
  /** More than one when the filter has alternatives, and then a document may come up twice. */
  readonly scans: readonly IndexScan[]
  /** Each range comes in the order asked for, so that reading may stop at the limit. */
  readonly ordered: boolean
}

const mostRanges = 1000
/** Every range of an ordered plan is open at the same time. */
const mostOrderedRanges = 100

/** The cheapest declared indexes for a filter and an order, or undefined: read everything. */
export function planQuery(
  indexes: readonly DeclaredIndex[],
  filter: Document,
  sort: Sort,
): QueryPlan | undefined {
  const direct = bestIndex(indexes, gatherConditions([filter]), sort)
  if (direct?.selective !== true) {
    const scans = planAlternatives(indexes, [filter])
    if (scans !== undefined) return { scans, ordered: sort.length === 0 }
  }
  return direct === undefined ? undefined : { scans: [direct.scan], ordered: direct.ordered }
}

/** One scan or more for each alternative; undefined when one of them would read everything. */
function planAlternatives(
  indexes: readonly DeclaredIndex[],
  filters: readonly Document[],
): IndexScan[] | undefined {
  const alternatives = findAlternatives(filters)
  if (alternatives === undefined) return undefined
  const shared = withoutAlternatives(filters)
  const scans: IndexScan[] = []
  for (const alternative of alternatives) {
    const all = [...shared, alternative]
    const direct = bestIndex(indexes, gatherConditions(all), [])
    const found = direct === undefined ? planAlternatives(indexes, all) : [direct.scan]
    if (found === undefined || scans.length + found.length > mostRanges) return undefined
    scans.push(...found)
  }
  return scans
}

interface IndexChoice {
  readonly scan: IndexScan
  readonly ordered: boolean
  /** It leaves documents out; else it only gives the order. */
  readonly selective: boolean
  readonly score: number
}

function bestIndex(
  indexes: readonly DeclaredIndex[],
  conditions: Map<string, Condition>,
  sort: Sort,
): IndexChoice | undefined {
  let best: IndexChoice | undefined
  for (const index of indexes) {
    const found = chooseIndex(index, conditions, sort)
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found
  }
  return best
}

function chooseIndex(
  index: DeclaredIndex,
  conditions: Map<string, Condition>,
  sort: Sort,
): IndexChoice | undefined {
  const { fields, unique } = index.declaration
  // Most indexes have nothing to do with a query; to see it must cost nothing.
  const first = fields[0]?.[0]
  if (first === undefined || (!conditions.has(first) && sort[0]?.[0] !== first)) return undefined
  let prefixes: Value[][] = [[]]
  const fixed = new Map<string, number>()
  for (const [path] of fields) {
    const values = conditions.get(path)?.equal
    if (values === undefined || values.length * prefixes.length > mostRanges) break
    prefixes = prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]))
    fixed.set(path, values.length)
  }
  const next = fields[fixed.size]
  const stretch = next === undefined ? undefined : narrow(index, conditions.get(next[0]))
  const direction = orderOf(index, fixed, sort)
  const selective = fixed.size > 0 || stretch !== undefined
  if (!selective && (direction === undefined || sort.length === 0)) return undefined
  const ordered = direction !== undefined && prefixes.length <= mostOrderedRanges
  const ranges = prefixes.map((equal) => ({ equal, ...stretch }))
  const whole = unique === true && fixed.size === fields.length
  const score =
    (whole ? 1000 : 0) + fixed.size * 10 + (stretch === undefined ? 0 : 4) + (ordered ? 2 : 0)
  const scan = { index, ranges, backwards: direction === -1, admits: admitting(index, conditions) }
  return { scan, ordered, selective, score }
}

/** Where an array is indexed, its elements may meet different operators: one stretch must do. */
function narrow(index: DeclaredIndex, condition: Condition | undefined): Stretch | undefined {
  const [first, ...others] = condition?.stretches ?? []
  if (first === undefined || index.multikey) return first
  return others.reduce(
    (narrowed, { low, high }) => ({
      low: compareValues(low, narrowed.low) > 0 ? low : narrowed.low,
      high: compareValues(high, narrowed.high) < 0 ? high : narrowed.high,
    }),
    first,
  )
}

function admitting(
  index: DeclaredIndex,
  conditions: Map<string, Condition>,
): (values: readonly Value[]) => boolean {
  if (index.multikey) return () => true
  const tests = index.declaration.fields.map(([path]) => conditions.get(path)?.tests ?? [])
  return (values) => tests.every((all, at) => all.every((test) => test(values[at] ?? null)))
}

/**
 * 1 or -1 when each range of the index gives the order, else undefined. Within a range the fixed
 * fields do not vary; between ranges those with more than one value do, and ranges are merged.
 */
function orderOf(index: DeclaredIndex, fixed: Map<string, number>, sort: Sort): 1 | -1 | undefined {
  if (index.multikey) return undefined
  const wanted = sort.filter(([path]) => !fixed.has(path))
  let turned: 1 | -1 | undefined
  for (const [position, [path, direction]] of wanted.entries()) {
    const field = index.declaration.fields[fixed.size + position]
    if (field === undefined || field[0] !== path) return undefined
    const turn = field[1] === direction ? 1 : -1
    if (turned !== undefined && turned !== turn) return undefined
    turned = turn
  }
  return turned ?? 1
}
