import { daysBetween } from '../format'

/** How far the calendar looks: so many days from today, or one month. */
export type SpanChoice = '7' | '14' | '31' | 'month'

export interface Span {
  readonly fromOn: string
  readonly days: number
}

const MONTHS_A_YEAR = 12
/** The server looks a year ahead; the twelfth month from now begins within it. */
const MOST_MONTHS_AHEAD = 11

export const spanChips: readonly { value: SpanChoice; label: string }[] = [
  { value: '7', label: '7 天' },
  { value: '14', label: '14 天' },
  { value: '31', label: '31 天' },
  { value: 'month', label: '按月' },
]

/** The days of a choice; this month begins today, since what is past is no rehearsal. */
export function spanOf(choice: SpanChoice, todayOn: string, month: string): Span {
  if (choice !== 'month') return { fromOn: todayOn, days: Number(choice) }
  const firstOn = `${month}-01`
  const fromOn = firstOn < todayOn ? todayOn : firstOn
  return { fromOn, days: daysBetween(fromOn, `${monthBeside(month, 1)}-01`) }
}

/** `2026-12` and one on is `2027-01`. */
export function monthBeside(month: string, months: number): string {
  const at = monthsOf(month) + months
  return `${Math.floor(at / MONTHS_A_YEAR)}-${String((at % MONTHS_A_YEAR) + 1).padStart(2, '0')}`
}

/** Whether a month may be turned to. */
export function isInReach(month: string, todayOn: string): boolean {
  const ahead = monthsOf(month) - monthsOf(todayOn)
  return ahead >= 0 && ahead <= MOST_MONTHS_AHEAD
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7)) - 1
}
