export type Since = 'week' | 'month' | 'chosen'

const DAY_MS = 86_400_000

/** A week ago, or the same day of the last month; a day that it lacks becomes its last one. */
export function sinceOn(since: 'week' | 'month', todayOn: string): string {
  if (since === 'week') return dayOfUtc(Date.parse(todayOn) - 7 * DAY_MS)
  const [year = 0, month = 1, day = 1] = todayOn.split('-').map(Number)
  // Day 0 of a month is the last of the one before.
  const lastDay = new Date(Date.UTC(year, month - 1, 0)).getUTCDate()
  return dayOfUtc(Date.UTC(year, month - 2, Math.min(day, lastDay)))
}

export function dayBefore(on: string): string {
  return dayOfUtc(Date.parse(on) - DAY_MS)
}

function dayOfUtc(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
