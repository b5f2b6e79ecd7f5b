import { CalendarChinese } from 'date-chinese'
import { type Lunar, LunarYear, Solar } from 'lunar-typescript'
import { addDays } from '../business-date'
import type { LunarDay } from './lunar'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarTable } from './lunar-table'

describe('the table of lunar years', () => {
  it('says of every day from 1900-01-31 to 2100-12-31 what lunar-typescript says', () => {
    const different: string[] = []
    let days = 0
    for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year += 1) {
      for (const theirs of LunarYear.fromYear(year).getMonthsInYear()) {
        const firstOn = Solar.fromJulianDay(theirs.getFirstJulianDay()).toYmd()
        const month = Math.abs(theirs.getMonth())
        for (let day = 1; day <= theirs.getDayCount(); day += 1) {
          const on = addDays(firstOn, day - 1)
          const lunar = { year, month, isLeapMonth: theirs.isLeap(), day }
          const isSame = textOf(lunarTable.lunarOf(on)) === textOf(lunar)
          if (!isSame || lunarTable.solarOf(lunar) !== on) different.push(on)
          days += on <= '2100-12-31' ? 1 : 0
        }
      }
    }
    expect(different).toEqual([])
    expect(days).toBe(73_384)
  })

  it('says of single days what lunar-typescript says of them', () => {
    for (let on = '2024-01-01'; on < '2031-01-01'; on = addDays(on, 3)) {
      const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
      expect(textOf(lunarTable.lunarOf(on))).toBe(
        textOf(dayOf(Solar.fromYmd(year, month, day).getLunar())),
      )
    }
  })

  it('knows the months of each year, and no others', () => {
    for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year += 1) {
      const theirs = LunarYear.fromYear(year)
      const leap = theirs.getLeapMonth()
      expect(lunarTable.leapMonthOf(year)).toBe(leap || null)
      for (let month = 1; month <= 12; month += 1) {
        const plain = theirs.getMonth(month)?.getDayCount()
        expect(lunarTable.daysOfMonth({ year, month, isLeapMonth: false })).toBe(plain)
        const isLeap = month === leap ? (theirs.getMonth(-month)?.getDayCount() ?? 0) : null
        expect(lunarTable.daysOfMonth({ year, month, isLeapMonth: true })).toBe(isLeap)
      }
    }
  })

  it('answers null for what it does not know or what never was', () => {
    expect(lunarTable.lunarOf('1900-01-30')).toBeNull()
    expect(lunarTable.lunarOf('2101-12-31')).toBeNull()
    expect(lunarTable.leapMonthOf(1899)).toBeNull()
    expect(lunarTable.daysOfMonth({ year: 2101, month: 1, isLeapMonth: false })).toBeNull()
    const never = [
      { year: 2026, month: 1, isLeapMonth: true, day: 1 },
      { year: 2026, month: 1, isLeapMonth: false, day: 31 },
      { year: 2026, month: 13, isLeapMonth: false, day: 1 },
      { year: 2026, month: 1, isLeapMonth: false, day: 0 },
    ]
    for (const day of never) expect(lunarTable.solarOf(day)).toBeNull()
  })
})

/**
 * Another calendar, computed from the sun and the moon. Over 1900–2100 it was found to differ in
 * six months: the fourth of 1906 begins a day earlier there; 2033, where it puts the leap month
 * after the seventh and the calendar in print after the eleventh (four months are called
 * otherwise); and the ninth of 2057, whose new moon falls on midnight.
 */
describe('the table and date-chinese, 2000–2060', () => {
  it('begin the same months on the same days, but for two years', () => {
    const theirs = new CalendarChinese()
    const different: string[] = []
    for (let on = '2000-02-05'; on < '2061-01-01'; ) {
      const ours = lunarTable.lunarOf(on)
      if (!ours) throw new Error(`no lunar day for ${on}`)
      const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
      const [, , theirMonth, isLeap, theirDay] = theirs.fromGregorian(year, month, day).get()
      const isSame =
        theirMonth === ours.month && Boolean(isLeap) === ours.isLeapMonth && theirDay === ours.day
      if (!isSame) different.push(on)
      on = addDays(on, lunarTable.daysOfMonth(ours) ?? 0)
    }
    expect(different).toEqual([
      '2033-08-25',
      '2033-09-23',
      '2033-10-23',
      '2033-11-22',
      '2057-09-29',
    ])
  })
})

function dayOf(lunar: Lunar): LunarDay {
  const month = lunar.getMonth()
  const isLeapMonth = month < 0
  return { year: lunar.getYear(), month: Math.abs(month), isLeapMonth, day: lunar.getDay() }
}

function textOf(day: LunarDay | null): string {
  return day ? `${day.year}-${day.isLeapMonth ? '+' : ''}${day.month}-${day.day}` : 'none'
}
