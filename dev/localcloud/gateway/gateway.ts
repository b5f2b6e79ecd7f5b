import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../clock'
import type { Engine } from '../engine/engine'
import type { FunctionsHost, RunningCall } from '../functions/functions-host'
import { invalidParam, PlatformError } from '../platform-error'
import { databaseActions, type WireReply, type WireRequest } from './database-actions'
import { createMeter, type Meter } from './meter'
import { readForm } from './multipart'
import { answerForm, type Services, serviceActions } from './service-actions'

export interface GatewayParts extends Services {
  readonly engine: Engine
  readonly clock: Clock
  readonly host: FunctionsHost
  readonly log: (text: string) => void
}

const mostBodyBytes = 20 * 1024 * 1024

/**
 * The SDK's door. `/admin/<call id>` is the address of one invocation, so that what it costs can
 * be told apart from everything that happens at the same time; `/admin` is for other programs.
 */
export function mountGateway(app: Hono, parts: GatewayParts): void {
  const limit = bodyLimit({ maxSize: mostBodyBytes })
  app.post('/admin', limit, (context) => receive(parts, context, undefined))
  app.post('/admin/:callId', limit, (context) =>
    receive(parts, context, parts.host.running(context.req.param('callId'))),
  )
}

/** A form is answered in bytes; JSON, and whatever is refused, in JSON. */
async function receive(
  parts: GatewayParts,
  context: Context,
  call: RunningCall | undefined,
): Promise<Response> {
  const contentType = context.req.header('content-type') ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const reply = await answer(parts, async () => {
    if (!isForm) return serve(parts, readRequest(await context.req.text()), call)
    const form = readForm(contentType, Buffer.from(await context.req.arrayBuffer()))
    return answerForm({ services: parts, call }, form)
  })
  if (reply instanceof Uint8Array) {
    return context.body(new Uint8Array(reply), 200, { 'content-type': 'application/octet-stream' })
  }
  // The SDK compares the whole header before it reads the answer to a form as JSON.
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return context.body(JSON.stringify(reply), 200, headers)
}

async function answer<Bytes extends Uint8Array>(
  parts: GatewayParts,
  work: () => Promise<WireReply | Bytes>,
): Promise<WireReply | Bytes> {
  const requestId = randomUUID()
  try {
    const reply = await work()
    return reply instanceof Uint8Array ? reply : { requestId, ...reply }
  } catch (fault) {
    if (fault instanceof PlatformError) {
      return { requestId, code: fault.code, message: fault.message }
    }
    parts.log(`fault in the gateway: ${fault instanceof Error ? fault.stack : String(fault)}\n`)
    return { requestId, code: 'SYS_ERR', message: `[InternalError] ${String(fault)}` }
  }
}

async function serve(
  parts: GatewayParts,
  request: WireRequest,
  call: RunningCall | undefined,
): Promise<WireReply> {
  const action = String(request.action)
  if (action === 'functions.invokeFunction') return invokeNested(parts, request, call)
  if (Object.hasOwn(serviceActions, action)) {
    const reply = await serviceActions[action]?.({ services: parts, call }, request)
    if (reply !== undefined) return reply
  }
  const act = Object.hasOwn(databaseActions, action) ? databaseActions[action] : undefined
  if (act === undefined) throw invalidParam(`unsupported action ${action}`)
  const meter = call?.request.meter ?? createMeter()
  meter.dbCalls += 1
  const number = meter.dbCalls
  await killIfDue(call, 'before', number)
  const { engine, clock } = parts
  const reply = await act({ engine, meter, nowMs: clock.now() }, request)
  await killIfDue(call, 'after', number)
  return reply
}

async function killIfDue(
  call: RunningCall | undefined,
  when: 'before' | 'after',
  number: number,
): Promise<void> {
  const fault = call?.request.fault
  if (call === undefined || fault === undefined) return
  if (fault.when !== when || fault.call !== number) return
  await call.kill()
  throw new PlatformError('SYS_ERR', 'the instance was killed on request')
}

async function invokeNested(
  { host }: GatewayParts,
  request: WireRequest,
  call: RunningCall | undefined,
): Promise<WireReply> {
  const eventText = request.request_data ? String(request.request_data) : '{}'
  const meter: Meter = call?.request.meter ?? createMeter()
  const result = await host.invoke({
    name: String(request.function_name),
    eventText,
    // The platform hands the caller's identity on to the functions that a function calls.
    caller: call?.request.caller ?? {},
    source: call === undefined ? 'scf' : `${call.request.source},scf`,
    meter,
    fault: call?.request.fault,
  })
  return { data: { response_data: JSON.stringify(result) } }
}

function readRequest(body: string): WireRequest {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw invalidParam('the request is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null) throw invalidParam('the request is no object')
  return { ...parsed }
}
