import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  businessDateOf,
  clockOf,
  daysBetween,
  endOfMonth,
  isBusinessDate,
  spokenDate,
  startOfDateAt,
  weekdayOf,
  yearAfter,
  yearUntil,
} from './business-date'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const at = (iso: string) => Date.parse(iso)
/** Any day of the shop's years, told without the calendar under test. */
const anyDate = fc
  .integer({ min: 0, max: 365 * 40 })
  .map((days) => new Date(at('2020-01-01T00:00:00Z') + days * DAY_MS).toISOString().slice(0, 10))

describe('the business date of an instant', () => {
  it.each([
    ['2026-03-10T15:59:59.999Z', '2026-03-10', 'one millisecond before midnight in Shanghai'],
    ['2026-03-10T16:00:00.000Z', '2026-03-11', 'midnight in Shanghai'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31', 'the last moment of a year'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 'the first moment of the next'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29', 'a leap day'],
    ['2026-03-08T07:30:00.000Z', '2026-03-08', 'while New York springs forward'],
  ])('%s is %s: %s', (instant, expected) => {
    expect(businessDateOf(at(instant))).toBe(expected)
  })

  it('is still yesterday until the hour at which the shop lets its day roll over', () => {
    expect(businessDateOf(at('2026-03-11T03:59:59+08:00'), 4)).toBe('2026-03-10')
    expect(businessDateOf(at('2026-03-11T04:00:00+08:00'), 4)).toBe('2026-03-11')
  })

  it('lasts from its start to the start of the next, half-open', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: DAY_MS - 1 }), (on, ms) => {
        expect(businessDateOf(startOfDateAt(on) + ms)).toBe(on)
        expect(businessDateOf(startOfDateAt(on) - 1)).toBe(addDays(on, -1))
        expect(startOfDateAt(addDays(on, 1)) - startOfDateAt(on)).toBe(DAY_MS)
      }),
    )
  })
})

describe('a written date', () => {
  it.each(['2026-03-10', '2028-02-29', '2000-02-29', '1900-01-01', '2099-12-31'])(
    '%s is a day of the calendar',
    (text) => expect(isBusinessDate(text)).toBe(true),
  )

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2100-01-01',
    '2026-3-10',
    '2026/03/10',
    '2026-03-10 ',
    '2026-03-10T00:00:00Z',
    '20260310',
    '',
  ])('"%s" is none', (text) => expect(isBusinessDate(text)).toBe(false))
})

describe('moving along the calendar', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-10', 12, '2027-03-10'],
  ])('%s and %i months is %s', (on, months, expected) => {
    expect(addMonths(on, months)).toBe(expected)
  })

  it.each([
    ['2026-02-01', '2026-02-28'],
    ['2028-02-01', '2028-02-29'],
    ['2026-04-30', '2026-04-30'],
    ['2026-12-01', '2026-12-31'],
  ])('the month of %s ends on %s', (on, expected) => expect(endOfMonth(on)).toBe(expected))

  it('counts the days that it added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days)
        expect(isBusinessDate(addDays(on, days))).toBe(true)
      }),
    )
  })

  it('ends a month on the day before the first of the next', () => {
    fc.assert(
      fc.property(anyDate, (on) => {
        const end = endOfMonth(on)
        expect(end.slice(0, 7)).toBe(on.slice(0, 7))
        expect(addDays(end, 1).slice(8)).toBe('01')
      }),
    )
  })
})

describe('wherever the machine stands', () => {
  const asked = `
    const { addDays, addMonths, businessDateOf, daysBetween, endOfMonth,
      startOfDateAt } = require('./shared/business-date.ts')
    const days = ['2026-03-08', '2026-11-01', '2026-01-31', '2028-02-29', '2026-12-31']
    console.log(JSON.stringify({
      offset: new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset(),
      told: days.map((on) => [startOfDateAt(on), businessDateOf(startOfDateAt(on)),
        businessDateOf(startOfDateAt(on) + 7_200_000, 4), addDays(on, 1), addMonths(on, 12),
        endOfMonth(on), daysBetween('2026-01-01', on)]),
    }))`

  const rows = [
    ['2026-03-07T16:00Z', '2026-03-08', '2026-03-07', '2026-03-09', '2027-03-08', '2026-03-31', 66],
    [
      '2026-10-31T16:00Z',
      '2026-11-01',
      '2026-10-31',
      '2026-11-02',
      '2027-11-01',
      '2026-11-30',
      304,
    ],
    ['2026-01-30T16:00Z', '2026-01-31', '2026-01-30', '2026-02-01', '2027-01-31', '2026-01-31', 30],
    [
      '2028-02-28T16:00Z',
      '2028-02-29',
      '2028-02-28',
      '2028-03-01',
      '2029-02-28',
      '2028-02-29',
      789,
    ],
    [
      '2026-12-30T16:00Z',
      '2026-12-31',
      '2026-12-30',
      '2027-01-01',
      '2027-12-31',
      '2026-12-31',
      364,
    ],
  ].map(([start, ...rest]) => [Date.parse(String(start)), ...rest])

  const askIn = (zone: string) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', '-e', asked], {
      cwd: join(__dirname, '..'),
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(run.stdout)
  }

  it.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/New_York', 300],
  ])('the dates are the same on a machine in %s', (zone, offset) => {
    const { offset: seen, told } = askIn(zone)
    expect(seen).toBe(offset)
    expect(told).toEqual(rows)
  })
})

describe('a date as people say it', () => {
  it('has no leading zeros', () => {
    expect(spokenDate('2026-03-09')).toBe('2026年3月9日')
  })
})

describe('a day of the week and a time of the day', () => {
  it.each([
    ['2026-03-16', 1],
    ['2026-03-20', 5],
    ['2026-03-22', 7],
    ['2024-02-29', 4],
    ['1970-01-01', 4],
  ])('%s is day %i of its week', (on, day) => {
    expect(weekdayOf(on)).toBe(day)
  })

  it.each([
    ['2026-03-19T16:00:00Z', '00:00'],
    ['2026-03-19T15:59:59Z', '23:59'],
    ['2026-03-20T01:05:00Z', '09:05'],
  ])('at %s the clock in Shanghai says %s', (at, clock) => {
    expect(clockOf(Date.parse(at))).toBe(clock)
  })
})

describe('a year', () => {
  it.each([
    ['2026-03-10', '2027-03-10'],
    ['2027-02-28', '2028-02-28'],
    ['2027-03-01', '2028-03-01'],
    ['2028-02-28', '2029-02-28'],
    ['2028-02-29', '2029-03-01'],
    ['2028-03-01', '2029-03-01'],
  ])('since %s is over on %s', (on, overOn) => {
    expect(yearAfter(on)).toBe(overOn)
  })

  it.each([
    ['2026-03-10', '2025-03-11'],
    ['2028-02-28', '2027-03-01'],
    ['2028-02-29', '2027-03-01'],
    ['2029-02-27', '2028-02-28'],
    ['2029-02-28', '2028-02-29'],
    ['2029-03-01', '2028-03-02'],
  ])('that ends with %s begins with %s', (untilOn, fromOn) => {
    expect(yearUntil(untilOn)).toBe(fromOn)
  })

  it('until a date is the longest that is not over on it, whatever the date', () => {
    fc.assert(
      fc.property(anyDate, (untilOn) => {
        const fromOn = yearUntil(untilOn)
        expect(yearAfter(fromOn) > untilOn).toBe(true)
        expect(yearAfter(addDays(fromOn, -1)) > untilOn).toBe(false)
      }),
    )
  })
})
