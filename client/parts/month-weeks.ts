import { festivalsOn, lunarMarkOf } from '@shared/calendar/festivals'
import { lunarTable } from '@shared/calendar/lunar-table'

const WEEK_DAYS = 7
/** 1970-01-01 was a Thursday; a week begins on Monday here. */
const DAYS_AFTER_MONDAY = 3
const DAY_MS = 86_400_000
const MONTHS_A_YEAR = 12

export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** What stands in the little line under a day, and why it is coloured. */
export interface DayMark {
  readonly text: string
  readonly tone: 'lunar' | 'festival'
}

/** Days that follow one another, in weeks; null where a week begins before them or ends after. */
export function weeksOf<D extends { readonly on: string }>(days: readonly D[]): (D | null)[][] {
  const [first] = days
  if (!first) return []
  const cells: (D | null)[] = [...Array(weekdayOf(first.on)).fill(null), ...days]
  while (cells.length % WEEK_DAYS !== 0) cells.push(null)
  return Array.from({ length: cells.length / WEEK_DAYS }, (_none, week) =>
    cells.slice(week * WEEK_DAYS, (week + 1) * WEEK_DAYS),
  )
}

/** The festival of a date, else its lunar day. */
export function markOf(on: string): DayMark {
  const [festival] = festivalsOn(on, lunarTable)
  // Two letters fit on the smallest phone in large type: 元宵节 is 元宵 there.
  if (festival) return { text: festival.name.replace(/^(..)节$/, '$1'), tone: 'festival' }
  return { text: lunarMarkOf(on, lunarTable), tone: 'lunar' }
}

/** The month that lies so many months away from another, e.g. −1: the one before it. */
export function monthBeside(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5)) - 1 + months
  return `${Math.floor(at / MONTHS_A_YEAR)}-${String((at % MONTHS_A_YEAR) + 1).padStart(2, '0')}`
}

function weekdayOf(on: string): number {
  return (Date.parse(on) / DAY_MS + DAYS_AFTER_MONDAY) % WEEK_DAYS
}
