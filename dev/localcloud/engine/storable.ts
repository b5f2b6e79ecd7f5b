import { calculateObjectSize } from 'bson'
import { type WriteKind, writeFailed } from '../platform-error'
import { type Document, isDocument, type Value } from './document'

/** MongoDB's limits of a document; what the platform adds to them nobody has written down. */
const mostBytes = 16 * 1024 * 1024
const mostDepth = 100

/**
 * Refuses a document that the database would not store: field names that mean something to an
 * operator or a path, more than 100 levels, more than 16 MB.
 */
export function checkStorable(document: Document, kind: WriteKind): void {
  const bound = measure(document, { path: '', depth: 1, kind })
  // Only what may be too large is worth the exact measure.
  const size = bound > mostBytes ? calculateObjectSize(document) : bound
  if (size <= mostBytes) return
  const reason =
    kind === 'Insert'
      ? `object to insert too large. size in bytes: ${size}, max size: ${mostBytes}`
      : `Resulting document after update is larger than ${mostBytes}`
  throw writeFailed(kind, reason)
}

interface Place {
  readonly path: string
  readonly depth: number
  readonly kind: WriteKind
}

/** A number of bytes that the value does not exceed. */
function measure(value: Value, place: Place): number {
  if (typeof value === 'string') return value.length * 3 + 8
  if (place.depth > mostDepth && (Array.isArray(value) || isDocument(value))) {
    const reason = `Document exceeds maximum nested object depth: ${mostDepth}`
    throw writeFailed(place.kind, reason)
  }
  if (Array.isArray(value)) {
    const inner = within(place, place.path)
    return value.reduce((bytes: number, element) => bytes + 10 + measure(element, inner), 16)
  }
  if (value instanceof RegExp) return value.source.length * 3 + 16
  // A date has 8 bytes and an ObjectId 12.
  if (!isDocument(value)) return 16
  let bytes = 16
  for (const [field, element] of Object.entries(value)) {
    const path = place.path === '' ? field : `${place.path}.${field}`
    if (field.startsWith('$') || field.includes('.') || field.includes('\u0000')) {
      throw writeFailed(place.kind, refusedName(field, path))
    }
    bytes += field.length * 3 + 2 + measure(element, within(place, path))
  }
  return bytes
}

function within({ depth, kind }: Place, path: string): Place {
  return { path, depth: depth + 1, kind }
}

function refusedName(field: string, path: string): string {
  if (field.startsWith('$')) {
    return `The dollar ($) prefixed field '${field}' in '${path}' is not valid for storage.`
  }
  return `The dotted field '${field}' in '${path}' is not valid for storage.`
}
