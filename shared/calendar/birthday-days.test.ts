import { CalendarChinese } from 'date-chinese'
import { addDays } from '../business-date'
import type { Birthday, BirthdayCalendar } from './birthday'
import {
  birthdayDaysIn,
  birthdayKeyOf,
  birthdayOnIn,
  birthdaysOn,
  isTooSoonAfter,
} from './birthday-days'
import { lunarTable } from './lunar-table'

const born = (calendar: BirthdayCalendar, month: number, day: number): Birthday => ({
  calendar,
  month,
  day,
})
const leap = (month: number, day: number) => ({ ...born('lunar', month, day), isLeapMonth: true })
const daysOf = (birthday: Birthday, fromOn: string, untilOn: string) =>
  birthdayDaysIn(birthday, { fromOn, untilOn }, lunarTable).map(({ on, year }) => `${on} ${year}`)

describe('the days on which a birthday is kept', () => {
  it('is February 28 in common years for who was born on the 29th', () => {
    expect(daysOf(born('solar', 2, 29), '2024-01-01', '2028-12-31')).toEqual([
      '2024-02-29 2024',
      '2025-02-28 2025',
      '2026-02-28 2026',
      '2027-02-28 2027',
      '2028-02-29 2028',
    ])
  })

  it('leaves out a solar year and comes twice in another for 腊月初一', () => {
    expect(daysOf(born('lunar', 12, 1), '2024-01-02', '2027-12-31')).toEqual([
      '2024-01-11 2023',
      '2024-12-31 2024',
      '2026-01-19 2025',
      '2027-01-08 2026',
      '2027-12-28 2027',
    ])
  })

  it('is the 29th where the month has no thirtieth', () => {
    expect(birthdayOnIn(born('lunar', 12, 30), 2024, lunarTable)).toBe('2025-01-28')
    expect(birthdayOnIn(born('lunar', 12, 29), 2024, lunarTable)).toBe('2025-01-28')
    expect(birthdayOnIn(born('lunar', 12, 30), 2023, lunarTable)).toBe('2024-02-09')
  })

  it('is in the leap month where the year has it, else in the plain one', () => {
    expect(birthdayOnIn(leap(6, 10), 2025, lunarTable)).toBe('2025-08-03')
    expect(birthdayOnIn(born('lunar', 6, 10), 2025, lunarTable)).toBe('2025-07-04')
    expect(birthdayOnIn(leap(6, 10), 2026, lunarTable)).toBe('2026-07-23')
    expect(birthdayOnIn(leap(6, 30), 2025, lunarTable)).toBe('2025-08-22')
  })

  it('is no day of a year that the calendar does not know', () => {
    expect(birthdayOnIn(born('lunar', 1, 1), 1899, lunarTable)).toBeNull()
  })

  it('are at least 300 days apart, so that nobody is passed over', () => {
    for (const birthday of [leap(2, 30), leap(11, 1), born('lunar', 12, 30)]) {
      const days = birthdayDaysIn(
        birthday,
        { fromOn: '1950-01-01', untilOn: '2060-12-31' },
        lunarTable,
      )
      expect(days.length).toBeGreaterThan(100)
      for (const [place, { on }] of days.entries()) {
        expect(isTooSoonAfter(days[place - 1]?.on ?? null, on)).toBe(false)
      }
    }
  })
})

describe('the birthdays that are kept on a day', () => {
  it('are those of both calendars', () => {
    const keysOn = (on: string) => birthdaysOn(on, lunarTable).map(({ key }) => key)
    expect(keysOn('2026-09-25')).toEqual(['solar-09-25', 'lunar-08-15', 'leap-08-15'])
    expect(keysOn('2026-02-28')).toEqual([
      'solar-02-28',
      'solar-02-29',
      'lunar-01-12',
      'leap-01-12',
    ])
    expect(keysOn('2025-08-22')).toEqual(['solar-08-22', 'leap-06-29', 'leap-06-30'])
    expect(keysOn('2025-07-04')).toEqual(['solar-07-04', 'lunar-06-10'])
    expect(keysOn('2025-01-28')).toEqual([
      'solar-01-28',
      'lunar-12-29',
      'leap-12-29',
      'lunar-12-30',
      'leap-12-30',
    ])
  })

  it('are exactly those whose day it is: every birthday on every day of 2024–2030', () => {
    const kept = new Map<string, string[]>()
    for (let on = '2024-01-01'; on <= '2030-12-31'; on = addDays(on, 1)) {
      for (const { key, year } of birthdaysOn(on, lunarTable)) {
        kept.set(key, [...(kept.get(key) ?? []), `${on} ${year}`])
      }
    }
    const all = everyBirthday()
    expect(all).toHaveLength(366 + 360 + 360)
    for (const birthday of all) {
      const days = daysOf(birthday, '2024-01-01', '2030-12-31')
      expect(kept.get(birthdayKeyOf(birthday))).toEqual(days)
    }
    expect(kept.size).toBe(all.length)
  })

  it('are those of another calendar: every lunar birthday from 2024 to 2030', () => {
    const theirs = new CalendarChinese()
    for (let on = '2024-01-01'; on <= '2030-12-31'; on = addDays(on, 1)) {
      const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
      const [, , lunarMonth = 0, isLeap, lunarDay = 0] = theirs
        .fromGregorian(year, month, day)
        .get()
      const birthday = born('lunar', lunarMonth, lunarDay)
      const key = birthdayKeyOf(isLeap ? { ...birthday, isLeapMonth: true } : birthday)
      expect(birthdaysOn(on, lunarTable).map((one) => one.key)).toContain(key)
    }
  })
})

describe('two gifts in a short time', () => {
  it.each([
    [null, '2026-03-10', false],
    ['2025-05-14', '2026-03-10', false],
    ['2025-05-15', '2026-03-10', true],
    ['2026-03-10', '2026-03-10', true],
  ])('given on %s and due on %s: too soon is %s', (lastOn, on, isTooSoon) => {
    expect(isTooSoonAfter(lastOn, on)).toBe(isTooSoon)
  })
})

function everyBirthday(): Birthday[] {
  const solar = Array.from({ length: 366 }, (_, place) => {
    const [, month = 0, day = 0] = addDays('2024-01-01', place).split('-').map(Number)
    return born('solar', month, day)
  })
  const lunar = Array.from({ length: 360 }, (_, place) =>
    born('lunar', Math.floor(place / 30) + 1, (place % 30) + 1),
  )
  return [...solar, ...lunar, ...lunar.map(({ month, day }) => leap(month, day))]
}
