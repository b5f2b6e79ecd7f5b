import * as v from 'valibot'
import type { FaultRule, FaultSetting } from './operator-api'

/** Where a request stands when the laboratory may strike. */
export interface Place {
  readonly at: FaultRule['at']
  readonly function: string
  /** The n-th request of the function since the faults were set. */
  readonly request: number
  /** The n-th database call of the request from outside; 0 where there is none. */
  readonly call: number
  readonly action?: string
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))
const delay = v.pipe(v.number(), v.minValue(0), v.maxValue(60_000))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

const ruleSchema = v.pipe(
  v.strictObject({
    kind: v.picklist(['kill', 'drop', 'delay', 'duplicate']),
    at: v.picklist(['before-call', 'after-call', 'answer', 'tick']),
    rate: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    delayMs: v.optional(delay),
    function: v.optional(name),
    action: v.optional(name),
    call: v.optional(whole),
    request: v.optional(whole),
  }),
  v.check(
    ({ kind, at }) => (kind === 'duplicate') === (at === 'tick'),
    'a timer can be duplicated at its tick, and nothing else can happen there',
  ),
  v.check(
    ({ kind, at }) => kind !== 'kill' || at !== 'answer',
    'a function is killed before or after a database call',
  ),
)

const settingSchema = v.strictObject({
  seed: v.optional(v.pipe(v.number(), v.safeInteger()), 1),
  rules: v.optional(v.pipe(v.array(ruleSchema), v.maxLength(100)), []),
  disk: v.optional(
    v.union([v.picklist(['well', 'full']), v.strictObject({ slowMs: delay })]),
    'well',
  ),
})

/** The setting that a program sent; throws a sentence when it is none. */
export function readFaultSetting(wish: unknown): FaultSetting {
  const read = v.safeParse(settingSchema, wish)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new RangeError(`${v.getDotPath(issue) ?? 'the setting'}: ${issue.message}`)
}

const around = /(kill|drop|delay)-(before-call|after-call):([1-9]\d{0,8})/
const late = /(drop|delay)-(answer)/
const headerForm = new RegExp(`^(?:${around.source}|${late.source})(?::(\\d{1,5}))?$`)

/**
 * The faults that one request asks for in `x-fault`, several separated by `;`:
 * `kill-before-call:2`, `drop-after-call:1`, `delay-after-call:3:500`, `drop-answer`,
 * `delay-answer:500`. Undefined when any of them is unclear.
 */
export function readFaultHeader(header: string): FaultRule[] | undefined {
  const rules = header.split(';').map((part) => readFault(part.trim()))
  const clear = rules.filter((rule) => rule !== undefined)
  return clear.length === rules.length ? clear : undefined
}

function readFault(text: string): FaultRule | undefined {
  const [, kind, place, call, lateKind, answer, ms] = headerForm.exec(text) ?? []
  const read = v.safeParse(ruleSchema, {
    kind: kind ?? lateKind,
    at: place ?? answer,
    ...(call === undefined ? {} : { call: Number(call) }),
    ...(ms === undefined ? {} : { delayMs: Number(ms) }),
  })
  const timeless = read.success && read.output.kind !== 'delay' && ms !== undefined
  return read.success && !timeless ? read.output : undefined
}

/** Whether a rule is about this place; its rate is not asked. */
export function isAbout(rule: FaultRule, place: Place): boolean {
  return (
    rule.at === place.at &&
    (rule.function === undefined || rule.function === place.function) &&
    (rule.action === undefined || rule.action === place.action) &&
    (rule.call === undefined || rule.call === place.call) &&
    (rule.request === undefined || rule.request === place.request)
  )
}

/** A rule in the words of `x-fault`, with the place that it hit. */
export function describeFault(rule: FaultRule, place: Place): string {
  const call = place.call > 0 && place.at.endsWith('-call') ? `:${place.call}` : ''
  const ms = rule.kind === 'delay' ? `:${delayOf(rule)}` : ''
  return `${rule.kind}-${rule.at}${call}${ms}`
}

export function delayOf({ delayMs }: FaultRule): number {
  return delayMs ?? 1000
}

/**
 * From 0 to 1, the same for the same seed, rule and place, and spread evenly over places: so a run
 * can be repeated, and one rule does not follow another.
 */
export function chanceAt(seed: number, ruleNumber: number, place: Place): number {
  const text = [seed, ruleNumber, place.function, place.request, place.call].join('\u0000')
  let hash = 0x811c9dc5
  for (let position = 0; position < text.length; position += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193)
  }
  // FNV alone leaves neighbouring numbers near each other; this mixes its bits (MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
