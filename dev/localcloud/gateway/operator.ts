import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import type { Health, OperatorError } from '../laboratory/operator-api'
import { PlatformError } from '../platform-error'
import { type CallParts, callFunction, costHeaders, fireTimer } from './call-routes'
import { isLoopback } from './listening'

export interface OperatorParts extends CallParts {
  /** Whether everything that was asked of the start is done. */
  readonly isReady: () => boolean
  readonly log: (text: string) => void
}

const mostBodyBytes = 1024 * 1024

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
      exposeHeaders: costHeaders,
    }),
  )
  app.onError((fault, context) => tellFault(parts, fault, context))
  app.get('/health', (context) => tellHealth(parts, context))
  app.post('/call/:function', limit, (context) => callFunction(parts, context))
  app.post('/timer/:function', limit, (context) => fireTimer(parts, context))
}

/** The address answers while the shop is still being filled, so that alone proves nothing. */
function tellHealth({ isReady }: OperatorParts, context: Context): Response {
  if (isReady()) return context.json<Health>({ ok: true })
  context.header('retry-after', '1')
  return context.json<Health>({ ok: false, error: 'the cloud is still being prepared' }, 503)
}

/** What a program asked wrongly is a sentence for it; anything else is a fault of ours. */
function tellFault(parts: OperatorParts, fault: Error, context: Context): Response {
  if (fault instanceof HTTPException) {
    return context.json<OperatorError>({ error: fault.message }, fault.status)
  }
  const asked = [PlatformError, RangeError, SyntaxError].some((kind) => fault instanceof kind)
  if (asked) return context.json<OperatorError>({ error: fault.message }, 400)
  parts.log(`fault in ${context.req.path}: ${fault.stack}\n`)
  return context.json<OperatorError>({ error: fault.message }, 500)
}
