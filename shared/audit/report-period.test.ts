import { type PeriodName, periodOf } from './report-period'

describe('the periods of a report', () => {
  it('are this month so far, or a whole month before', () => {
    const of = (todayOn: string, name: PeriodName) => Object.values(periodOf(name, todayOn))
    expect(of('2026-03-10', 'month')).toEqual(['2026-03-01', '2026-03-10'])
    expect(of('2026-03-31', 'lastMonth')).toEqual(['2026-02-01', '2026-02-28'])
    expect(of('2026-01-31', 'lastMonth')).toEqual(['2025-12-01', '2025-12-31'])
  })

  it('of a year, and not a day more', () => {
    const year = periodOf('year', '2026-03-10')
    expect(year).toEqual({ fromOn: '2025-03-11', untilOn: '2026-03-10' })
  })

  it.each([
    ['2028-02-29', '2027-03-01'],
    ['2029-02-28', '2028-02-29'],
    ['2029-03-01', '2028-03-02'],
  ])('of a year around a leap day, on %s since %s', (todayOn, fromOn) => {
    expect(periodOf('year', todayOn)).toEqual({ fromOn, untilOn: todayOn })
  })
})
