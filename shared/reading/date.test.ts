import { dateSpellings } from '../../dev/harness/spellings/dates'
import { businessDateOf } from '../business-date'
import { readDate } from './date'

describe('a date', () => {
  it.each(dateSpellings.meant)('is meant by %j as %s', (typed, value) => {
    expect(readDate(typed)).toEqual({ ok: true, value })
  })

  it.each(dateSpellings.told)('is not %j: %s', (typed, fault) => {
    expect(readDate(typed)).toEqual({ ok: false, fault })
  })

  it('is the business date of its time, by the hour at which the day begins', () => {
    const byFour = (at: number) => businessDateOf(at, 4)
    expect(readDate('2026-03-09 03:59:59', byFour)).toEqual({ ok: true, value: '2026-03-08' })
    expect(readDate('2026-03-09 04:00', byFour)).toEqual({ ok: true, value: '2026-03-09' })
    expect(readDate('2026-03-09', byFour)).toEqual({ ok: true, value: '2026-03-09' })
  })
})
