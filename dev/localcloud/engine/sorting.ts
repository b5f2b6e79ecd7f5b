import { queryFailed } from '../platform-error'
import { type Document, indexedValuesAt, type Value } from './document'
import { checkFieldPath } from './path-syntax'
import { compareValues } from './value-order'

export type Sort = readonly (readonly [path: string, direction: 1 | -1])[]

export function readSort(order: Document): Sort {
  return Object.entries(order).map(([path, direction]) => {
    checkFieldPath(path)
    if (direction === 1 || direction === -1) return [path, direction] as const
    throw queryFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  })
}

/** Documents in the given order; equal ones keep the order in which they came. */
export function sortDocuments(documents: Document[], sort: Sort): Document[] {
  if (sort.length === 0 || documents.length < 2) return documents
  const keyed = documents.map((document) => ({ document, key: sortKey(document, sort) }))
  keyed.sort((left, right) => compareKeys(left.key, right.key, sort))
  return keyed.map(({ document }) => document)
}

/** What the order of a document depends on, one value for each field of the sort. */
export function sortKey(document: Document, sort: Sort): Value[] {
  return sort.map(([path, direction]) => sortValue(document, path, direction))
}

export function compareKeys(left: readonly Value[], right: readonly Value[], sort: Sort): number {
  for (const [position, [, direction]] of sort.entries()) {
    const order = compareValues(left[position] ?? null, right[position] ?? null)
    if (order !== 0) return order * direction
  }
  return 0
}

/** An array sorts by its least element upwards and by its greatest downwards, as in MongoDB. */
function sortValue(document: Document, path: string, direction: 1 | -1): Value {
  const [first = null, ...others] = indexedValuesAt(document, path)
  return others.reduce(
    (best, value) => (compareValues(value, best) * direction < 0 ? value : best),
    first,
  )
}
