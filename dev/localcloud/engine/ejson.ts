import { EJSON, ObjectId } from 'bson'
import { invalidParam, notSupported } from '../platform-error'
import type { Document, Value } from './document'
import { isDocument } from './document'
import { compilePattern } from './patterns'

/**
 * Reads a payload of the SDK: canonical EJSON in MongoDB's operators. Every `serverDate` in it
 * becomes the same instant `nowMs`, or two fields of one document would differ.
 */
export function readPayload(text: string, nowMs: number): Value {
  // The library refuses a NUL in a field's name; whatever may hold one is left to it.
  if (text.includes('\\u0000')) return revived(text, nowMs)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw invalidParam('the payload is not EJSON')
  }
  return quickValue(parsed, nowMs)
}

/** The same, where only an object makes sense; an absent payload is the empty object. */
export function readObject(text: unknown, nowMs: number): Document {
  if (text === undefined || text === null || text === '') return {}
  if (typeof text !== 'string') throw invalidParam('the payload must be an EJSON string')
  const value = readPayload(text, nowMs)
  if (!isDocument(value)) throw invalidParam('the payload must be an object')
  return value
}

/** A document as the SDK and the store read it: canonical EJSON. */
export function writeDocument(document: Document): string {
  return JSON.stringify(extended(document))
}

/** Names that mean something to EJSON or to us; `$set` and its like are fields as any other. */
const meaningful = new Set([
  ...['$numberInt', '$numberDouble', '$numberLong', '$numberDecimal', '$date', '$undefined'],
  ...['$oid', '$binary', '$uuid', '$symbol', '$minKey', '$maxKey', '$regex', '$regularExpression'],
  ...['$timestamp', '$code', '$ref', '$id', '$dbPointer', '$tcb_server_date'],
  ...['_bsontype', '__proto__'],
])

/**
 * Parsed JSON as a value. Numbers, dates and plain fields are nearly all that an SDK sends, and the
 * library takes ten times as long for them; the rest is the library's.
 */
function quickValue(raw: unknown, nowMs: number): Value {
  if (Array.isArray(raw)) return raw.map((element) => quickValue(element, nowMs))
  if (typeof raw !== 'object' || raw === null) return toValue(raw, nowMs)
  const document: Document = {}
  for (const [field, value] of Object.entries(raw)) {
    if (meaningful.has(field)) return plainNumber(raw) ?? plainDate(raw) ?? meantValue(raw, nowMs)
    document[field] = quickValue(value, nowMs)
  }
  return document
}

function meantValue(raw: object, nowMs: number): Value {
  return revived(JSON.stringify(raw), nowMs)
}

function revived(text: string, nowMs: number): Value {
  let parsed: unknown
  try {
    JSON.parse(text, checkObjectId)
    parsed = EJSON.parse(text)
  } catch {
    throw invalidParam('the payload is not EJSON')
  }
  return toValue(parsed, nowMs)
}

/** The library makes a new ObjectId of what is none, another one each time. */
function checkObjectId(field: string, value: unknown): unknown {
  const isOne = typeof value === 'string' && /^[\da-f]{24}$/i.test(value)
  if (field === '$oid' && !isOne) throw invalidParam('an ObjectId has 24 hexadecimal digits')
  return value
}

/** The number in `{"$numberInt": "1"}` and its like; undefined when it is anything else. */
function plainNumber(raw: object): number | undefined {
  if (Object.keys(raw).length !== 1) return undefined
  if ('$numberInt' in raw && typeof raw.$numberInt === 'string') return parseInt(raw.$numberInt, 10)
  if ('$numberDouble' in raw && typeof raw.$numberDouble === 'string') {
    return parseFloat(raw.$numberDouble)
  }
  if ('$numberLong' in raw && typeof raw.$numberLong === 'string') {
    return /^-?\d{1,15}$/.test(raw.$numberLong) ? Number(raw.$numberLong) : undefined
  }
  return undefined
}

function plainDate(raw: object): Date | undefined {
  if (!('$date' in raw) || Object.keys(raw).length !== 1) return undefined
  const { $date } = raw
  if (typeof $date !== 'object' || $date === null || !('$numberLong' in $date)) return undefined
  const ms = plainNumber($date)
  return ms === undefined ? undefined : new Date(ms)
}

function extended(value: Value | undefined): unknown {
  if (typeof value === 'number') return extendedNumber(value)
  if (value === undefined) return null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(extended)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (!isDocument(value)) return EJSON.serialize(value, { relaxed: false })
  const fields: Record<string, unknown> = {}
  for (const [field, element] of Object.entries(value)) fields[field] = extended(element)
  return fields
}

function extendedNumber(value: number): object {
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' }
  if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) {
    return { $numberDouble: String(value) }
  }
  return value === (value | 0) ? { $numberInt: String(value) } : { $numberLong: String(value) }
}

function toValue(raw: unknown, nowMs: number): Value {
  if (raw === null || raw === undefined) return null
  if (typeof raw === 'boolean' || typeof raw === 'number' || typeof raw === 'string') return raw
  if (raw instanceof Date) {
    if (Number.isNaN(raw.getTime())) throw invalidParam('an invalid date cannot be stored')
    return raw
  }
  if (Array.isArray(raw)) return raw.map((element) => toValue(element, nowMs))
  if (typeof raw !== 'object') throw invalidParam(`a ${typeof raw} cannot be stored`)
  if ('_bsontype' in raw) return fromBson(raw)
  if ('$tcb_server_date' in raw) return serverDate(raw.$tcb_server_date, nowMs)
  const document: Document = {}
  for (const [field, value] of Object.entries(raw)) {
    if (field === '__proto__') throw invalidParam('a field cannot be called __proto__')
    document[field] = toValue(value, nowMs)
  }
  return document
}

function fromBson(raw: object): Value {
  if ('pattern' in raw && 'options' in raw) {
    return compilePattern(String(raw.pattern), String(raw.options))
  }
  if (raw instanceof ObjectId) return raw
  // The documentation names texts, numbers, objects, arrays, booleans, dates, places and null.
  throw notSupported(`a value of type ${'_bsontype' in raw ? String(raw._bsontype) : 'BSON'}`)
}

function serverDate(raw: unknown, nowMs: number): Date {
  const offset = typeof raw === 'object' && raw !== null && 'offset' in raw ? Number(raw.offset) : 0
  return new Date(nowMs + (Number.isFinite(offset) ? offset : 0))
}
