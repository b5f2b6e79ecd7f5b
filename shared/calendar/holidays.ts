/** The holidays on which a shop may give something, their days in any year, and what one says. */
import { dateText } from './birthday'
import type { LunarCalendar } from './lunar'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from './lunar-table'

export const holidayIds = [
  'yuandan',
  'chunjie',
  'yuanxiao',
  'qingming',
  'duanwu',
  'qixi',
  'zhongqiu',
  'chongyang',
  'guoqing',
] as const

export type HolidayId = (typeof holidayIds)[number]

interface Holiday {
  readonly name: string
  /** What the shop says that day; Qingming is for the dead, and nobody is wished a merry one. */
  readonly greeting: string
  /** False: a shop takes part only where it says so. */
  readonly isUsual: boolean
  readonly onIn: (year: number, lunar: LunarCalendar) => string | null
}

const solarDay = (month: number, day: number) => (year: number) => dateText(year, month, day)
const lunarDay = (month: number, day: number) => (year: number, lunar: LunarCalendar) =>
  lunar.solarOf({ year, month, day, isLeapMonth: false })

export const holidays: Readonly<Record<HolidayId, Holiday>> = {
  yuandan: { name: '元旦', greeting: '元旦快乐', isUsual: true, onIn: solarDay(1, 1) },
  chunjie: { name: '春节', greeting: '春节快乐', isUsual: true, onIn: lunarDay(1, 1) },
  yuanxiao: { name: '元宵节', greeting: '元宵节快乐', isUsual: true, onIn: lunarDay(1, 15) },
  qingming: { name: '清明', greeting: '清明时节，愿您平安', isUsual: false, onIn: qingmingOf },
  duanwu: { name: '端午节', greeting: '端午安康', isUsual: true, onIn: lunarDay(5, 5) },
  qixi: { name: '七夕', greeting: '七夕快乐', isUsual: true, onIn: lunarDay(7, 7) },
  zhongqiu: { name: '中秋节', greeting: '中秋快乐', isUsual: true, onIn: lunarDay(8, 15) },
  chongyang: { name: '重阳节', greeting: '重阳安康', isUsual: true, onIn: lunarDay(9, 9) },
  guoqing: { name: '国庆节', greeting: '国庆节快乐', isUsual: true, onIn: solarDay(10, 1) },
}

/** Its date in a solar year; null before 1900 and after 2100. */
export function holidayOn(id: HolidayId, year: number, lunar: LunarCalendar): string | null {
  if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return null
  return holidays[id].onIn(year, lunar)
}

/** The holidays of a date; Mid-Autumn and National Day may be one. */
export function holidaysOn(on: string, lunar: LunarCalendar): HolidayId[] {
  const year = Number(on.slice(0, 4))
  return holidayIds.filter((id) => holidayOn(id, year, lunar) === on)
}

/** The next day of a holiday from a date on, that day among them; null after 2100. */
export function nextHolidayOn(id: HolidayId, fromOn: string, lunar: LunarCalendar): string | null {
  const year = Number(fromOn.slice(0, 4))
  const on = holidayOn(id, year, lunar)
  return on !== null && on >= fromOn ? on : holidayOn(id, year + 1, lunar)
}

const QINGMING_MONTH = 4
/** Where in April the sun stood at 15° in 1900, and by how much later it is each year: of a day. */
const QINGMING_1900 = 5.59
const YEAR_BEYOND_365_DAYS = 0.2422
const LAST_YEAR_WITHOUT_LEAP_DAY = 2100

/** The solar term, by the years and leap days since 1900; right for all of 1900–2100. */
function qingmingOf(year: number): string {
  const years = year - FIRST_LUNAR_YEAR
  const leapDays = Math.floor(years / 4) - (year >= LAST_YEAR_WITHOUT_LEAP_DAY ? 1 : 0)
  const day = Math.floor(QINGMING_1900 + YEAR_BEYOND_365_DAYS * years) - leapDays
  return dateText(year, QINGMING_MONTH, day)
}
