import { festivalsOn } from '@shared/calendar/festivals'
import { lunarDayText, lunarMonthText } from '@shared/calendar/lunar'
import { lunarTable } from '@shared/calendar/lunar-table'
import { statutoryDayOf } from '@shared/calendar/statutory'
import { shortDay } from '../format'
import { type DayMark, markOf } from '../parts/month-weeks'
import type { Day } from './month.store'

/** The little line under a day: what the shop has on it takes a lunar day's place. */
export function markOfDay({ on, event }: Day): Omit<DayMark, 'tone'> & {
  readonly tone: DayMark['tone'] | 'event'
} {
  const mark = markOf(on)
  return mark.tone === 'lunar' && event !== undefined ? { text: event, tone: 'event' } : mark
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
