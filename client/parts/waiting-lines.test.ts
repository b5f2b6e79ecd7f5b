import { byEntry, dueOf } from './waiting-lines'

const line = (entryId: string, dueFen: number) => ({
  ...{ entryId, entryNo: 3, listTitle: '草莓', pickupPointName: '梧桐里店', dueFen },
  untilOn: '2026-11-24',
})

describe('lines that wait', () => {
  it('stand together by entry, in the order in which they came', () => {
    const entries = byEntry([line('e1', 100), line('e2', 200), line('e1', 50)])
    expect(entries.map(({ entryId, lines }) => [entryId, lines.length])).toEqual([
      ['e1', 2],
      ['e2', 1],
    ])
    expect(entries[0]?.untilOn).toBe('2026-11-24')
  })

  it('add up to what is due', () => {
    expect(dueOf([line('e1', 100), line('e1', 50)])).toBe(150)
    expect(dueOf([])).toBe(0)
  })
})
