import { isInReach, spanOf } from './rehearsal-span'

describe('the days of a rehearsal', () => {
  it('are so many from today, or what is left of this month, or a whole one', () => {
    const spans = [
      spanOf('7', '2026-11-21', '2026-11'),
      spanOf('month', '2026-11-21', '2026-11'),
      spanOf('month', '2026-11-21', '2027-02'),
      spanOf('month', '2026-11-21', '2026-12'),
    ]
    expect(spans).toEqual([
      { fromOn: '2026-11-21', days: 7 },
      { fromOn: '2026-11-21', days: 10 },
      { fromOn: '2027-02-01', days: 28 },
      { fromOn: '2026-12-01', days: 31 },
    ])
  })

  it('reach from this month to the eleventh after it', () => {
    const reached = ['2026-10', '2026-11', '2027-10', '2027-11'].map((month) =>
      isInReach(month, '2026-11-21'),
    )
    expect(reached).toEqual([false, true, true, false])
  })
})
