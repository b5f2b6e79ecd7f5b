/**
 * The first thing the door does with an event: its shape and bounds. Unknown plain keys are
 * dropped, so a forged openid or price has no effect; keys that could be operators, paths or
 * prototypes are refused wherever they are.
 */
import * as v from 'valibot'
import type { Endpoint } from '../../shared/contract/endpoint'
import { requestId } from '../../shared/contract/fields'
import { accept, type Outcome, refuse } from '../../shared/refusal'

export interface Envelope {
  readonly action: string
  readonly requestId: string | null
  readonly input: unknown
  /** What stands where the platform puts the group that the phone came from. */
  readonly group: unknown
}

const MAX_DEPTH = 6
const MAX_KEYS = 64
/** Of a list; how many of what, its schema says (`shared/contract/lists.test.ts`). */
const MAX_ITEMS = 1_000
/** The platform's bound on what a mini-program may send (docs/decisions.md, "The platform"). */
const MAX_INPUT_CHARACTERS = 100_000
const DANGEROUS_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads the envelope. Refuses INPUT_INVALID with the field, ACTION_UNKNOWN without an action. */
export function parseEnvelope(event: unknown): Outcome<Envelope> {
  if (!isRecord(event)) return refuse('INPUT_INVALID', { field: 'event' })
  const { action, input = {}, requestId: id, group } = event
  const parsedId = v.safeParse(v.optional(requestId), id)
  if (!parsedId.success) return refuse('INPUT_INVALID', { field: 'requestId' })
  if (typeof action !== 'string') return refuse('INPUT_INVALID', { field: 'action' })
  if (!isRecord(input)) return refuse('INPUT_INVALID', { field: 'input' })
  // Depth is bounded first: what follows may walk the input without fear for the stack.
  const odd = oddFieldOf(input)
  if (odd !== null) return refuse('INPUT_INVALID', { field: odd })
  if (JSON.stringify(input).length > MAX_INPUT_CHARACTERS) {
    return refuse('INPUT_INVALID', { field: 'input' })
  }
  return accept({ action, requestId: parsedId.output ?? null, input, group })
}

/** Reads the input against the contract. Refuses INPUT_INVALID naming the first bad field. */
export function parseInput(declared: Endpoint, input: unknown): Outcome<unknown> {
  const parsed = v.safeParse(declared.input, input, { abortEarly: true })
  if (parsed.success) return accept(parsed.output)
  const [issue] = parsed.issues
  return refuse('INPUT_INVALID', { field: v.getDotPath(issue) ?? 'input' })
}

/** The name of the first field that could be read as an operator, a path or a prototype. */
function oddFieldOf(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_DEPTH) return 'input'
  const keys = Object.getOwnPropertyNames(value).filter((key) => key !== 'length')
  if (keys.length > (Array.isArray(value) ? MAX_ITEMS : MAX_KEYS)) return 'input'
  for (const key of keys) {
    if (/[$.\0]/.test(key) || DANGEROUS_KEYS.has(key)) return key.slice(0, 40)
    const inner: unknown = Reflect.get(value, key)
    if (oddFieldOf(inner, depth + 1) !== null) return key.slice(0, 40)
  }
  return null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
