/**
 * A birthday as people say it: by the solar or the lunar calendar, with or without the year. What
 * cannot be is refused by the field at fault; on which days it is kept, `birthday-days.ts` says.
 */
import { accept, type Outcome, refuse } from '../refusal'
import { type LunarCalendar, lunarDayText, lunarMonthText } from './lunar'

export type BirthdayCalendar = 'solar' | 'lunar'

export interface Birthday {
  readonly calendar: BirthdayCalendar
  readonly month: number
  readonly day: number
  readonly year?: number | undefined
  readonly isLeapMonth?: boolean | undefined
}

export type BirthdayField = 'year' | 'month' | 'day' | 'isLeapMonth'

export interface BirthdayFault {
  readonly field: BirthdayField
  /** What is wrong with it, for the line under the field. */
  readonly sentence: string
}

export const FIRST_BIRTH_YEAR = 1900
const MONTHS_OF_YEAR = 12
const MOST_LUNAR_DAYS = 30
const FEBRUARY = 2
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Takes a birthday in its plain form. Refuses INPUT_INVALID with `birthday.` and the field. */
export function admitBirthday(
  given: Birthday,
  todayOn: string,
  lunar: LunarCalendar,
): Outcome<Birthday> {
  const fault = birthdayFaultOf(given, todayOn, lunar)
  if (fault) return refuse('INPUT_INVALID', { field: `birthday.${fault.field}` })
  return accept(plainBirthday(given))
}

/** The first thing that is wrong with it; null when it can be. */
export function birthdayFaultOf(
  given: Birthday,
  todayOn: string,
  lunar: LunarCalendar,
): BirthdayFault | null {
  const { month, day, year } = given
  if (!isBetween(month, 1, MONTHS_OF_YEAR)) return fault('month', '月份要在一到十二之间')
  if (year !== undefined && !isBetween(year, FIRST_BIRTH_YEAR, Number(todayOn.slice(0, 4)))) {
    return fault('year', '请核对出生的年份')
  }
  const wrong = given.calendar === 'solar' ? solarFaultOf(given) : lunarFaultOf(given, lunar)
  if (wrong) return wrong
  if (year === undefined) return null
  const bornOn =
    given.calendar === 'solar'
      ? dateText(year, month, day)
      : lunar.solarOf({ year, month, day, isLeapMonth: given.isLeapMonth === true })
  if (bornOn === null) return fault('year', '请核对出生的年份')
  return bornOn > todayOn ? fault('year', '这一天还没有到，请核对') : null
}

function solarFaultOf({ month, day, year, isLeapMonth }: Birthday): BirthdayFault | null {
  if (isLeapMonth) return fault('isLeapMonth', '闰月只有农历才有')
  const days = solarDaysOf(month, year)
  if (isBetween(day, 1, days)) return null
  return fault('day', `${year === undefined ? '' : `${year}年的`}${month}月只有${days}天`)
}

function lunarFaultOf(given: Birthday, lunar: LunarCalendar): BirthdayFault | null {
  const { month, day, year } = given
  const isLeapMonth = given.isLeapMonth === true
  const monthText = lunarMonthText(month, isLeapMonth)
  if (isLeapMonth && year !== undefined && lunar.leapMonthOf(year) !== month) {
    return fault('isLeapMonth', `农历${year}年没有${monthText}`)
  }
  if (!isBetween(day, 1, MOST_LUNAR_DAYS)) return fault('day', '农历的日子从初一到三十')
  if (year === undefined) return null
  const days = lunar.daysOfMonth({ year, month, isLeapMonth })
  if (days === null || day <= days) return null
  return fault('day', `农历${year}年的${monthText}没有${lunarDayText(day)}`)
}

/** Without what says nothing, so that one birthday is written in one way only. */
export function plainBirthday({ calendar, month, day, year, isLeapMonth }: Birthday): Birthday {
  return {
    calendar,
    month,
    day,
    ...(year === undefined ? {} : { year }),
    ...(isLeapMonth ? { isLeapMonth } : {}),
  }
}

/** True for two ways to write one birthday. */
export function isSameBirthday(one: Birthday | null, other: Birthday | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.calendar === other.calendar &&
    one.month === other.month &&
    one.day === other.day &&
    one.year === other.year &&
    Boolean(one.isLeapMonth) === Boolean(other.isLeapMonth)
  )
}

/** `1993年5月20日`, `5月20日`, `农历1993年闰三月初八`. */
export function birthdayText({ calendar, month, day, year, isLeapMonth }: Birthday): string {
  const yearText = year === undefined ? '' : `${year}年`
  if (calendar === 'solar') return `${yearText}${month}月${day}日`
  return `农历${yearText}${lunarMonthText(month, isLeapMonth)}${lunarDayText(day)}`
}

/** How long a solar month is; without a year February has its leap day. */
export function solarDaysOf(month: number, year?: number): number {
  const isLeapFebruary = month === FEBRUARY && (year === undefined || isLeapYear(year))
  return (monthLengths[month - 1] ?? 0) + (isLeapFebruary ? 1 : 0)
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function dateText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function fault(field: BirthdayField, sentence: string): BirthdayFault {
  return { field, sentence }
}
