/**
 * The only place in the client that reads a clock. The phone's own time decides nothing: it only
 * carries the server's time on between two answers.
 */
let aheadMs = 0
let isKnown = false

/** Epoch milliseconds as the server would tell them now. */
export function serverNow(): number {
  return Date.now() + aheadMs
}

/** Every answer that brings `serverNow` sets the clock. */
export function noteServerNow(at: number): void {
  aheadMs = at - Date.now()
  isKnown = true
}

/** Before the first answer `serverNow` is what the phone believes, and nothing is judged by it. */
export function isServerTimeKnown(): boolean {
  return isKnown
}
