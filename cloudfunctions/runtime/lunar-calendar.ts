/**
 * The lunar calendar of the functions: lunar-typescript, behind the interface that rules are given.
 * It works a year out anew whenever it is asked, so that a year's months are kept here.
 */
import { LunarYear, Solar } from 'lunar-typescript'
import { addDays, daysBetween } from '../../shared/business-date'
import type { LunarCalendar, LunarMonth } from '../../shared/calendar/lunar'

interface MonthOfYear extends LunarMonth {
  readonly firstOn: string
  readonly days: number
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const known = new Map<number, readonly MonthOfYear[]>()

export const lunarCalendar: LunarCalendar = {
  lunarOf(on) {
    const solarYear = Number(on.slice(0, 4))
    const months = [...monthsOf(solarYear - 1), ...monthsOf(solarYear)]
    const found = months.filter(({ firstOn }) => firstOn <= on).at(-1)
    if (!found) return null
    const { year, month, isLeapMonth, firstOn, days } = found
    const day = daysBetween(firstOn, on) + 1
    return day <= days ? { year, month, isLeapMonth, day } : null
  },
  solarOf(day) {
    const found = findMonth(day)
    const isThere = found !== undefined && day.day >= 1 && day.day <= found.days
    return isThere ? addDays(found.firstOn, day.day - 1) : null
  },
  leapMonthOf(year) {
    return monthsOf(year).find(({ isLeapMonth }) => isLeapMonth)?.month ?? null
  },
  daysOfMonth(month) {
    return findMonth(month)?.days ?? null
  },
}

function findMonth({ year, month, isLeapMonth }: LunarMonth): MonthOfYear | undefined {
  return monthsOf(year).find((one) => one.month === month && one.isLeapMonth === isLeapMonth)
}

function monthsOf(year: number): readonly MonthOfYear[] {
  if (year < FIRST_YEAR || year > LAST_YEAR) return []
  const kept = known.get(year)
  if (kept) return kept
  const months = LunarYear.fromYear(year)
    .getMonthsInYear()
    .map((month) => ({
      year,
      month: Math.abs(month.getMonth()),
      isLeapMonth: month.isLeap(),
      firstOn: Solar.fromJulianDay(month.getFirstJulianDay()).toYmd(),
      days: month.getDayCount(),
    }))
  known.set(year, months)
  return months
}
