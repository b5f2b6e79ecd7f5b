/** When a list is open that follows another one: its copy, or next week's. */
import { businessDateOf, startOfDateAt } from '../business-date'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

export interface ListTimes {
  readonly opensAt: number | null
  readonly cutOffAt: number
}

/**
 * Of a copy that is made now: each time as many days after today as it was after `thenAt`, at the
 * same hour; a cut-off that is over by now comes a day later.
 */
export function timesOfCopy(times: ListTimes, thenAt: number, now: number): ListTimes {
  const shift = startOfDateAt(businessDateOf(now)) - startOfDateAt(businessDateOf(thenAt))
  const wished = times.cutOffAt + shift
  const lateDays = Math.max(0, Math.floor((now - wished) / DAY_MS) + 1)
  const cutOffAt = wished + lateDays * DAY_MS
  const opensAt = times.opensAt === null ? null : times.opensAt + shift
  const isAhead = opensAt !== null && opensAt > now && opensAt < cutOffAt
  return { opensAt: isAhead ? opensAt : null, cutOffAt }
}

/** Of the next week that is not over yet, at the same weekday and hour. */
export function timesOfNextWeek(beganAt: number, cutOffAt: number, now: number): ListTimes {
  const weeks = Math.max(1, Math.floor((now - cutOffAt) / WEEK_MS) + 1)
  return { opensAt: beganAt + weeks * WEEK_MS, cutOffAt: cutOffAt + weeks * WEEK_MS }
}
