import { monthBefore, yearUntil } from './months'

describe('the periods of a report', () => {
  it('are this month so far, or a whole month before', () => {
    const of = (todayOn: string, months: number) => Object.values(monthBefore(todayOn, months))
    expect(of('2026-03-10', 0)).toEqual(['2026-03-01', '2026-03-10'])
    expect(of('2026-03-31', 1)).toEqual(['2026-02-01', '2026-02-28'])
    expect(of('2026-01-31', 1)).toEqual(['2025-12-01', '2025-12-31'])
  })

  it('of a year, and not a day more', () => {
    expect(yearUntil('2026-03-10')).toEqual({ fromOn: '2025-03-11', untilOn: '2026-03-10' })
  })
})
