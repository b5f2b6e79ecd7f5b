import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { type CallParts, callFunction, costHeaders, fireTimer } from './call-routes'
import { isLoopback } from './listening'

const mostBodyBytes = 1024 * 1024

/** The routes for tests, the workbench and the H5 client. */
export function mountOperator(app: Hono, parts: CallParts): void {
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
      exposeHeaders: costHeaders,
    }),
  )
  app.get('/health', (context) => context.json({ ok: true }))
  app.post('/call/:function', limit, (context) => callFunction(parts, context))
  app.post('/timer/:function', limit, (context) => fireTimer(parts, context))
}
