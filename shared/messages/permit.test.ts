import { afterAnswer, askableFromAt } from './permit'
import { presetLine, presetOf, presets } from './preset'
import { reachSentence } from './reach'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-03-10T10:00:00+08:00')

describe('a permit', () => {
  const before = { leftCount: 2, refusedAt: NOW - DAY_MS }

  it('is one more after a yes, which takes an earlier no away', () => {
    expect(afterAnswer(before, 'accept', NOW)).toEqual({ leftCount: 3, refusedAt: null })
  })

  it('stays after a no, since what was given is given', () => {
    expect(afterAnswer(before, 'reject', NOW)).toEqual({ leftCount: 2, refusedAt: NOW })
  })

  it.each(['ban', 'filter'] as const)('is as it was after %s', (answer) => {
    expect(afterAnswer(before, answer, NOW)).toEqual(before)
  })
})

describe('somebody who said no', () => {
  const refused = (daysAgo: number) => [
    { leftCount: 3, refusedAt: null },
    { leftCount: 0, refusedAt: NOW - daysAgo * DAY_MS },
  ]

  it('is left in peace for fourteen days, about everything', () => {
    expect(askableFromAt(refused(13.99), NOW)).toBe(NOW + 0.01 * DAY_MS)
    expect(askableFromAt(refused(14), NOW)).toBeNull()
  })

  it('is nobody who never answered', () => {
    expect(askableFromAt([], NOW)).toBeNull()
    expect(askableFromAt([{ leftCount: 1, refusedAt: null }], NOW)).toBeNull()
  })
})

describe('what a launch reaches', () => {
  it.each([
    [1200, 430, '应发 1,200，可达 430（36%），其余入收件箱'],
    [1_000_000, 1_000, '应发 1,000,000，可达 1,000（0%），其余入收件箱'],
    [12, 12, '应发 12，可达 12（100%）'],
    [0, 0, '没有要通知的会员'],
  ])('of %d told and %d reached: %s', (dueCount, reachableCount, sentence) => {
    expect(reachSentence({ dueCount, reachableCount })).toBe(sentence)
  })
})

describe('the words for her', () => {
  it('go by her tags; who is about to leave is spoken to as that', () => {
    expect(presetOf(['价格敏感'])).toBe('priceSensitive')
    expect(presetOf(['品牌忠诚', '价格敏感'])).toBe('brandLoyal')
    expect(presetOf(['价格敏感', '即将流失'])).toBe('lapsing')
    expect(presetOf(['常客'])).toBeNull()
  })

  it.each(['gift', 'drop'] as const)('of a %s differ, and fit into a field', (about) => {
    const lines = [null, ...presets].map((preset) => presetLine(about, preset))
    expect(new Set(lines).size).toBe(4)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20)
  })
})
