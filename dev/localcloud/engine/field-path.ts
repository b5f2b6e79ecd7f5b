import { writeFailed } from '../platform-error'
import { type Document, isDocument, type Value } from './document'

/** The place a dotted path leads to: read it, write it, or empty it. */
export interface Place {
  readonly value: Value | undefined
  /** The path leads into an array, where some operators may not go. */
  readonly inArray: boolean
  write(value: Value): void
  remove(): void
}

/**
 * Finds a path in a document that is being changed. Missing objects on the way come into being
 * when the place is written; a path through a number or text is refused as MongoDB refuses it.
 */
export function placeAt(document: Document, path: string): Place {
  const segments = path.split('.')
  const last = segments.pop() ?? ''
  let holder: Document | Value[] = document
  let inArray = false
  const missing: string[] = []
  for (const segment of segments) {
    if (missing.length > 0) {
      missing.push(segment)
      continue
    }
    const next: Value | undefined = child(holder, segment)
    inArray ||= Array.isArray(next)
    if (next === undefined) missing.push(segment)
    else if (isDocument(next) || Array.isArray(next)) holder = next
    else throw cannotCreate(last, segment, next)
  }
  return { inArray, ...placeIn(holder, missing, last) }
}

function placeIn(
  holder: Document | Value[],
  missing: readonly string[],
  last: string,
): Omit<Place, 'inArray'> {
  return {
    value: missing.length === 0 ? child(holder, last) : undefined,
    write(value) {
      let inner: Document | Value[] = holder
      for (const segment of missing) {
        const created: Document = {}
        put(inner, segment, created)
        inner = created
      }
      put(inner, last, value)
    },
    remove() {
      if (missing.length > 0) return
      // MongoDB leaves a null in an array, so that the other elements keep their positions.
      if (!Array.isArray(holder)) delete holder[last]
      else if (child(holder, last) !== undefined) holder[Number(last)] = null
    },
  }
}

function child(holder: Document | Value[], segment: string): Value | undefined {
  if (Array.isArray(holder)) return /^\d+$/.test(segment) ? holder[Number(segment)] : undefined
  return Object.hasOwn(holder, segment) ? holder[segment] : undefined
}

function put(holder: Document | Value[], segment: string, value: Value): void {
  if (!Array.isArray(holder)) {
    holder[segment] = value
    return
  }
  if (!/^\d{1,6}$/.test(segment)) throw cannotCreate(segment, 'array', holder)
  while (holder.length < Number(segment)) holder.push(null)
  holder[Number(segment)] = value
}

function cannotCreate(field: string, at: string, element: Value): Error {
  const shown = `{${at}: ${JSON.stringify(element)}}`
  return writeFailed('Update', `Cannot create field '${field}' in element ${shown}`)
}
