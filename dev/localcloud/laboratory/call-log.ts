import { type CallRecord, costOf, rounded, summaryOf } from './call-record'
import type { CallDetail, CallList, Cost, FunctionReport, Spread } from './operator-api'

export interface CallFilter {
  readonly function?: string
  readonly failed?: boolean
  readonly after?: number
  readonly limit: number
}

/** The latest calls, and what all calls of each function cost together. */
export interface CallLog {
  /** A call began. */
  open(record: CallRecord): void
  /** Its outcome is known. */
  close(record: CallRecord): void
  find(callId: string): CallRecord | undefined
  list(filter: CallFilter): CallList
  /** The latest call of a function by its timer. */
  lastTick(functionName: string): CallRecord | undefined
  figures(functionName: string): Pick<FunctionReport, 'calls' | 'failures' | 'total' | 'latest'>
}

const mostCalls = 2000
const mostLatest = 200

interface Figures {
  calls: number
  failures: number
  total: Cost
  readonly latest: Cost[]
  lastTick: CallRecord | undefined
}

export function createCallLog(): CallLog {
  // A map remembers the order in which calls began, so the first of it is the oldest.
  const records = new Map<string, CallRecord>()
  const functions = new Map<string, Figures>()
  let changes = 0
  const figuresOf = (name: string): Figures => {
    const known = functions.get(name)
    if (known !== undefined) return known
    const none: Figures = { calls: 0, failures: 0, total: nothing, latest: [], lastTick: undefined }
    functions.set(name, none)
    return none
  }
  return {
    open(record) {
      changes += 1
      record.changed = changes
      records.set(record.callId, record)
      for (const oldest of records.keys()) {
        if (records.size <= mostCalls) break
        records.delete(oldest)
      }
      if (record.source === 'wx_trigger') figuresOf(record.function).lastTick = record
    },
    close(record) {
      changes += 1
      record.changed = changes
      const figures = figuresOf(record.function)
      const cost = costOf(record, 'own')
      figures.calls += 1
      if (record.outcome?.ok === false) figures.failures += 1
      figures.total = sum(figures.total, cost)
      figures.latest.push(cost)
      if (figures.latest.length > mostLatest) figures.latest.shift()
    },
    find: (callId) => records.get(callId),
    list(filter) {
      const found: CallRecord[] = []
      for (const record of [...records.values()].reverse()) {
        if (found.length >= filter.limit) break
        if (fits(record, filter)) found.push(record)
      }
      return { calls: found.map(summaryOf), nextAfter: changes }
    },
    lastTick: (name) => functions.get(name)?.lastTick,
    figures(name) {
      const { calls, failures, total, latest } = figuresOf(name)
      return { calls, failures, total, latest: latest.length === 0 ? null : spreadsOf(latest) }
    },
  }
}

export function detailOf(record: CallRecord): CallDetail {
  const { event, answer, console, database, nested, faults } = record
  const calls = { database: [...database], nested: nested.map(summaryOf) }
  return { ...summaryOf(record), event, answer, console: [...console], ...calls, faults }
}

function fits(record: CallRecord, { function: name, failed, after }: CallFilter): boolean {
  if (name !== undefined && record.function !== name) return false
  if (failed === true && record.outcome?.ok !== false) return false
  return after === undefined || record.changed > after
}

const nothing: Cost = {
  dbCalls: 0,
  docsExamined: 0,
  docsRead: 0,
  docsWritten: 0,
  ms: 0,
  functionMs: 0,
  gatewayMs: 0,
  engineMs: 0,
}

function sum(a: Cost, b: Cost): Cost {
  return {
    dbCalls: a.dbCalls + b.dbCalls,
    docsExamined: a.docsExamined + b.docsExamined,
    docsRead: a.docsRead + b.docsRead,
    docsWritten: a.docsWritten + b.docsWritten,
    ms: rounded(a.ms + b.ms),
    functionMs: rounded(a.functionMs + b.functionMs),
    gatewayMs: rounded(a.gatewayMs + b.gatewayMs),
    engineMs: rounded(a.engineMs + b.engineMs),
  }
}

function spreadsOf(costs: readonly Cost[]): Record<keyof Cost, Spread> {
  const spread = (figure: keyof Cost): Spread => {
    const sorted = costs.map((cost) => cost[figure]).sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
    return { median: at(0.5), p95: at(0.95), max: at(1) }
  }
  return {
    dbCalls: spread('dbCalls'),
    docsExamined: spread('docsExamined'),
    docsRead: spread('docsRead'),
    docsWritten: spread('docsWritten'),
    ms: spread('ms'),
    functionMs: spread('functionMs'),
    gatewayMs: spread('gatewayMs'),
    engineMs: spread('engineMs'),
  }
}
