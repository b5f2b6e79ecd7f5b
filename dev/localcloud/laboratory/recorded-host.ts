import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { CallRequest, ConsoleLine, FunctionsHost } from '../functions/functions-host'
import { type CallLog, createCallLog } from './call-log'
import { type CallRecord, closeRecord, note, openRecord } from './call-record'
import type { Faults } from './faults'
import type { FaultRule } from './operator-api'

/** A call with its record, which goes on being written until the answer is there. */
export interface RecordedCall {
  readonly record: CallRecord
  /** JSON text; rejects as `FunctionsHost.invoke` does. */
  readonly answer: Promise<string>
}

export interface CallWish extends Omit<CallRequest, 'callId' | 'onStart'> {
  /** The call that makes this one. */
  readonly parent?: CallRecord
  /** What the request asks for in `x-fault`. */
  readonly rules?: readonly FaultRule[]
}

/** The functions host, with a record of every call. */
export interface RecordedHost extends FunctionsHost {
  call(wish: CallWish): RecordedCall
  readonly calls: CallLog
  /** The record of a call under way. */
  recordOf(callId: string): CallRecord | undefined
  /** Calls of a function that have an instance now. */
  underWay(functionName: string): number
}

export interface RecordingParts {
  readonly clock: Clock
  readonly faults: Faults
}

const mostText = 16_000
const mostLines = 200
const mostLine = 2000

export function recordCalls(host: FunctionsHost, { clock, faults }: RecordingParts): RecordedHost {
  const calls = createCallLog()
  const underWay = new Map<string, CallRecord>()
  const call = (wish: CallWish): RecordedCall => {
    const { parent, rules = [], ...request } = wish
    const callId = randomUUID()
    const record = openRecord({
      callId,
      function: wish.name,
      source: wish.source,
      openid: wish.caller.openid ?? null,
      ...(parent === undefined ? {} : { parent }),
      at: clock.now(),
      request: faults.countRequest(wish.name),
      rules,
      event: cut(wish.eventText, mostText),
    })
    parent?.nested.push(record)
    calls.open(record)
    underWay.set(callId, record)
    const end = (): void => {
      underWay.delete(callId)
      calls.close(record)
    }
    return { record, answer: run(host, { ...request, callId }, record).finally(end) }
  }
  return {
    ...host,
    calls,
    call,
    invoke: (request) => call(request).answer,
    recordOf: (callId) => underWay.get(callId),
    underWay: (name) =>
      [...underWay.values()].filter(
        (record) => record.function === name && host.running(record.callId) !== undefined,
      ).length,
  }
}

/** Keeps what a function printed with the call that printed it. */
export function printToRecord(host: RecordedHost, { callId, line }: ConsoleLine): void {
  const lines = host.calls.find(callId)?.console
  lines?.push(cut(line, mostLine))
  if (lines !== undefined && lines.length > mostLines) lines.shift()
}

async function run(host: FunctionsHost, request: CallRequest, record: CallRecord): Promise<string> {
  // Waiting for an instance and starting one is the platform's time, not the function's.
  let waiting = true
  note(record, 'gateway', 1)
  const onStart = (): void => {
    if (waiting) note(record, 'gateway', -1)
    waiting = false
  }
  try {
    const answer = await host.invoke({ ...request, onStart })
    record.answer = cut(answer, mostText)
    closeRecord(record, { ok: true })
    return answer
  } catch (fault) {
    const error = fault instanceof Error ? fault.message : String(fault)
    closeRecord(record, { ok: false, error: cut(error, mostText) })
    throw fault
  }
}

/** A text of its own: a slice would keep the whole that it was cut from. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : Buffer.from(`${text.slice(0, most)}…`).toString()
}
