import { queryFailed } from '../platform-error'
import { type Document, documentKey, indexedValuesAt, isDocument, type Value } from './document'
import { evaluate } from './expressions'

/** Reads another collection of the same moment. */
export type Read = (name: string, filter: Document) => Document[]

/** What `$graphLookup` was asked, its parts known to be right. */
interface Walk {
  readonly from: string
  readonly startWith: Value
  readonly connectFromField: string
  readonly connectToField: string
  readonly maxDepth: number
  readonly depthField: string | undefined
  readonly filter: Document
}

/** The parts of a `$graphLookup`; refused are those that MongoDB refuses. */
export function readWalk(operand: Document): Walk {
  const { from, startWith, connectFromField, connectToField, as, ...others } = operand
  const { maxDepth = Number.MAX_SAFE_INTEGER, depthField, restrictSearchWithMatch = {} } = others
  const texts = { from, connectFromField, connectToField, as }
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value !== 'string') throw queryFailed(`$graphLookup: '${name}' must be a string`)
  }
  if (startWith === undefined) throw queryFailed("$graphLookup requires 'startWith'")
  if (typeof maxDepth !== 'number' || !Number.isInteger(maxDepth) || maxDepth < 0) {
    throw queryFailed('$graphLookup: maxDepth requires a nonnegative whole number')
  }
  if (depthField !== undefined && typeof depthField !== 'string') {
    throw queryFailed("$graphLookup: 'depthField' must be a string")
  }
  if (!isDocument(restrictSearchWithMatch)) {
    throw queryFailed('$graphLookup: restrictSearchWithMatch must be an object')
  }
  return {
    from: String(from),
    startWith,
    connectFromField: String(connectFromField),
    connectToField: String(connectToField),
    maxDepth,
    depthField,
    filter: restrictSearchWithMatch,
  }
}

/** Every document that a walk reaches from one: each once, at the least depth, near ones first. */
export function walkGraph(document: Document, walk: Walk, read: Read): Document[] {
  const { from, connectFromField, connectToField, depthField, filter } = walk
  const reached = new Map<string, Document>()
  let frontier = startOf(document, walk)
  for (let depth = 0; depth <= walk.maxDepth && frontier.length > 0; depth += 1) {
    const near = read(from, { $and: [{ [connectToField]: { $in: frontier } }, filter] })
    const fresh = near.filter(({ _id }) => !reached.has(documentKey(_id)))
    for (const found of fresh) {
      const shown = depthField === undefined ? found : { ...found, [depthField]: depth }
      reached.set(documentKey(found._id), shown)
    }
    // What is missing leads nowhere: only a stored null leads to nulls.
    frontier = fresh
      .filter((found) => evaluate(found, `$${connectFromField}`) !== undefined)
      .flatMap((found) => indexedValuesAt(found, connectFromField))
  }
  return [...reached.values()]
}

function startOf(document: Document, { startWith }: Walk): Value[] {
  // Parse edge: an expression gives what documents hold, or nothing.
  const value = evaluate(document, startWith) as Value | undefined
  return Array.isArray(value) ? value : [value ?? null]
}

/** A document with what `$redact` leaves of it; undefined when nothing of it stays. */
export function redact(document: Document, expression: Value): Document | undefined {
  const verdict = evaluate(document, expression)
  if (verdict === '$$KEEP') return document
  if (verdict === '$$PRUNE') return undefined
  if (verdict !== '$$DESCEND') {
    throw queryFailed('$redact must resolve to $$DESCEND, $$PRUNE or $$KEEP')
  }
  const kept: Document = {}
  for (const [field, value] of Object.entries(document)) {
    const left = redactValue(value, expression)
    if (left !== undefined) kept[field] = left
  }
  return kept
}

function redactValue(value: Value, expression: Value): Value | undefined {
  if (isDocument(value)) return redact(value, expression)
  if (!Array.isArray(value)) return value
  return value.map((element) => redactValue(element, expression)).filter((one) => one !== undefined)
}
