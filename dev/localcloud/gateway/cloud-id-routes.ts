import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { FunctionsHost } from '../functions/functions-host'

/**
 * What a phone gets from `wx.getGroupEnterInfo`, `wx.getWeRunData` and the like: a cloudID for its
 * open data, good for five minutes and for this phone only.
 */
export function mountCloudIds(app: Hono, parts: { readonly host: FunctionsHost }): void {
  app.post('/cloud-id', bodyLimit({ maxSize: 100 * 1024 }), async (context) => {
    const openid = context.req.header('x-openid')
    const wish = readWish(await readBody(context))
    if (!openid || wish === undefined) {
      const error = 'a phone (x-openid) wants {"kind": "group" | "phone" | "run", "data": {...}}'
      return context.json({ error }, 400)
    }
    return context.json({ cloudID: parts.host.cloudIds.issue({ ...wish, openid }) })
  })
}

const kinds = ['group', 'phone', 'run'] as const

function readWish(body: unknown) {
  if (typeof body !== 'object' || body === null || !('kind' in body) || !('data' in body)) return
  const kind = kinds.find((known) => known === body.kind)
  const { data } = body
  if (kind === undefined || typeof data !== 'object' || data === null) return
  return { kind, data: { ...data } }
}

async function readBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch {
    return undefined
  }
}
