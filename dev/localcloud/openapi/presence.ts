import type { Clock } from '../clock'
import type { FunctionsHost } from '../functions/functions-host'

/** A host that notices whose phone calls: a text may be checked for who was there lately. */
export interface WatchedHost {
  readonly host: FunctionsHost
  lastSeenAt(openid: string): number | undefined
}

const mostMembers = 100_000

export function watchPhones(host: FunctionsHost, clock: Clock): WatchedHost {
  const seen = new Map<string, number>()
  return {
    lastSeenAt: (openid) => seen.get(openid),
    host: {
      ...host,
      invoke(request) {
        const { openid } = request.caller
        if (openid !== undefined && request.source === 'wx_client') {
          // Set anew, the newest stands last, and the first is who was away longest.
          seen.delete(openid)
          seen.set(openid, clock.now())
          const oldest = seen.size > mostMembers ? seen.keys().next().value : undefined
          if (oldest !== undefined) seen.delete(oldest)
        }
        return host.invoke(request)
      },
    },
  }
}
