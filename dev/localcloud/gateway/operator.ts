import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { Clock } from '../clock'
import type { Caller, Fault, FunctionsHost } from '../functions/functions-host'
import { timerEvent } from '../functions/scheduler'
import { PlatformError } from '../platform-error'
import { createMeter, type Meter } from './meter'

export interface OperatorParts {
  readonly clock: Clock
  readonly host: FunctionsHost
}

const mostBodyBytes = 1024 * 1024
const meterHeaders = ['x-db-calls', 'x-docs-read', 'x-docs-written', 'x-docs-examined']

/** The routes for tests, the workbench and the H5 client. */
export function mountOperator(app: Hono, parts: OperatorParts): void {
  const limit = bodyLimit({
    maxSize: mostBodyBytes,
    onError: (context) => {
      // The rest of the body is never read, so the connection cannot serve another request.
      context.header('connection', 'close')
      return context.json({ error: 'the body is larger than 1 MB' }, 413)
    },
  })
  app.use(
    '*',
    cors({
      origin: (origin) => (isLoopback(origin) ? origin : null),
      allowHeaders: ['content-type', 'x-openid', 'x-unionid', 'x-group', 'x-fault'],
      exposeHeaders: meterHeaders,
    }),
  )
  app.get('/health', (context) => context.json({ ok: true }))
  app.post('/call/:function', limit, (context) => callFunction(parts, context))
  app.post('/timer/:function', limit, (context) => fireTimer(parts, context))
}

async function callFunction({ host }: OperatorParts, context: Context): Promise<Response> {
  const name = context.req.param('function') ?? ''
  if (host.find(name) === undefined) return context.json(absent(name), 404)
  const eventText = (await context.req.text()) || '{}'
  if (parse(eventText) === undefined) return context.json({ error: 'the body is not JSON' }, 400)
  const fault = readFault(context.req.header('x-fault'))
  if (fault === 'unclear') {
    return context.json({ error: 'x-fault is kill-before-call:N or kill-after-call:N' }, 400)
  }
  const meter = createMeter()
  const caller = readCaller(context)
  try {
    const answer = await host.invoke({
      name,
      eventText,
      caller,
      source: 'wx_client',
      meter,
      fault,
    })
    writeMeter(context, meter)
    return context.json(answer ?? null)
  } catch (failure) {
    writeMeter(context, meter)
    return context.json(platformFailure(failure), 500)
  }
}

async function fireTimer({ host, clock }: OperatorParts, context: Context): Promise<Response> {
  const name = context.req.param('function') ?? ''
  const config = host.find(name)
  if (config === undefined) return context.json(absent(name), 404)
  const eventText = timerEvent(config.triggers[0]?.name ?? name, clock.now())
  const meter = createMeter()
  try {
    const answer = await host.invoke({ name, eventText, caller: {}, source: 'wx_trigger', meter })
    writeMeter(context, meter)
    return context.json(answer ?? null)
  } catch (failure) {
    writeMeter(context, meter)
    return context.json(platformFailure(failure), 500)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
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

function readFault(header: string | undefined): Fault | 'unclear' | undefined {
  if (header === undefined) return undefined
  const [, when, call] = /^kill-(before|after)-call:([1-9]\d{0,4})$/.exec(header) ?? []
  return when === 'before' || when === 'after' ? { when, call: Number(call) } : 'unclear'
}

function writeMeter(context: Context, meter: Meter): void {
  const { dbCalls, docsRead, docsWritten, docsExamined } = meter
  for (const [position, count] of [dbCalls, docsRead, docsWritten, docsExamined].entries()) {
    context.header(meterHeaders[position] ?? '', String(count))
  }
}

function absent(name: string): { errCode: number; errMsg: string } {
  const reason = `FunctionName parameter could not be found: ${name}`
  return {
    errCode: -501000,
    errMsg: `cloud.callFunction:fail Error: errCode: -501000 | errMsg: ${reason}`,
  }
}

/** A failed function as the phone is told of it. */
function platformFailure(failure: unknown): { errCode: number; errMsg: string } {
  const late = failure instanceof PlatformError && failure.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  const errCode = late ? -504003 : -504002
  const reason = failure instanceof Error ? failure.message : String(failure)
  const title = late ? 'functions time limit exceeded' : 'functions execute fail'
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} ${title} | errMsg: ${reason}`
  return { errCode, errMsg }
}

function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
}
