import { markOf, monthBeside, weeksOf } from './month-weeks'

describe('days in weeks', () => {
  it('begin on Monday and are filled up to whole weeks', () => {
    const days = ['2026-11-29', '2026-11-30', '2026-12-01'].map((on) => ({ on }))
    const weeks = weeksOf(days)
    expect(weeks.map((week) => week.map((day) => day?.on.slice(8) ?? ''))).toEqual([
      ['', '', '', '', '', '', '29'],
      ['30', '01', '', '', '', '', ''],
    ])
    expect(weeksOf([])).toEqual([])
  })

  it('are marked with their festival, else with their lunar day', () => {
    expect(markOf('2026-09-25')).toEqual({ text: '中秋', tone: 'festival' })
    expect(markOf('2026-09-26')).toEqual({ text: '十六', tone: 'lunar' })
    expect(markOf('2027-02-05')).toEqual({ text: '除夕', tone: 'festival' })
  })

  it('begin on Monday, and leave the places of other months empty', () => {
    const daysOfFebruary = Array.from({ length: 28 }, (_none, at) => ({
      on: `2026-02-${String(at + 1).padStart(2, '0')}`,
    }))
    const weeks = weeksOf(daysOfFebruary)
    // 1 February 2026 was a Sunday.
    expect(weeks).toHaveLength(5)
    expect(weeks[0]?.map((cell) => cell?.on ?? null)).toEqual([
      ...Array(6).fill(null),
      '2026-02-01',
    ])
    expect(weeks[4]?.map((cell) => cell?.on ?? null)).toEqual([
      ...['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28'],
      null,
    ])
    expect(weeksOf([])).toEqual([])
  })
})

describe('months', () => {
  it.each([
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-03', 1, '2026-04'],
  ])('beside %s by %i months is %s', (from, months, to) => {
    expect(monthBeside(from, months)).toBe(to)
  })

  it('go over the turn of a year', () => {
    expect(monthBeside('2026-12', 1)).toBe('2027-01')
    expect(monthBeside('2027-01', -1)).toBe('2026-12')
  })
})
