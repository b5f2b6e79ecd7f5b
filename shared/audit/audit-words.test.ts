import { sayDifference, sayFlaw } from './audit-words'

const points = { storedPoints: 1_100, impliedPoints: 100 }

describe('the words of the audit', () => {
  it.each([
    ['account', null, '账户不见了，流水算出应有 100 分'],
    ['balance', null, '可用积分：账户里是 1100 分，流水算出 100 分'],
    ['debt', null, '欠积分：账户里是 1100 分，流水算出 100 分'],
    ['lot', '2027-03-31', '2027-03-31 到期的批次：账户里是 1100 分，流水算出 100 分'],
    [
      'pending',
      '2026-03-17 purchase:1',
      '2026-03-17 到账的待到账积分：账户里是 1100 分，流水算出 100 分',
    ],
    ['expired', '2027-03-31', '2027-03-31 已过期批次的记录：账户里是 1100 分，流水算出 100 分'],
    ['seq', null, '流水笔数：账户里记着 1100 笔，实有 100 笔'],
  ] as const)(
    'name a difference of the %s with what is stored and what the entries say',
    (...row) => {
      const [what, name, sentence] = row
      expect(sayDifference({ what, name, ...points })).toBe(sentence)
    },
  )

  it.each(['frozen', 'moved', 'lastHash'] as const)('name %s without a figure', (what) => {
    expect(sayDifference({ what, name: null, ...points })).not.toContain('100')
  })

  it.each(['seal', 'number', 'link', 'sum', 'day', 'found'] as const)(
    'name the entry and its day for %s',
    (kind) => {
      const said = sayFlaw({ kind, seq: 3, entryId: 'entry', on: '2026-03-10' })
      expect(said).toContain('第 3 笔流水（2026-03-10）')
    },
  )
})
