import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import type { Engine } from '../engine/engine'
import { type CallRecord, note } from '../laboratory/call-record'
import type { Faults } from '../laboratory/faults'
import type { RecordedHost } from '../laboratory/recorded-host'
import { AnswerDropped, strike } from '../laboratory/strike'
import { invalidParam, PlatformError, requestTooLarge } from '../platform-error'
import type { Readings } from '../readings'
import { databaseActions, type WireReply, type WireRequest } from './database-actions'
import { createMeter } from './meter'
import { runMetered } from './metered-call'
import { readForm } from './multipart'
import { answerForm, type ServiceRooms, serviceActions } from './service-actions'
import { timeEngine } from './timed-engine'

export interface GatewayParts extends ServiceRooms {
  readonly engine: Engine
  readonly clock: Clock
  readonly host: RecordedHost
  readonly faults: Faults
  readonly readings: Readings
  readonly log: (text: string) => void
}

const mostBodyBytes = 20 * 1024 * 1024

/** Whether a request is for `createGateway`. */
export function isForGateway({ method, url }: IncomingMessage): boolean {
  return method === 'POST' && /^\/admin($|[/?])/.test(url ?? '')
}

/**
 * The SDK's door. `/admin/<call id>` is the address of one invocation, so that what it costs can
 * be told apart from everything that happens at the same time; `/admin` is for other programs.
 * It stands before all routes: every database call of every function comes through here.
 */
export function createGateway(parts: GatewayParts): RequestListener {
  const timed = { ...parts, engine: timeEngine(parts.engine) }
  return (request, response) => {
    const record = parts.host.recordOf(callIdIn(request.url ?? ''))
    if (record !== undefined) note(record, 'gateway', 1)
    serve(timed, { request, response, record })
      .catch((fault: unknown) => {
        // A connection that broke has nobody left to tell.
        if (!(fault instanceof AnswerDropped)) parts.log(`${describe(fault)}\n`)
        request.socket.destroy()
      })
      .finally(() => {
        if (record !== undefined) note(record, 'gateway', -1)
      })
  }
}

/** The SDK hangs numbers of its own on the address, behind a question mark. */
function callIdIn(url: string): string {
  const end = url.indexOf('?')
  return url.slice('/admin/'.length, end === -1 ? undefined : end)
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly record: CallRecord | undefined
}

/** A form is answered in bytes; JSON, and whatever is refused, in JSON. */
async function serve(parts: GatewayParts, exchange: Exchange): Promise<void> {
  const { request, response, record } = exchange
  const body = await readBody(request)
  if (body === undefined) return send(response, 413, { code: 'EXCEED_REQUEST_LIMIT' })
  const contentType = contentTypeOf(request)
  const requestId = randomUUID()
  try {
    if (contentType.startsWith('multipart/form-data')) {
      const from = { services: parts, call: runningOf(parts, record) }
      return sendBytes(response, await answerForm(from, readForm(contentType, body)))
    }
    const reply = await act(parts, readRequest(body, parts.readings), record)
    send(response, 200, { requestId, ...reply })
  } catch (fault) {
    if (fault instanceof AnswerDropped) throw fault
    const { code, message } = toPlatformError(parts, fault)
    send(response, 200, { requestId, code, message })
  }
}

async function act(
  parts: GatewayParts,
  request: WireRequest,
  record: CallRecord | undefined,
): Promise<WireReply> {
  const action = String(request.action)
  if (action === 'functions.invokeFunction') return invokeNested(parts, request, record)
  if (Object.hasOwn(serviceActions, action)) {
    const from = { services: parts, call: runningOf(parts, record) }
    const reply = await serviceActions[action]?.(from, request)
    if (reply !== undefined) return reply
  }
  const run = Object.hasOwn(databaseActions, action) ? databaseActions[action] : undefined
  if (run === undefined) throw invalidParam(`unsupported action ${action}`)
  const { engine, clock, readings } = parts
  const context = { engine, readings, nowMs: clock.now() }
  if (record === undefined) return run({ ...context, meter: createMeter() }, request)
  const call = { record, wish: { action, request } }
  return runMetered(parts, call, (meter) => run({ ...context, meter }, request))
}

function runningOf({ host }: GatewayParts, record: CallRecord | undefined) {
  return record === undefined ? undefined : host.running(record.callId)
}

async function invokeNested(
  parts: GatewayParts,
  request: WireRequest,
  parent: CallRecord | undefined,
): Promise<WireReply> {
  const { host } = parts
  const above = runningOf(parts, parent)?.request
  const nested = host.call({
    name: String(request.function_name),
    eventText: request.request_data ? String(request.request_data) : '{}',
    // The platform hands the caller's identity on to the functions that a function calls.
    caller: above?.caller ?? {},
    source: above === undefined ? 'scf' : `${above.source},scf`,
    ...(parent === undefined ? {} : { parent }),
  })
  if (parent !== undefined) hand(parent, 1)
  try {
    return { data: { response_data: await nested.answer } }
  } finally {
    if (parent !== undefined) hand(parent, -1)
    await strike(parts, nested.record, { at: 'answer', call: 0 })
  }
}

/** The caller's time goes to the nested call, and comes back from it. */
function hand(parent: CallRecord, by: 1 | -1): void {
  note(parent, 'nested', by)
  note(parent, 'gateway', by === 1 ? -1 : 1)
}

/** Found among the headers as they came: a table of all is only made when somebody asks for one. */
function contentTypeOf({ rawHeaders }: IncomingMessage): string {
  const at = rawHeaders.findIndex(
    (name, place) => place % 2 === 0 && name.toLowerCase() === 'content-type',
  )
  return (at === -1 ? undefined : rawHeaders[at + 1]) ?? ''
}

/** Undefined when it is larger than anything that the SDK sends. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  // Its events, since the loop over a stream takes as long as everything else that is done here.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= mostBodyBytes) chunks.push(chunk)
      else {
        request.pause()
        resolve(undefined)
      }
    })
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', () => {
      if (!request.complete) reject(new Error('the connection broke'))
    })
  })
}

function send(response: ServerResponse, status: number, reply: WireReply): void {
  const body = JSON.stringify(reply)
  // What was not read of a refused body would be taken for the next request.
  const headers = status === 200 ? {} : { connection: 'close' }
  response.writeHead(status, {
    ...headers,
    // The SDK compares the whole header before it reads the answer to a form as JSON.
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  // A text goes out together with its header, in one piece.
  response.end(body)
}

function sendBytes(response: ServerResponse, bytes: Uint8Array): void {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes.length }
  response.writeHead(200, headers).end(bytes)
}

function toPlatformError(parts: GatewayParts, fault: unknown): PlatformError {
  if (fault instanceof PlatformError) {
    const { duplicateKey } = parts.readings
    if (!fault.message.includes('E11000')) return fault
    return new PlatformError(duplicateKey, fault.message)
  }
  parts.log(`fault in the gateway: ${describe(fault)}\n`)
  return new PlatformError('SYS_ERR', `[InternalError] ${String(fault)}`)
}

function describe(fault: unknown): string {
  return fault instanceof Error ? String(fault.stack) : String(fault)
}

function readRequest(body: Buffer, { requestMb }: Readings): WireRequest {
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString())
  } catch {
    throw invalidParam('the request is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null) throw invalidParam('the request is no object')
  const request: WireRequest = { ...parsed }
  const isForDatabase = String(request.action).startsWith('database.')
  if (isForDatabase && body.length > requestMb * 1024 * 1024) {
    throw requestTooLarge(body.length, requestMb)
  }
  return request
}
