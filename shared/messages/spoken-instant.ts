import { businessDateOf, spokenDate } from '../business-date'

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The hour of the day in Shanghai, 0 to 23. */
export function hourOf(at: number): number {
  return Math.floor((at + SHANGHAI_OFFSET_MS) / HOUR_MS) % 24
}

/** As WeChat's templates want it: `2026年3月10日 09:05`. */
export function spokenInstant(at: number): string {
  const minute = Math.floor((at + SHANGHAI_OFFSET_MS) / MINUTE_MS) % 60
  const two = (count: number) => String(count).padStart(2, '0')
  return `${spokenDate(businessDateOf(at))} ${two(hourOf(at))}:${two(minute)}`
}
