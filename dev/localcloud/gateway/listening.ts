import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

const KEEP_ALIVE_MS = 10 * 60_000

/** Serves on 127.0.0.1; port 0 takes any free one. */
export function listen(app: Hono, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({ server: plainServer(server), port: address.port }),
    )
    // Node hangs up on an idle connection after 5 s; a caller that sends on it just then, as a busy
    // machine makes likely, would be told "socket hang up" for a call that was never heard.
    plainServer(server).keepAliveTimeout = KEEP_ALIVE_MS
    server.once('error', reject)
  })
}

/** Ends every connection, also those under way. */
export function closeServer(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined) return resolve()
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function plainServer(server: ReturnType<typeof serve>): Server {
  if (!('closeAllConnections' in server)) throw new Error('the cloud listens without HTTP/1')
  return server
}
