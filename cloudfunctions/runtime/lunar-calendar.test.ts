import { addDays } from '../../shared/business-date'
import { lunarTable } from '../../shared/calendar/lunar-table'
import { lunarCalendar } from './lunar-calendar'

describe("the functions' calendar and the phones' table", () => {
  it('say the same of every day from 1900-01-31 to 2100-12-31', () => {
    const different: string[] = []
    for (let on = '1900-01-31'; on <= '2100-12-31'; on = addDays(on, 1)) {
      const day = lunarCalendar.lunarOf(on)
      const isSame = JSON.stringify(day) === JSON.stringify(lunarTable.lunarOf(on))
      if (!day || !isSame || lunarCalendar.solarOf(day) !== on) different.push(on)
    }
    expect(different).toEqual([])
  })

  it('know the same months, and none beside', () => {
    for (let year = 1899; year <= 2101; year += 1) {
      expect(lunarCalendar.leapMonthOf(year)).toBe(lunarTable.leapMonthOf(year))
      for (let month = 0; month <= 13; month += 1) {
        for (const isLeapMonth of [false, true]) {
          const one = { year, month, isLeapMonth }
          expect(lunarCalendar.daysOfMonth(one)).toBe(lunarTable.daysOfMonth(one))
        }
      }
    }
    const never = { year: 2026, month: 1, isLeapMonth: false, day: 31 }
    expect(lunarCalendar.solarOf(never)).toBeNull()
    expect(lunarCalendar.lunarOf('1900-01-30')).toBeNull()
  })
})
