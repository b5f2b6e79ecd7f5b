import { festivalsOn, lunarMarkOf } from '@shared/calendar/festivals'
import { lunarDayText, lunarMonthText } from '@shared/calendar/lunar'
import { lunarTable } from '@shared/calendar/lunar-table'
import { statutoryDayOf } from '@shared/calendar/statutory'
import { shortDay } from '../format'
import type { Day } from './month.store'

const WEEK_DAYS = 7
/** 1970-01-01 was a Thursday; a week begins on Monday here. */
const DAYS_AFTER_MONDAY = 3
const DAY_MS = 86_400_000

export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** What stands in the little line under a day, and why it is coloured. */
export interface DayMark {
  readonly text: string
  readonly tone: 'lunar' | 'festival' | 'event'
}

/** The days of a month in weeks; null where the week belongs to another month. */
export function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const [first] = days
  if (!first) return []
  const cells = [...Array(weekdayOf(first.on)).fill(null), ...days]
  while (cells.length % WEEK_DAYS !== 0) cells.push(null)
  return Array.from({ length: cells.length / WEEK_DAYS }, (_none, week) =>
    cells.slice(week * WEEK_DAYS, (week + 1) * WEEK_DAYS),
  )
}

/** A festival first, then what the shop has, else the lunar day. */
export function markOf({ on, event }: Day): DayMark {
  const [festival] = festivalsOn(on, lunarTable)
  // Two letters fit on the smallest phone in large type: 元宵节 is 元宵 there.
  if (festival) return { text: festival.name.replace(/^(..)节$/, '$1'), tone: 'festival' }
  if (event !== undefined) return { text: event, tone: 'event' }
  return { text: lunarMarkOf(on, lunarTable), tone: 'lunar' }
}

const stateWords: Readonly<Record<Day['state'], string>> = {
  checkedIn: '已签到',
  madeUp: '已补签',
  open: '今天还没签到',
  missed: '没有签到',
  ahead: '还没到',
  before: '入会之前',
}

/** All that is known of a day, in one line under the month, and for who has it read aloud. */
export function dayWords(day: Day): string {
  const lunar = lunarTable.lunarOf(day.on)
  const spoken = lunar
    ? `农历${lunarMonthText(lunar.month, lunar.isLeapMonth)}${lunarDayText(lunar.day)}`
    : ''
  const festivals = festivalsOn(day.on, lunarTable).map(({ name }) => name)
  const named = [...festivals, dayOffWords(day.on, festivals), day.event ?? '']
  const parts = [spoken, ...named, day.reason ?? stateWords[day.state]]
  return [shortDay(day.on), ...parts.filter((part) => part !== '')].join(' · ')
}

/** Days off around a festival, and the Sunday worked for them; the festival says it itself. */
function dayOffWords(on: string, festivals: readonly string[]): string {
  const day = statutoryDayOf(on)
  if (day.state === 'work') return `${day.name}调休，要上班`
  if (day.state !== 'off' || festivals.some((name) => day.name.includes(name))) return ''
  return `${day.name}放假`
}

function weekdayOf(on: string): number {
  return (Date.parse(on) / DAY_MS + DAYS_AFTER_MONDAY) % WEEK_DAYS
}
