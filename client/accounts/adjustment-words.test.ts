import { type AdjustmentRow, outcomeOf, stateOf } from './adjustment-words'

const row: AdjustmentRow = {
  adjustmentId: 'a1',
  maskedName: '林**',
  points: 30,
  reason: '补记',
  state: 'booked',
  askedByName: '顾明远',
  askedAt: 0,
  ripensAt: null,
  decidedByName: '顾明远',
  decidedAt: 0,
}
const ripensAt = Date.parse('2026-11-22T02:00:00Z')

describe('what became of an adjustment', () => {
  it('is told to the one who asked, with what comes next', () => {
    expect(outcomeOf(row)).toBe('增加 30 积分，已入账')
    const large = { ...row, points: -5_000, state: 'waiting' } as const
    expect(outcomeOf(large)).toBe('扣减 5,000 积分，数额较大，等另一位店长同意后入账')
    expect(outcomeOf({ ...large, ripensAt })).toContain('2026-11-22 10:00 之后入账')
  })

  it('is told in a row, with who decided, if somebody did', () => {
    expect(stateOf(row)).toBe('已入账 · 顾明远')
    expect(stateOf({ ...row, state: 'rejected', decidedByName: null })).toBe('未入账')
    expect(stateOf({ ...row, state: 'waiting', ripensAt })).toBe('11-22 10:00 后入账')
    expect(stateOf({ ...row, state: 'waiting' })).toBe('等另一位店长同意')
  })
})
