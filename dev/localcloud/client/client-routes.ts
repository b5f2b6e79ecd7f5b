import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../clock'
import type { ClientRules } from '../declarations'
import type { Engine } from '../engine/engine'
import type { WireReply, WireRequest } from '../gateway/database-actions'
import { invalidParam, PlatformError } from '../platform-error'
import type { Readings } from '../readings'
import type { Storage } from '../storage/storage'
import { serveClient } from './client-database'
import { deleteAsClient, findAsClient, uploadAsClient } from './client-storage'

export interface ClientParts {
  readonly engine: Engine
  readonly clock: Clock
  readonly storage: Storage
  readonly rulesOf: (collection: string) => ClientRules | undefined
  readonly storageRules: ClientRules
  readonly readings: Readings
}

const mostBodyBytes = 512 * 1024
const mostFileBytes = 100 * 1024 * 1024

/** What a phone sends past the functions: to the database and to the files, under their rules. */
export function mountClient(app: Hono, parts: ClientParts): void {
  const { engine, clock, storage, rulesOf, storageRules, readings } = parts
  const limit = bodyLimit({ maxSize: mostBodyBytes })
  app.post('/client/database', limit, (context) =>
    answer(context, (openid) =>
      withBody(context, (request) =>
        serveClient({ engine, nowMs: clock.now(), openid, rulesOf, readings }, request),
      ),
    ),
  )
  app.post('/client/upload', bodyLimit({ maxSize: mostFileBytes }), (context) =>
    answer(context, async (openid) => {
      const bytes = Buffer.from(await context.req.arrayBuffer())
      const path = context.req.query('path') ?? ''
      return uploadAsClient({ storage, storageRules, openid }, { path, bytes, nowMs: clock.now() })
    }),
  )
  app.post('/client/temp-urls', limit, (context) =>
    answer(context, (openid) =>
      withBody(context, (request) => findAsClient({ storage, storageRules, openid }, request)),
    ),
  )
  app.post('/client/delete-files', limit, (context) =>
    answer(context, (openid) =>
      withBody(context, (request) => deleteAsClient({ storage, storageRules, openid }, request)),
    ),
  )
}

async function answer(
  context: Context,
  work: (openid: string) => Promise<WireReply>,
): Promise<Response> {
  const requestId = randomUUID()
  const openid = context.req.header('x-openid')
  if (openid === undefined || openid === '') {
    return context.json({ error: 'a phone says whose it is by x-openid' }, 400)
  }
  try {
    return context.json({ requestId, ...(await work(openid)) })
  } catch (fault) {
    if (!(fault instanceof PlatformError)) throw fault
    return context.json({ requestId, code: fault.code, message: fault.message })
  }
}

async function withBody(
  context: Context,
  work: (request: WireRequest) => Promise<WireReply>,
): Promise<WireReply> {
  let body: unknown
  try {
    body = JSON.parse(await context.req.text())
  } catch {
    throw invalidParam('the request is not JSON')
  }
  if (typeof body !== 'object' || body === null) throw invalidParam('the request is no object')
  return work({ ...body })
}
