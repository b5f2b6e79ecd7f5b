import { afterAnswer, askableFromAt } from './permit'

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
