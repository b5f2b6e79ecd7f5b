import { byDay } from './days'

const at = (text: string) => ({ settledAt: Date.parse(`${text}+08:00`) })
const NOW = Date.parse('2026-11-21T10:00:00+08:00')

describe('the days of a list of purchases', () => {
  it('are those of the shop’s wall clock, each named once, in the order of the rows', () => {
    const rows = [
      at('2026-11-21T00:00:00'),
      at('2026-11-20T23:59:59'),
      at('2026-11-20T08:00:00'),
      at('2026-11-19T12:00:00'),
      at('2025-12-31T12:00:00'),
    ]
    expect(byDay(rows, NOW).map(({ label, rows: some }) => [label, some.length])).toEqual([
      ['今天 11月21日', 1],
      ['昨天 11月20日', 2],
      ['11月19日 周四', 1],
      ['2025年12月31日 周三', 1],
    ])
  })
})
