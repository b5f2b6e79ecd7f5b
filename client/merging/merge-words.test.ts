import { canUndo, movedOf, stateOf } from './merge-words'
import type { MergeRow } from './merges.store'

const mergedAt = Date.parse('2026-11-21T02:00:00Z')
const DAY_MS = 86_400_000
const merge: MergeRow = {
  mergeId: 'm',
  fromName: '林**',
  toName: '林**',
  points: 1_160,
  debtPoints: 0,
  reason: '换了手机号',
  state: 'merged',
  mergedAt,
  mergedByName: '顾明远',
  undoUntilAt: mergedAt + 7 * DAY_MS,
  undoneAt: null,
}

describe('a merge in words', () => {
  it('says what went over: points, or a debt', () => {
    expect(movedOf(merge)).toBe('1,160 积分')
    expect(movedOf({ points: 0, debtPoints: 40 })).toBe('欠 40 积分')
  })

  it('says until when it can be undone, and that it was', () => {
    expect(stateOf(merge, mergedAt)).toBe('11-28 10:00 前可撤销')
    expect(stateOf(merge, mergedAt + 8 * DAY_MS)).toBe('已合并')
    const undone: MergeRow = { ...merge, state: 'undone', undoneAt: mergedAt + DAY_MS }
    expect(stateOf(undone, mergedAt)).toBe('11-22 10:00 已撤销')
    expect([canUndo(merge, mergedAt), canUndo(undone, mergedAt)]).toEqual([true, false])
  })
})
