import { type CallRecord, charge, note, rootOf, rounded } from '../laboratory/call-record'
import { type StrikeParts, strike } from '../laboratory/strike'
import { createMeter, type Meter } from './meter'

export interface DatabaseWish {
  readonly action: string
  readonly request: Readonly<Record<string, unknown>>
}

const mostCalls = 200
const mostQuery = 500

/**
 * Runs one database call for an invocation: charged to it and to those above it, noted in its
 * record, and hit by what the laboratory has for it.
 */
export async function runMetered<Reply>(
  parts: StrikeParts,
  { record, wish }: { record: CallRecord; wish: DatabaseWish },
  act: (meter: Meter) => Promise<Reply>,
): Promise<Reply> {
  const root = rootOf(record)
  root.databaseCount += 1
  const call = root.databaseCount
  const { action } = wish
  charge(record, { ...createMeter(), dbCalls: 1 })
  const startedAt = performance.now()
  const row = openRow(record, wish, call)
  const meter = createMeter()
  meter.onEngine = (by) => {
    note(record, 'engine', by)
    row.engineMs -= by * performance.now()
  }
  try {
    const before = strike(parts, record, { at: 'before-call', call, action })
    if (before !== undefined) await before
    try {
      return await act(meter)
    } finally {
      charge(record, meter)
      const { docsExamined, docsRead, docsWritten } = meter
      Object.assign(row, { docsExamined, docsRead, docsWritten })
      const after = strike(parts, record, { at: 'after-call', call, action })
      if (after !== undefined) await after
    }
  } catch (fault) {
    row.error = fault instanceof Error ? fault.message : String(fault)
    throw fault
  } finally {
    row.engineMs = rounded(row.engineMs)
    row.ms = rounded(performance.now() - startedAt)
  }
}

function openRow(record: CallRecord, { action, request }: DatabaseWish, number: number) {
  const row: CallRecord['database'][number] = {
    number,
    action,
    collection: textOf(request.collectionName),
    transaction: textOf(request.transactionId),
    query: textOf(request.query)?.slice(0, mostQuery) ?? null,
    startMs: rounded(performance.now() - record.own.timeline.startedAt),
    ms: 0,
    engineMs: 0,
    docsExamined: 0,
    docsRead: 0,
    docsWritten: 0,
    error: null,
  }
  if (record.database.length < mostCalls) record.database.push(row)
  return row
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
