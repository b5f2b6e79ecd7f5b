import { setTimeout as pause } from 'node:timers/promises'

const POLL_MS = 200
const usualWaitMs = 120_000

/**
 * Whether a local cloud serves at this address. One that is still being prepared is waited for;
 * an address where nothing answers, or another program does, is none at once.
 * @throws when the cloud is not ready in time.
 */
export async function isReadyCloud(origin: string, waitMs = usualWaitMs): Promise<boolean> {
  const until = Date.now() + waitMs
  for (;;) {
    const health = await fetch(`${origin}/health`).catch(() => undefined)
    if (health?.ok) return true
    if (health?.status !== 503) return false
    if (Date.now() >= until) throw new Error(`the cloud at ${origin} is not ready yet`)
    await pause(POLL_MS)
  }
}
