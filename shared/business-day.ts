/**
 * The hours at which the shop's day began, now and before. A change of the hour never touches a
 * date that has begun elsewhere: a coming date is the first to begin at the new hour, and the one
 * before it grows longer or shorter. So no date comes twice, none is left out, none goes back.
 */
import { addDays, businessDateOf, startOfDateAt } from './business-date'

const HOUR_MS = 3_600_000
/** By then no instance, nor a call under way, goes by the shop as it was before a change. */
const KNOWN_EVERYWHERE_MS = 600_000

export interface RolloverPeriod {
  /** 0: midnight in Shanghai. */
  readonly rolloverHour: number
  /** The first date that begins at this hour; null: since there is a shop. */
  readonly fromOn: string | null
}

export interface BusinessDays extends RolloverPeriod {
  /** What was before it, the newest first. */
  readonly earlier: readonly RolloverPeriod[]
}

/** The business date of an instant (epoch ms), by the hour that was in force then. */
export function businessDayOf(at: number, days: BusinessDays): string {
  let lastOn: string | null = null
  for (const { rolloverHour, fromOn } of [days, ...days.earlier]) {
    const on = businessDateOf(at, rolloverHour)
    if (fromOn === null || on >= fromOn) return lastOn !== null && on > lastOn ? lastOn : on
    lastOn = addDays(fromOn, -1)
  }
  throw new Error('no hour is told for the first days of the shop')
}

/** The instant (epoch ms) at which a business date begins. */
export function dayBeginsAt(on: string, days: BusinessDays): number {
  const period = [days, ...days.earlier].find(({ fromOn }) => fromOn === null || fromOn <= on)
  if (!period) throw new Error('no hour is told for the first days of the shop')
  return startOfDateAt(on) + period.rolloverHour * HOUR_MS
}

/**
 * The days with another hour, decided now: in force from the next date of which nobody can have
 * seen the beginning yet, by either hour.
 */
export function withRolloverHour(
  days: BusinessDays,
  rolloverHour: number,
  now: number,
): BusinessDays {
  const nextOn = addDays(businessDayOf(now, days), 1)
  const beginsAt = Math.min(
    dayBeginsAt(nextOn, days),
    startOfDateAt(nextOn) + rolloverHour * HOUR_MS,
  )
  const fromOn = now + KNOWN_EVERYWHERE_MS < beginsAt ? nextOn : addDays(nextOn, 1)
  const { rolloverHour: hourBefore, fromOn: fromOnBefore, earlier } = days
  const before = [{ rolloverHour: hourBefore, fromOn: fromOnBefore }, ...earlier]
  // A change that never came into force is forgotten.
  const kept = before.filter((period) => period.fromOn === null || period.fromOn < fromOn)
  return { rolloverHour, fromOn, earlier: kept }
}
