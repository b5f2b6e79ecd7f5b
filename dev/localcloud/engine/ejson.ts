import { EJSON } from 'bson'
import { invalidParam, notSupported } from '../platform-error'
import type { Document, Value } from './document'
import { isDocument } from './document'
import { compilePattern } from './patterns'

/**
 * Reads a payload of the SDK: canonical EJSON in MongoDB's operators. Every `serverDate` in it
 * becomes the same instant `nowMs`, or two fields of one document would differ.
 */
export function readPayload(text: string, nowMs: number): Value {
  let parsed: unknown
  try {
    parsed = EJSON.parse(text)
  } catch {
    throw invalidParam('the payload is not EJSON')
  }
  return toValue(parsed, nowMs)
}

/** The same, where only an object makes sense; an absent payload is the empty object. */
export function readObject(text: unknown, nowMs: number): Document {
  if (text === undefined || text === null || text === '') return {}
  if (typeof text !== 'string') throw invalidParam('the payload must be an EJSON string')
  const value = readPayload(text, nowMs)
  if (!isDocument(value)) throw invalidParam('the payload must be an object')
  return value
}

/** A document as the SDK and the store read it. */
export function writeDocument(document: Document): string {
  return EJSON.stringify(document, { relaxed: false })
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
  // The documentation names texts, numbers, objects, arrays, booleans, dates, places and null.
  throw notSupported(`a value of type ${'_bsontype' in raw ? String(raw._bsontype) : 'BSON'}`)
}

function serverDate(raw: unknown, nowMs: number): Date {
  const offset = typeof raw === 'object' && raw !== null && 'offset' in raw ? Number(raw.offset) : 0
  return new Date(nowMs + (Number.isFinite(offset) ? offset : 0))
}
