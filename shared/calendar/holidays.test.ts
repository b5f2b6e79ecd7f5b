import { CalendarChinese } from 'date-chinese'
import { Lunar } from 'lunar-typescript'
import {
  type HolidayId,
  holidayIds,
  holidayOn,
  holidays,
  holidaysOn,
  nextHolidayOn,
} from './holidays'
import { lunarTable } from './lunar-table'

describe('the holidays of a year', () => {
  it.each<[HolidayId, string[]]>([
    ['yuandan', ['2026-01-01', '2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01']],
    ['chunjie', ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03']],
    ['yuanxiao', ['2026-03-03', '2027-02-20', '2028-02-09', '2029-02-27', '2030-02-17']],
    ['qingming', ['2026-04-05', '2027-04-05', '2028-04-04', '2029-04-04', '2030-04-05']],
    ['duanwu', ['2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05']],
    ['qixi', ['2026-08-19', '2027-08-08', '2028-08-26', '2029-08-16', '2030-08-05']],
    ['zhongqiu', ['2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12']],
    ['chongyang', ['2026-10-18', '2027-10-08', '2028-10-26', '2029-10-16', '2030-10-05']],
    ['guoqing', ['2026-10-01', '2027-10-01', '2028-10-01', '2029-10-01', '2030-10-01']],
  ])('puts %s on its days in 2026–2030', (id, days) => {
    expect([2026, 2027, 2028, 2029, 2030].map((year) => holidayOn(id, year, lunarTable))).toEqual(
      days,
    )
  })

  it('has Qingming where lunar-typescript has it, in every year of 1900–2100', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      const theirs = Lunar.fromYmd(year, 3, 1).getJieQiTable().清明?.toYmd()
      expect(holidayOn('qingming', year, lunarTable)).toBe(theirs)
    }
  })

  it('has Qingming where another calendar computes it, 2020–2040', () => {
    const theirs = new CalendarChinese()
    for (let year = 2020; year <= 2040; year += 1) {
      const { month, day } = theirs.fromJDE(theirs.qingming(year)).toGregorian(year)
      const on = `${year}-0${month}-0${day}`
      expect(holidayOn('qingming', year, lunarTable)).toBe(on)
    }
  })

  it('are all there in the first and the last known year, and in none beside', () => {
    for (const id of holidayIds) {
      expect(holidayOn(id, 1900, lunarTable)).toMatch(/^1900-/)
      expect(holidayOn(id, 2100, lunarTable)).toMatch(/^2100-/)
      expect(holidayOn(id, 1899, lunarTable)).toBeNull()
      expect(holidayOn(id, 2101, lunarTable)).toBeNull()
    }
  })
})

describe('a date', () => {
  it('tells its holidays, two where two fall on it', () => {
    expect(holidaysOn('2026-09-25', lunarTable)).toEqual(['zhongqiu'])
    expect(holidaysOn('2020-10-01', lunarTable)).toEqual(['zhongqiu', 'guoqing'])
    expect(holidaysOn('2026-09-26', lunarTable)).toEqual([])
  })

  it('leads to the next day of a holiday', () => {
    expect(nextHolidayOn('zhongqiu', '2026-09-25', lunarTable)).toBe('2026-09-25')
    expect(nextHolidayOn('zhongqiu', '2026-09-26', lunarTable)).toBe('2027-09-15')
    expect(nextHolidayOn('guoqing', '2100-10-02', lunarTable)).toBeNull()
  })
})

describe('what is said', () => {
  it('is never merry at Qingming, which is off unless a shop wants it', () => {
    expect(holidays.qingming.greeting).not.toMatch(/[快乐喜庆]/)
    expect(holidayIds.filter((id) => !holidays[id].isUsual)).toEqual(['qingming'])
  })
})
