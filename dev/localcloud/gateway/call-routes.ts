import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { Clock } from '../clock'
import type { Caller } from '../functions/functions-host'
import { timerEvent } from '../functions/scheduler'
import { type CallRecord, costOf } from '../laboratory/call-record'
import { readFaultHeader } from '../laboratory/fault-rules'
import type { Faults } from '../laboratory/faults'
import type { Cost } from '../laboratory/operator-api'
import type { CallWish, RecordedHost } from '../laboratory/recorded-host'
import { AnswerDropped, strike } from '../laboratory/strike'
import { PlatformError } from '../platform-error'
import { phoneErrorOf } from './phone-error'

export interface CallParts {
  readonly clock: Clock
  readonly host: RecordedHost
  readonly faults: Faults
}

const headerOf: Readonly<Record<keyof Cost, string>> = {
  dbCalls: 'x-db-calls',
  docsRead: 'x-docs-read',
  docsWritten: 'x-docs-written',
  docsExamined: 'x-docs-examined',
  ms: 'x-ms',
  functionMs: 'x-ms-function',
  gatewayMs: 'x-ms-gateway',
  engineMs: 'x-ms-engine',
}

/** The headers that tell a caller what the request cost. */
export const costHeaders: string[] = ['x-call-id', ...Object.values(headerOf)]

/** `POST /call/:function`: a call as a phone makes it. */
export async function callFunction(parts: CallParts, context: Context): Promise<Response> {
  const name = context.req.param('function') ?? ''
  const eventText = (await context.req.text()) || '{}'
  if (!isJson(eventText)) return context.json({ error: 'the body is not JSON' }, 400)
  const caller = readCaller(context)
  return answerCall(parts, context, { name, eventText, caller, source: 'wx_client' })
}

/** `POST /timer/:function`: its timer fires, now. */
export async function fireTimer(parts: CallParts, context: Context): Promise<Response> {
  const name = context.req.param('function') ?? ''
  const trigger = parts.host.find(name)?.triggers[0]?.name ?? name
  const eventText = timerEvent(trigger, parts.clock.now())
  return answerCall(parts, context, { name, eventText, caller: {}, source: 'wx_trigger' })
}

async function answerCall(
  parts: CallParts,
  context: Context,
  wish: Omit<CallWish, 'rules'>,
): Promise<Response> {
  const header = context.req.header('x-fault')
  const rules = header === undefined ? [] : readFaultHeader(header)
  if (rules === undefined) return context.json({ error: faultForms }, 400)
  const { record, answer } = parts.host.call({ ...wish, rules })
  const told = await answer.then(
    (text) => ({ status: 200 as const, text }),
    (fault: unknown) => ({ status: statusOf(fault), text: JSON.stringify(phoneErrorOf(fault)) }),
  )
  try {
    await strike(parts, record, { at: 'answer', call: 0 })
  } catch (fault) {
    if (fault instanceof AnswerDropped) return hangUp(context)
    throw fault
  }
  writeCost(context, record)
  return context.body(told.text, told.status, { 'content-type': 'application/json' })
}

const faultForms =
  'x-fault is kill-, drop- or delay-, before-call:N or after-call:N, or drop-answer or ' +
  'delay-answer; a delay ends in its milliseconds; several are separated by ";"'

/** The phone hears nothing: its connection breaks. */
function hangUp(context: Context): Response {
  // Parse edge: Hono hands on what its adapter was given, without knowing its type.
  const { incoming } = context.env as { incoming: IncomingMessage | Http2ServerRequest }
  incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

function writeCost(context: Context, record: CallRecord): void {
  context.header('x-call-id', record.callId)
  const cost = costOf(record, 'total')
  for (const [figure, header] of Object.entries(headerOf)) {
    // Parse edge: the keys of an object are texts to the compiler.
    context.header(header, String(cost[figure as keyof Cost]))
  }
}

function readCaller(context: Context): Caller {
  const openid = context.req.header('x-openid')
  const unionid = context.req.header('x-unionid')
  const group = context.req.header('x-group')
  return {
    ...(openid ? { openid } : {}),
    ...(unionid ? { unionid } : {}),
    ...(group ? { group } : {}),
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** 404 when there is no such function, 500 when it failed. */
function statusOf(fault: unknown): 404 | 500 {
  return fault instanceof PlatformError && fault.code === 'FUNCTION_NOT_FOUND' ? 404 : 500
}
