/** A birthday that is being chosen: the calendar comes first, the day last. */
import {
  type Birthday,
  type BirthdayCalendar,
  birthdayFaultOf,
  FIRST_BIRTH_YEAR,
  plainBirthday,
  solarDaysOf,
} from '@shared/calendar/birthday'
import { lunarDayText, lunarMonthText } from '@shared/calendar/lunar'
import { lunarTable } from '@shared/calendar/lunar-table'

export interface BirthdayDraft {
  readonly calendar: BirthdayCalendar
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly isLeapMonth?: boolean | undefined
}

/** What a wheel shows; each text stands for the value at its place. */
export interface Wheel<V> {
  readonly texts: string[]
  readonly values: V[]
}

const MONTHS_OF_YEAR = 12
const LONGEST_LUNAR_MONTH = 30
const NO_YEAR = '不填年份'

export function draftOf(birthday: Birthday | null): BirthdayDraft {
  return birthday ?? { calendar: 'solar' }
}

/** Null until a day is chosen: the year alone is none. */
export function birthdayOfDraft({ month, day, ...rest }: BirthdayDraft): Birthday | null {
  if (month === undefined || day === undefined) return null
  return plainBirthday({ ...rest, month, day })
}

/** What is wrong with it so far, in a sentence for the line under it; nothing of an empty one. */
export function draftFaultOf(draft: BirthdayDraft, todayOn: string): string | null {
  const birthday = birthdayOfDraft(draft)
  if (birthday) return birthdayFaultOf(birthday, todayOn, lunarTable)?.sentence ?? null
  return draft.year === undefined ? null : '还差月日，请再选一下'
}

/** The same day and month by the other calendar is another day: she checks it herself. */
export function inCalendar(draft: BirthdayDraft, calendar: BirthdayCalendar): BirthdayDraft {
  return { ...draft, calendar, isLeapMonth: false }
}

/** None first, then from this year back. */
export function yearsUntil(todayOn: string): Wheel<number | undefined> {
  const last = Number(todayOn.slice(0, 4))
  const years = Array.from({ length: last - FIRST_BIRTH_YEAR + 1 }, (_, back) => last - back)
  return {
    texts: [NO_YEAR, ...years.map((year) => `${year}年`)],
    values: [undefined, ...years],
  }
}

export function monthsOf({ calendar }: BirthdayDraft): Wheel<number> {
  const values = Array.from({ length: MONTHS_OF_YEAR }, (_, before) => before + 1)
  return {
    values,
    texts: values.map((month) => (calendar === 'lunar' ? lunarMonthText(month) : `${month}月`)),
  }
}

/** The days that the month has in her year; without a year the most that it ever has. */
export function daysOf(draft: BirthdayDraft, month: number): Wheel<number> {
  const { calendar, year } = draft
  const count = calendar === 'solar' ? solarDaysOf(month, year) : lunarDaysOf(draft, month)
  const values = Array.from({ length: count }, (_, before) => before + 1)
  return {
    values,
    texts: values.map((day) => (calendar === 'lunar' ? lunarDayText(day) : `${day}日`)),
  }
}

function lunarDaysOf({ year, isLeapMonth }: BirthdayDraft, month: number): number {
  if (year === undefined) return LONGEST_LUNAR_MONTH
  const isLeap = isLeapMonth === true && lunarTable.leapMonthOf(year) === month
  return lunarTable.daysOfMonth({ year, month, isLeapMonth: isLeap }) ?? LONGEST_LUNAR_MONTH
}

/** True where her lunar month may have been a leap one: in a named year only that year's. */
export function mayBeLeap({ calendar, year, month }: BirthdayDraft): boolean {
  if (calendar === 'solar' || month === undefined) return false
  return year === undefined || lunarTable.leapMonthOf(year) === month
}
