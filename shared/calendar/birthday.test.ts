import {
  admitBirthday,
  type Birthday,
  type BirthdayFault,
  birthdayFaultOf,
  birthdayText,
  isSameBirthday,
  plainBirthday,
} from './birthday'
import { lunarTable } from './lunar-table'

const todayOn = '2026-03-10'
const solar = (month: number, day: number, year?: number): Birthday => ({
  calendar: 'solar',
  month,
  day,
  year,
})
const lunar = (month: number, day: number, year?: number): Birthday => ({
  calendar: 'lunar',
  month,
  day,
  year,
})

describe('a birthday that can be', () => {
  it.each([
    ['a plain day', solar(5, 20, 1993)],
    ['today', solar(3, 10, 2026)],
    ['the leap day of a leap year', solar(2, 29, 2000)],
    ['the leap day without a year', solar(2, 29)],
    ['the first day that is known', solar(1, 1, 1900)],
    ['the thirtieth of a long lunar month', lunar(1, 30, 2025)],
    ['the lunar thirtieth without a year, in a month that is often short', lunar(8, 30)],
    ['a leap month that the year had', { ...lunar(6, 1, 2025), isLeapMonth: true }],
    ['a leap month without a year', { ...lunar(6, 30), isLeapMonth: true }],
    ['the last lunar year, of which this day is over', lunar(1, 1, 2026)],
  ])('is %s', (_what, birthday) => {
    expect(birthdayFaultOf(birthday, todayOn, lunarTable)).toBeNull()
    expect(admitBirthday(birthday, todayOn, lunarTable)).toEqual({
      ok: true,
      value: plainBirthday(birthday),
    })
  })
})

describe('a birthday that cannot be', () => {
  it.each<[string, Birthday, BirthdayFault]>([
    ['February 30', solar(2, 30), { field: 'day', sentence: '2月只有29天' }],
    [
      'the leap day of a common year',
      solar(2, 29, 2025),
      { field: 'day', sentence: '2025年的2月只有28天' },
    ],
    ['the leap day of 1900', solar(2, 29, 1900), { field: 'day', sentence: '1900年的2月只有28天' }],
    ['April 31', solar(4, 31, 1990), { field: 'day', sentence: '1990年的4月只有30天' }],
    ['a thirteenth month', solar(13, 1), { field: 'month', sentence: '月份要在一到十二之间' }],
    ['half a day', solar(1, 1.5), { field: 'day', sentence: '1月只有31天' }],
    [
      'a solar leap month',
      { ...solar(4, 1), isLeapMonth: true },
      { field: 'isLeapMonth', sentence: '闰月只有农历才有' },
    ],
    ['a lunar 31st', lunar(1, 31), { field: 'day', sentence: '农历的日子从初一到三十' }],
    [
      'the thirtieth of a short month',
      lunar(12, 30, 2024),
      { field: 'day', sentence: '农历2024年的腊月没有三十' },
    ],
    [
      'the thirtieth of a short leap month',
      { ...lunar(6, 30, 2025), isLeapMonth: true },
      { field: 'day', sentence: '农历2025年的闰六月没有三十' },
    ],
    [
      'a leap month of a year without one',
      { ...lunar(6, 1, 2024), isLeapMonth: true },
      { field: 'isLeapMonth', sentence: '农历2024年没有闰六月' },
    ],
    ['tomorrow', solar(3, 11, 2026), { field: 'year', sentence: '这一天还没有到，请核对' }],
    ['a lunar day ahead', lunar(2, 1, 2026), { field: 'year', sentence: '这一天还没有到，请核对' }],
    ['next year', solar(1, 1, 2027), { field: 'year', sentence: '请核对出生的年份' }],
    [
      'a year before all tables',
      lunar(1, 1, 1899),
      { field: 'year', sentence: '请核对出生的年份' },
    ],
  ])('is %s', (_what, birthday, fault) => {
    expect(birthdayFaultOf(birthday, todayOn, lunarTable)).toEqual(fault)
    expect(admitBirthday(birthday, todayOn, lunarTable)).toEqual({
      ok: false,
      code: 'INPUT_INVALID',
      detail: { field: `birthday.${fault.field}` },
    })
  })
})

describe('one birthday written in two ways', () => {
  it('is the same', () => {
    const long = { ...lunar(4, 8), isLeapMonth: false }
    expect(plainBirthday(long)).toStrictEqual({ calendar: 'lunar', month: 4, day: 8 })
    expect(isSameBirthday(long, plainBirthday(long))).toBe(true)
    expect(isSameBirthday(null, null)).toBe(true)
  })

  it.each([
    ['another calendar', solar(4, 8)],
    ['another day', lunar(4, 9)],
    ['another month', lunar(5, 8)],
    ['a year', lunar(4, 8, 1990)],
    ['the leap month', { ...lunar(4, 8), isLeapMonth: true }],
    ['none', null],
  ])('is not the same with %s', (_what, other) => {
    expect(isSameBirthday(lunar(4, 8), other)).toBe(false)
  })
})

describe('a birthday in words', () => {
  it.each([
    [solar(5, 20, 1993), '1993年5月20日'],
    [solar(5, 20), '5月20日'],
    [{ ...lunar(3, 8, 1993), isLeapMonth: true }, '农历1993年闰三月初八'],
    [lunar(12, 30), '农历腊月三十'],
  ])('of %j is %s', (birthday, text) => {
    expect(birthdayText(birthday)).toBe(text)
  })
})
