/** What a page with a month on it writes into the little field of a day. */
import { addDays } from '../business-date'
import { type HolidayId, holidayIds, holidayOn, holidays } from './holidays'
import { type LunarCalendar, lunarDayText, lunarMonthText } from './lunar'

export interface Festival {
  readonly name: string
  /** Null for a day that is only marked. */
  readonly holidayId: HolidayId | null
}

/** The lunar year's last two, and days by the solar calendar that everybody knows. */
const markedSolarDays: Readonly<Record<string, string>> = {
  '03-08': '妇女节',
  '05-01': '劳动节',
  '06-01': '儿童节',
  '09-10': '教师节',
}
const LABA_MONTH = 12
const LABA_DAY = 8

/** The festivals of a date, the greater first; most dates have none. */
export function festivalsOn(on: string, lunar: LunarCalendar): Festival[] {
  const year = Number(on.slice(0, 4))
  const held = holidayIds.filter((id) => holidayOn(id, year, lunar) === on)
  const marks = [eveOf(on, lunar), labaOf(on, lunar), markedSolarDays[on.slice(5)] ?? null]
  return [
    ...held.map((id) => ({ name: holidays[id].name, holidayId: id })),
    ...marks.flatMap((name) => (name === null ? [] : [{ name, holidayId: null }])),
  ]
}

/** `廿三`; on the first of a month the month's name; nothing where no lunar day is known. */
export function lunarMarkOf(on: string, lunar: LunarCalendar): string {
  const day = lunar.lunarOf(on)
  if (!day) return ''
  return day.day === 1 ? lunarMonthText(day.month, day.isLeapMonth) : lunarDayText(day.day)
}

function eveOf(on: string, lunar: LunarCalendar): string | null {
  const next = lunar.lunarOf(addDays(on, 1))
  const isNewYear = next?.month === 1 && next.day === 1 && !next.isLeapMonth
  return isNewYear ? '除夕' : null
}

function labaOf(on: string, lunar: LunarCalendar): string | null {
  const day = lunar.lunarOf(on)
  const isLaba = day?.month === LABA_MONTH && day.day === LABA_DAY && !day.isLeapMonth
  return isLaba ? '腊八' : null
}
