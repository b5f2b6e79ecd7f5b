/** A birthday may be filled in at once and changed once in a year, so that gifts stay yearly. */
import { yearAfter } from '../business-date'

/** The first day on which the birthday may be changed again; null when it may be today. */
export function birthdayLockOf(changedOn: string | null, todayOn: string): string | null {
  if (changedOn === null) return null
  const freeOn = yearAfter(changedOn)
  return todayOn < freeOn ? freeOn : null
}
