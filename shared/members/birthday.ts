/** A birthday may be filled in at once and changed once in 365 days, so that gifts stay yearly. */
import { addDays } from '../business-date'

const LOCK_DAYS = 365

/** The first day on which the birthday may be changed again; null when it may be today. */
export function birthdayLockOf(changedOn: string | null, todayOn: string): string | null {
  if (changedOn === null) return null
  const freeOn = addDays(changedOn, LOCK_DAYS)
  return todayOn < freeOn ? freeOn : null
}
