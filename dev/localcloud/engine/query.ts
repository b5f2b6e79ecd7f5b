import { Query } from 'mingo'
import { invalidParam, PlatformError } from '../platform-error'
import { type Document, isDocument, type Value, valueAt } from './document'
import { compareValues } from './value-order'

export type Match = (document: Document) => boolean

/** A filter as a test on documents. A filter with an unknown operator is refused. */
export function compileMatch(filter: Document): Match {
  try {
    const query = new Query<Document>(filter, { scriptEnabled: false })
    return (document) => query.test(document)
  } catch (fault) {
    throw invalidParam(fault instanceof Error ? fault.message : String(fault))
  }
}

export type Sort = readonly (readonly [path: string, direction: 1 | -1])[]

export function readSort(order: Document): Sort {
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam('a sort direction is 1 or -1')
    return [path, direction] as const
  })
}

/** Documents in the given order; equal ones keep the order in which they came. */
export function sortDocuments(documents: Document[], sort: Sort): Document[] {
  if (sort.length === 0) return documents
  return documents.sort((left, right) => {
    for (const [path, direction] of sort) {
      const order = compareValues(
        sortValue(left, path, direction),
        sortValue(right, path, direction),
      )
      if (order !== 0) return order * direction
    }
    return 0
  })
}

/** An array sorts by its least element upwards and by its greatest downwards, as in MongoDB. */
function sortValue(document: Document, path: string, direction: 1 | -1): Value {
  const value = valueAt(document, path) ?? null
  if (!Array.isArray(value)) return value
  const sorted = [...value].sort(compareValues)
  return (direction === 1 ? sorted[0] : sorted.at(-1)) ?? null
}

/** The part of a document that a projection asks for. */
export function projectDocument(document: Document, projection: Document): Document {
  if (Object.keys(projection).length === 0) return document
  try {
    const [projected] = new Query<Document>({}, { scriptEnabled: false })
      .find<Document>([document], projection)
      .all()
    return isDocument(projected) ? projected : {}
  } catch (fault) {
    throw new PlatformError('DATABASE_REQUEST_FAILED', `[FailedOperation.Query] ${String(fault)}`)
  }
}
