/**
 * The daily certificate 账平: which day is certified when, and what it says of the shop as a whole.
 * A day is certified a little after its end, when no call that began in it can still be under way.
 */
import { addDays } from '../business-date'
import { type BusinessDays, businessDayOf } from '../business-day'
import type { Standing } from './day-figures'

/** Far longer than any function lives. */
const SETTLES_AFTER_MS = 600_000

/** The latest day that can be certified by now. */
export function certifiableOn(now: number, days: BusinessDays): string {
  return addDays(businessDayOf(now - SETTLES_AFTER_MS, days), -1)
}

/** The days from one to another, both included; none when the first is later. */
export function daysFrom(fromOn: string, untilOn: string): readonly string[] {
  const days: string[] = []
  for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) days.push(on)
  return days
}

/**
 * The shop's equation: Σ balances − Σ debts less what the program gave out and did not take back.
 * 0 when the books balance.
 */
export function offBy(standing: Standing, programPoints: number): number {
  return standing.balancePoints - standing.debtPoints - programPoints
}

/** What a certificate found wrong: nothing, or so many things. */
export interface Verdict {
  readonly findingCount: number
  readonly dayFindings: readonly string[]
  readonly offPoints: number
}

export function isBalanced({ findingCount, dayFindings, offPoints }: Verdict): boolean {
  return findingCount === 0 && dayFindings.length === 0 && offPoints === 0
}
