import { HolidayUtil } from 'lunar-typescript'
import { addDays } from '../business-date'
import { statutoryDayOf, statutoryYearOf, statutoryYears } from './statutory'

describe('the days off by the notice', () => {
  it.each([2025, 2026])('are in %d those that lunar-typescript knows, day by day', (year) => {
    for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = addDays(on, 1)) {
      const theirs = HolidayUtil.getHoliday(on)
      const expected = theirs ? (theirs.isWork() ? 'work' : 'off') : 'usual'
      expect(`${on} ${statutoryDayOf(on).state}`).toBe(`${on} ${expected}`)
    }
  })

  it('follow a notice that came out the year before, each break in order', () => {
    for (const { year, publishedOn, notice, breaks } of statutoryYears) {
      expect(publishedOn.startsWith(`${year - 1}-`)).toBe(true)
      expect(notice).toMatch(/^国办发明电〔\d{4}〕\d+号$/)
      const days = breaks.flatMap(({ fromOn, untilOn }) => [fromOn, untilOn])
      expect([...days].sort()).toEqual(days)
      const worked = breaks.flatMap(({ workOn }) => workOn)
      expect(worked.map((on) => new Date(on).getUTCDay()).filter((day) => day % 6 !== 0)).toEqual(
        [],
      )
    }
  })

  it('are told by name', () => {
    expect(statutoryDayOf('2026-02-14')).toEqual({ state: 'work', name: '春节' })
    expect(statutoryDayOf('2026-02-15')).toEqual({ state: 'off', name: '春节' })
    expect(statutoryDayOf('2026-02-24')).toEqual({ state: 'usual' })
  })

  it('are not guessed for a year without a notice', () => {
    const sentence = '2027年的放假安排还没有公布'
    expect(statutoryDayOf('2027-01-01')).toEqual({ state: 'unpublished', sentence })
    expect(statutoryYearOf(2027)).toEqual({ isPublished: false, sentence })
    expect(statutoryYearOf(2026)).toMatchObject({ isPublished: true, found: { year: 2026 } })
  })
})
