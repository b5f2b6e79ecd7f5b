import { byMonth } from './months'
import type { HistoryEntry } from './points.store'

describe('the months of a history', () => {
  it('hold their entries in the order they came', () => {
    const months = byMonth([
      entry('c', '2026-11-20'),
      entry('b', '2026-11-02'),
      entry('a', '2026-10-31'),
    ])
    expect(
      months.map(({ label, entries }) => [label, entries.map((each) => each.entryId)]),
    ).toEqual([
      ['2026年11月', ['c', 'b']],
      ['2026年10月', ['a']],
    ])
  })

  it('turn when the shop’s day does, which the server tells', () => {
    const at = Date.parse('2026-10-31T16:40:00Z')
    expect(byMonth([{ ...entry('a', '2026-10-31'), at }])[0]?.month).toBe('2026-10')
    expect(byMonth([{ ...entry('a', '2026-11-01'), at }])[0]?.month).toBe('2026-11')
  })
})

function entry(entryId: string, on: string): HistoryEntry {
  return {
    entryId,
    kind: 'earn',
    reason: 'purchase',
    family: 'purchase',
    points: 10,
    balanceAfterPoints: 10,
    debtAfterPoints: 0,
    at: Date.parse(`${on}T04:00:00Z`),
    on,
    storeName: null,
    sourceId: null,
    sentence: '',
    ruleSentence: '',
    lotChanges: [],
    debtChangePoints: 0,
    pendingChangePoints: 0,
  }
}
