/**
 * On which days a birthday is kept. A solar one is counted by solar years and a lunar one by lunar
 * years: so 腊月初一 falls on no day of 2025 and on two of 2027, and is kept once for each year all
 * the same. Both directions are here: from a birthday to its days, and from a day to the birthdays
 * that are kept on it, which is how a job finds members by an index.
 */
import { daysBetween } from '../business-date'
import { type Birthday, dateText, isLeapYear, plainBirthday } from './birthday'
import type { LunarCalendar, LunarMonth } from './lunar'

/** One day on which a birthday is kept. */
export interface KeptBirthday {
  readonly on: string
  /** The year of its own calendar, which names the occasion. */
  readonly year: number
}

/** A birthday without its year, as it is looked for. */
export interface BirthdayKey {
  readonly key: string
  /** The year of its own calendar in which it is kept that day. */
  readonly year: number
}

export interface DateSpan {
  readonly fromOn: string
  readonly untilOn: string
}

/** Nobody is given two birthday gifts in so many days, however often she tells another birthday. */
export const BIRTHDAY_APART_DAYS = 300

const SHORT_FEBRUARY_DAYS = 28
const LEAP_DAY = 29
const LONGEST_MONTH_DAYS = 30

/** The day on which it is kept in a year of its own calendar; null outside of known years. */
export function birthdayOnIn(
  birthday: Birthday,
  year: number,
  lunar: LunarCalendar,
): string | null {
  const { calendar, month, day } = birthday
  if (calendar === 'solar') {
    const isMissing = month === 2 && day === LEAP_DAY && !isLeapYear(year)
    return dateText(year, month, isMissing ? SHORT_FEBRUARY_DAYS : day)
  }
  const isLeapMonth = birthday.isLeapMonth === true && lunar.leapMonthOf(year) === month
  const days = lunar.daysOfMonth({ year, month, isLeapMonth })
  if (days === null) return null
  return lunar.solarOf({ year, month, isLeapMonth, day: Math.min(day, days) })
}

/** All days of a span on which it is kept, the earliest first. */
export function birthdayDaysIn(
  birthday: Birthday,
  { fromOn, untilOn }: DateSpan,
  lunar: LunarCalendar,
): KeptBirthday[] {
  const kept: KeptBirthday[] = []
  // A lunar year ends in the next solar one.
  for (let year = Number(fromOn.slice(0, 4)) - 1; year <= Number(untilOn.slice(0, 4)); year += 1) {
    const on = birthdayOnIn(birthday, year, lunar)
    if (on !== null && on >= fromOn && on <= untilOn) kept.push({ on, year })
  }
  return kept
}

/** What a birthday is found by: `solar-05-20`, `lunar-08-15`, `leap-04-15`. */
export function birthdayKeyOf(birthday: Birthday): string {
  const { calendar, month, day, isLeapMonth } = plainBirthday(birthday)
  return keyOf(isLeapMonth ? 'leap' : calendar, month, day)
}

/** Every key that is kept on a day: one or two solar ones, and one to four lunar ones. */
export function birthdaysOn(on: string, lunar: LunarCalendar): BirthdayKey[] {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  const isForLeapDay = month === 2 && day === SHORT_FEBRUARY_DAYS && !isLeapYear(year)
  const solarDays = isForLeapDay ? [day, LEAP_DAY] : [day]
  return [
    ...solarDays.map((one) => ({ key: keyOf('solar', month, one), year })),
    ...lunarKeysOn(on, lunar),
  ]
}

function lunarKeysOn(on: string, lunar: LunarCalendar): BirthdayKey[] {
  const today = lunar.lunarOf(on)
  if (!today) return []
  const { year, month, day } = today
  const isForThirtieth = day < LONGEST_MONTH_DAYS && day === lunar.daysOfMonth(today)
  const days = isForThirtieth ? [day, LONGEST_MONTH_DAYS] : [day]
  return days.flatMap((one) =>
    kindsOf(today, lunar).map((kind) => ({ key: keyOf(kind, month, one), year })),
  )
}

/** In a year without their leap month, those of the leap month join the plain one. */
function kindsOf(month: LunarMonth, lunar: LunarCalendar): readonly ('lunar' | 'leap')[] {
  if (month.isLeapMonth) return ['leap']
  return lunar.leapMonthOf(month.year) === month.month ? ['lunar'] : ['lunar', 'leap']
}

function keyOf(kind: 'solar' | 'lunar' | 'leap', month: number, day: number): string {
  return `${kind}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** True when a gift was given so lately that this birthday brings none. */
export function isTooSoonAfter(lastGivenOn: string | null, on: string): boolean {
  return lastGivenOn !== null && Math.abs(daysBetween(lastGivenOn, on)) < BIRTHDAY_APART_DAYS
}
