import { ObjectId } from 'bson'
import { invalidParam } from '../platform-error'

export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Value[] | Document

/** What an `_id` may be; an ObjectId is what the console's imports and other programs wrote. */
export type Id = number | string | ObjectId

export interface Document {
  [field: string]: Value
}

export function isDocument(value: Value | undefined): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof ObjectId)
  )
}

/** A copy that shares nothing that can be written to. */
export function cloneValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneValue)
  if (value instanceof Date) return new Date(value.getTime())
  if (isDocument(value)) return cloneDocument(value)
  return value
}

export function cloneDocument(document: Document): Document {
  const copy: Document = {}
  for (const [field, value] of Object.entries(document)) copy[field] = cloneValue(value)
  return copy
}

/** An index entry of MongoDB up to 4.0 holds no more. */
const mostIdBytes = 1024

/**
 * The text under which a document is stored. The number 1 and the text '1' are two documents, and
 * so are an ObjectId and the text of its digits.
 */
export function documentKey(id: Value | undefined): string {
  if (typeof id === 'number' && Number.isFinite(id)) return `\u0001${id}`
  if (id instanceof ObjectId) return `\u0003${id.toHexString()}`
  if (typeof id !== 'string') throw invalidParam('_id must be a string, a number or an ObjectId')
  if (id.length * 3 > mostIdBytes && Buffer.byteLength(id) > mostIdBytes) {
    throw invalidParam(`_id must not be longer than ${mostIdBytes} bytes`)
  }
  return id !== '' && id < '\u0004' && id >= '\u0001' ? `\u0002${id}` : id
}

/**
 * Every value that an index sees at a path: arrays on the way and at its end are spread, and what
 * is missing counts as null.
 */
export function indexedValuesAt(document: Document, path: string): Value[] {
  if (!path.includes('.')) {
    const value = Object.hasOwn(document, path) ? (document[path] ?? null) : null
    if (!Array.isArray(value)) return [value]
  }
  const found: Value[] = []
  collect(document, path.split('.'), found)
  return found.length === 0 ? [null] : found
}

function collect(value: Value | undefined, segments: string[], found: Value[]): void {
  const [segment, ...rest] = segments
  if (segment === undefined) {
    if (Array.isArray(value)) found.push(...(value.length === 0 ? [null] : value))
    else found.push(value ?? null)
    return
  }
  if (Array.isArray(value)) {
    const at = /^\d+$/.test(segment) ? value[Number(segment)] : undefined
    if (at !== undefined) collect(at, rest, found)
    for (const element of value) if (isDocument(element)) collect(element, segments, found)
    return
  }
  if (isDocument(value)) {
    collect(Object.hasOwn(value, segment) ? value[segment] : null, rest, found)
  } else {
    found.push(null)
  }
}
