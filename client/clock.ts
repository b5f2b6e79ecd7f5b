/**
 * The only place in the client that reads a clock. The phone's own time decides nothing: it only
 * carries the server's time on between two answers.
 */
let aheadMs = 0

/** Epoch milliseconds as the server would tell them now. */
export function serverNow(): number {
  return Date.now() + aheadMs
}

/** Every answer that brings `serverNow` sets the clock. */
export function noteServerNow(at: number): void {
  aheadMs = at - Date.now()
}
