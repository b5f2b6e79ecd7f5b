import { markOf, weeksOf } from './month-weeks'

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
})
