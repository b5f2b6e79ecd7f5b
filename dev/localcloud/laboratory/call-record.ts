import { createMeter, type Meter } from '../gateway/meter'
import type { CallSummary, Cost, DatabaseCall, FaultRule, Outcome } from './operator-api'
import { elapse, shift, startTimeline, type Timeline, type Worker } from './timeline'

interface Account {
  readonly meter: Meter
  readonly timeline: Timeline
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What the laboratory knows of one invocation while it runs and after. */
export interface CallRecord {
  readonly callId: string
  readonly function: string
  readonly source: string
  readonly openid: string | null
  /** The call that made this one. */
  readonly parent?: CallRecord
  readonly at: number
  /** The n-th request of its function since the faults were set. */
  readonly request: number
  /** What the request asked for in `x-fault`; the root's hold for all that it calls. */
  readonly rules: readonly FaultRule[]
  readonly own: Account
  readonly total: Account
  readonly event: string
  readonly console: string[]
  readonly database: Writable<DatabaseCall>[]
  readonly nested: CallRecord[]
  readonly faults: string[]
  /** The database calls of the root so far, those of nested calls included. */
  databaseCount: number
  answer: string | null
  outcome: Outcome | null
  /** When it last began or ended, in the log's own counting. */
  changed: number
}

type NewCall = Pick<CallRecord, 'callId' | 'function' | 'source' | 'openid' | 'parent'> &
  Pick<CallRecord, 'at' | 'request' | 'rules' | 'event'>

export function openRecord(call: NewCall): CallRecord {
  const now = performance.now()
  return {
    ...call,
    own: { meter: createMeter(), timeline: startTimeline(now) },
    total: { meter: createMeter(), timeline: startTimeline(now) },
    console: [],
    database: [],
    nested: [],
    faults: [],
    databaseCount: 0,
    answer: null,
    outcome: null,
    changed: 0,
  }
}

/** The request from outside that a call belongs to. */
export function rootOf(record: CallRecord): CallRecord {
  return record.parent === undefined ? record : rootOf(record.parent)
}

/** Says who is at work on a call, for the call itself and for those that wait for it. */
export function note(record: CallRecord, worker: Worker, by: 1 | -1): void {
  const change = { worker, by, now: performance.now() }
  if (record.outcome === null) shift(record.own.timeline, change)
  // To the whole, a nested call is no work of another kind: its parts count as what they are.
  if (worker === 'nested') return
  for (let above: CallRecord | undefined = record; above; above = above.parent) {
    // What goes on after the answer takes nobody's time any more.
    if (above.outcome === null) shift(above.total.timeline, change)
  }
}

/** Ends a call with its outcome, and stops its time. */
export function closeRecord(record: CallRecord, outcome: Outcome): void {
  const now = performance.now()
  elapse(record.own.timeline, now)
  elapse(record.total.timeline, now)
  record.outcome = outcome
}

/** Charges a call, and the whole of each call above it. */
export function charge(record: CallRecord, cost: Meter): void {
  add(record.own.meter, cost)
  for (let above: CallRecord | undefined = record; above; above = above.parent) {
    add(above.total.meter, cost)
  }
}

/** What a call cost so far, or in the end: by itself, or with the calls that it made. */
export function costOf(record: CallRecord, of: 'own' | 'total'): Cost {
  const { meter, timeline } = record[of]
  if (record.outcome === null) elapse(timeline, performance.now())
  const { functionMs, gatewayMs, engineMs } = timeline
  return {
    ...meter,
    ms: rounded(functionMs + gatewayMs + engineMs),
    functionMs: rounded(functionMs),
    gatewayMs: rounded(gatewayMs),
    engineMs: rounded(engineMs),
  }
}

export function summaryOf(record: CallRecord): CallSummary {
  const { callId, function: name, source, openid, parent, at, outcome, faults } = record
  return {
    ...{ callId, function: name, source, openid, at, outcome },
    ...namesIn(record.event),
    parent: parent?.callId ?? null,
    own: costOf(record, 'own'),
    total: costOf(record, 'total'),
    faultCount: faults.length,
  }
}

/** What an event calls itself, as events of ours and many others do. */
function namesIn(event: string): Pick<CallSummary, 'action' | 'requestId'> {
  let read: unknown
  try {
    read = JSON.parse(event)
  } catch {
    // Cut, because it was too long to keep.
  }
  const fields: Readonly<Record<string, unknown>> = typeof read === 'object' ? { ...read } : {}
  const { action, TriggerName, requestId } = fields
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : null)
  return { action: text(action) ?? text(TriggerName), requestId: text(requestId) }
}

export function rounded(ms: number): number {
  return Math.round(ms * 100) / 100
}

function add(meter: Meter, cost: Meter): void {
  meter.dbCalls += cost.dbCalls
  meter.docsExamined += cost.docsExamined
  meter.docsRead += cost.docsRead
  meter.docsWritten += cost.docsWritten
}
