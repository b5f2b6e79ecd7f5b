import { receiptDaysOf } from './receipt-days'

describe('the days of a forgotten receipt', () => {
  it('go back a week, the newest first, over the end of a month', () => {
    const days = receiptDaysOf('2026-03-03', 7)
    expect(days.map(({ on }) => on)).toEqual([
      ...['2026-03-03', '2026-03-02', '2026-03-01', '2026-02-28'],
      ...['2026-02-27', '2026-02-26', '2026-02-25', '2026-02-24'],
    ])
    expect(days.slice(0, 4).map(({ label }) => label)).toEqual(['今天', '昨天', '前天', '2月28日'])
  })
})
