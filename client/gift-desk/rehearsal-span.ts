import { daysBetween } from '../format'
import { monthBeside } from '../parts/month-weeks'

/** How far the calendar looks: so many days from today, or one month. */
export type SpanChoice = '7' | '14' | '31' | 'month'

export interface Span {
  readonly fromOn: string
  readonly days: number
}

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

/** Whether a month may be turned to. */
export function isInReach(month: string, todayOn: string): boolean {
  const thisMonth = todayOn.slice(0, 7)
  return month >= thisMonth && month <= monthBeside(thisMonth, MOST_MONTHS_AHEAD)
}
