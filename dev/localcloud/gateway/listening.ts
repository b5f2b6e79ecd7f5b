import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { isForGateway } from './gateway'

const KEEP_ALIVE_MS = 10 * 60_000

/**
 * Serves the SDK's door and the routes on 127.0.0.1; port 0 takes any free one. A port that is
 * taken is passed over while there are more to try.
 */
export async function listen(
  app: Hono,
  gateway: RequestListener,
  { port, morePorts = 0 }: { readonly port: number; readonly morePorts?: number },
): Promise<{ server: Server; port: number }> {
  const routes = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    const refusal = refuseForeigner(request)
    if (refusal !== undefined) {
      response.writeHead(403, { 'content-type': 'application/json', connection: 'close' })
      response.end(JSON.stringify({ error: refusal }))
    } else if (isForGateway(request)) gateway(request, response)
    else void routes(request, response)
  })
  // Node hangs up on an idle connection after 5 s; a caller that sends on it just then, as a busy
  // machine makes likely, would be told "socket hang up" for a call that was never heard.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  for (let tried = port; ; tried += 1) {
    try {
      await listenOn(server, tried)
      return { server, port: portOf(server) }
    } catch (fault) {
      if (!isTaken(fault) || tried >= port + morePorts) throw fault
    }
  }
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Whether a fault of the start says that another program has the port. */
export function isTaken(fault: unknown): boolean {
  return (
    typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'EADDRINUSE'
  )
}

/** Ends every connection, also those under way. */
export function closeServer(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined) return resolve()
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Whether an address, as a browser writes an origin, is this machine's. */
export function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
}

/**
 * A page of a stranger's site may send requests to this machine: from its own origin, or under a
 * name of its own that it lets point here (DNS rebinding). Neither is served.
 */
function refuseForeigner({ rawHeaders }: IncomingMessage): string | undefined {
  // As they came: reading two of them needs no table of all, which every database call would make.
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    const value = rawHeaders[at + 1] ?? ''
    if (name === 'host' && !isLoopback(`http://${value}`)) return 'this is not the host it serves'
    if (name === 'origin' && !isLoopback(value)) return 'pages of other machines are not served'
  }
  return undefined
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the cloud has no port')
  return address.port
}
