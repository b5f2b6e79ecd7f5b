/** What a lunar calendar can say, and how its days are spoken. */

export interface LunarMonth {
  /** The lunar year, called by the solar one in which it begins. */
  readonly year: number
  /** 1–12; a leap month has the number of the plain one that it follows. */
  readonly month: number
  readonly isLeapMonth: boolean
}

export interface LunarDay extends LunarMonth {
  /** 1–30. */
  readonly day: number
}

/** Dates are solar, `YYYY-MM-DD`; null is answered outside of the years that a calendar knows. */
export interface LunarCalendar {
  lunarOf(on: string): LunarDay | null
  /** Null also where the year has no such month, or the month no such day. */
  solarOf(day: LunarDay): string | null
  /** Null also for a year without one. */
  leapMonthOf(year: number): number | null
  /** 29 or 30; null also where the year has no such month. */
  daysOfMonth(month: LunarMonth): number | null
}

const monthWords = '正二三四五六七八九十冬腊'
const digitWords = '一二三四五六七八九十'
const TENS = ['初', '十', '廿'] as const

/** `闰四月`, `腊月`. */
export function lunarMonthText(month: number, isLeapMonth = false): string {
  return `${isLeapMonth ? '闰' : ''}${monthWords[month - 1] ?? ''}月`
}

/** `初一`, `十五`, `廿三`, `三十`. */
export function lunarDayText(day: number): string {
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  return `${TENS[Math.floor((day - 1) / 10)] ?? ''}${digitWords[(day - 1) % 10] ?? ''}`
}
