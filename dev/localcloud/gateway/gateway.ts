import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../clock'
import type { Engine } from '../engine/engine'
import type { FunctionsHost, RunningCall } from '../functions/functions-host'
import { invalidParam, PlatformError } from '../platform-error'
import { databaseActions, type WireReply, type WireRequest } from './database-actions'
import { createMeter, type Meter } from './meter'

export interface GatewayParts {
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
  app.post('/admin', limit, async (context) =>
    context.json(await answer(parts, await context.req.text(), undefined)),
  )
  app.post('/admin/:callId', limit, async (context) => {
    const call = parts.host.running(context.req.param('callId'))
    return context.json(await answer(parts, await context.req.text(), call))
  })
}

async function answer(
  parts: GatewayParts,
  body: string,
  call: RunningCall | undefined,
): Promise<WireReply> {
  const requestId = randomUUID()
  try {
    return { requestId, ...(await serve(parts, readRequest(body), call)) }
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
