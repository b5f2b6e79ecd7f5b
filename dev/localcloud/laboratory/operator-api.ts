/**
 * What the operator's routes under `/lab` answer, for the workbench and for programs. Instants
 * (`…At`) are epoch milliseconds of the cloud's clock; durations are real milliseconds.
 */

/** What something cost. The three parts of `ms` are disjoint and add up to it. */
export interface Cost {
  readonly dbCalls: number
  readonly docsExamined: number
  readonly docsRead: number
  readonly docsWritten: number
  readonly ms: number
  /** In the function and its SDK: neither of the other two was at work on it. */
  readonly functionMs: number
  /** In the gateway: reading, writing, waiting for a free instance, starting one. */
  readonly gatewayMs: number
  /** In the database, waits for locks and for the disk included. */
  readonly engineMs: number
}

/** Of the latest calls of a function. */
export interface Spread {
  readonly median: number
  readonly p95: number
  readonly max: number
}

/** `GET /lab/functions` answers `FunctionReport[]`, by name. */
export interface FunctionReport {
  readonly name: string
  readonly timeoutSeconds: number
  /** The open interfaces that its `config.json` lists. */
  readonly openapi: readonly string[]
  readonly trigger: TimerReport | null
  readonly instances: { readonly idle: number; readonly busy: number }
  /** Since the cloud started. */
  readonly calls: number
  readonly failures: number
  /** Sums since the cloud started; what a nested call cost is its own function's. */
  readonly total: Cost
  /** Of the latest calls, 200 at most; null before the first. */
  readonly latest: Readonly<Record<keyof Cost, Spread>> | null
}

/** `GET /lab/timers` answers `TimerReport[]`, the next due first. */
export interface TimerReport {
  readonly function: string
  readonly trigger: string
  /** Seven fields, seconds first, in UTC+8. */
  readonly config: string
  readonly nextAt: number | null
  /** The latest call by a timer that the log still knows. */
  readonly lastCallId: string | null
  readonly lastAt: number | null
  readonly lastOutcome: Outcome | null
}

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: string }

/**
 * `GET /lab/calls?function=&after=&failed=1&limit=` answers `CallList`, the newest call first.
 * `after` is a `nextAfter`: only calls that began or ended later are answered.
 */
export interface CallList {
  readonly calls: readonly CallSummary[]
  readonly nextAfter: number
}

/** One invocation of a function. The log keeps the latest 2,000. */
export interface CallSummary {
  readonly callId: string
  readonly function: string
  /** Who called, the first caller first: `wx_client`, `wx_trigger`, `wx_client,scf`. */
  readonly source: string
  readonly openid: string | null
  /** The event's `action`, or the trigger's name, where the event holds such a text. */
  readonly action: string | null
  /** The event's `requestId`: the phone shows it when something fails. */
  readonly requestId: string | null
  /** The call that made this one. */
  readonly parent: string | null
  readonly at: number
  /** Null while it runs. */
  readonly outcome: Outcome | null
  /** Without the calls that it made itself. */
  readonly own: Cost
  /** With them; the same as `own` when there were none. */
  readonly total: Cost
  /** How many faults hit it. */
  readonly faultCount: number
}

/** `GET /lab/calls/:id` answers `CallDetail`, or 404 once the log has forgotten the call. */
export interface CallDetail extends CallSummary {
  /** JSON text, cut to 16,000 characters. */
  readonly event: string
  readonly answer: string | null
  /** What the function printed, the latest 200 lines. */
  readonly console: readonly string[]
  /** The first 200. */
  readonly database: readonly DatabaseCall[]
  readonly nested: readonly CallSummary[]
  /** What the laboratory did to it, in words: `kill-after-call:2`. */
  readonly faults: readonly string[]
}

export interface DatabaseCall {
  /** 1 is the first of the request from outside; nested calls count on. */
  readonly number: number
  /** `database.getDocument` and so on. */
  readonly action: string
  readonly collection: string | null
  readonly transaction: string | null
  /** The query as EJSON text, cut to 500 characters. */
  readonly query: string | null
  /** Since the call began. */
  readonly startMs: number
  readonly ms: number
  readonly engineMs: number
  readonly docsExamined: number
  readonly docsRead: number
  readonly docsWritten: number
  /** The platform's text when it was refused. */
  readonly error: string | null
}

/** `GET /lab/collections` answers `CollectionSummary[]`, by name. */
export interface CollectionSummary {
  readonly name: string
  readonly count: number
  /** Estimated from 200 documents. */
  readonly bytes: number
  readonly indexes: readonly IndexSummary[]
  /** As declared; null for a collection that was created at run time. */
  readonly clientRules: unknown
}

export interface IndexSummary {
  readonly name: string
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[]
  readonly unique: boolean
}

/**
 * `GET /lab/collections/:name?filter=&sort=&skip=&limit=` answers `DocumentList`; `filter` and
 * `sort` are EJSON in MongoDB's operators, `limit` is 50 when absent, 500 at most.
 * `GET /lab/collections/:name/:id` answers one document, or 404. A numeric `_id` is `number:7`.
 */
export interface DocumentList {
  /** How many match the filter. */
  readonly total: number
  /** Relaxed EJSON: a date is `{"$date": ISO}`. */
  readonly documents: readonly Readonly<Record<string, unknown>>[]
  readonly docsExamined: number
  readonly ms: number
}

/**
 * `GET /lab/faults` answers `FaultState`; `PUT /lab/faults` takes a `FaultSetting`, replaces
 * the one before and answers `FaultState`. `{"rules": []}` switches all off.
 */
export interface FaultSetting {
  /** With the same seed the same requests in the same order meet the same faults. */
  readonly seed: number
  readonly rules: readonly FaultRule[]
  readonly disk: DiskFault
}

/** A full disk refuses every write, a slow one takes longer for each batch. */
export type DiskFault = 'well' | 'full' | { readonly slowMs: number }

export interface FaultRule {
  /** `duplicate` makes a timer fire twice; the others are about one call. */
  readonly kind: 'kill' | 'drop' | 'delay' | 'duplicate'
  /**
   * Around a database call, before or after its effect; or when the function has answered and
   * the phone is to be told; or when a timer fires (`duplicate` only). `kill` knows calls only.
   */
  readonly at: 'before-call' | 'after-call' | 'answer' | 'tick'
  /** How often it hits, from 0 to 1; always when absent. */
  readonly rate?: number
  /** How long a `delay` takes; 1,000 when absent. */
  readonly delayMs?: number
  readonly function?: string
  /** Hits only this action: `database.modifyDocument`. */
  readonly action?: string
  /** Hits only the n-th database call of a request. */
  readonly call?: number
  /** Hits only the n-th request of the function since the faults were set. */
  readonly request?: number
}

export interface FaultState extends FaultSetting {
  /** How often each rule hit, in the order of `rules`. */
  readonly hits: readonly number[]
}

/** `GET /health` answers 503 until the seed has lived and the timers are on. */
export type Health = { readonly ok: true } | ({ readonly ok: false } & OperatorError)

/** Every refused request of the operator is answered so, with a status of 400 or more. */
export interface OperatorError {
  readonly error: string
}
