/**
 * How long a place is held for whoever waited for it: only the hours count in which people look at
 * their phones, from 08:00 to 22:00 in Shanghai. A place that comes free at night is held into the
 * morning.
 */
import { businessDateOf, startOfDateAt } from '../business-date'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const FROM_HOUR = 8
const UNTIL_HOUR = 22

/** The instant at which so many counted minutes have passed since `at`. */
export function heldUntil(at: number, minutes: number): number {
  let leftMs = minutes * MINUTE_MS
  let from = at
  for (;;) {
    const dayAt = startOfDateAt(businessDateOf(from))
    const begins = Math.max(from, dayAt + FROM_HOUR * HOUR_MS)
    const countedMs = Math.max(0, dayAt + UNTIL_HOUR * HOUR_MS - begins)
    if (leftMs <= countedMs) return begins + leftMs
    leftMs -= countedMs
    from = dayAt + DAY_MS
  }
}
