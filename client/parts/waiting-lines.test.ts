import { byEntry, dueOf, feeText, payTexts } from './waiting-lines'

const line = (entryId: string, dueFen: number) => ({
  ...{ entryId, entryNo: 3, listTitle: '草莓', pickupPointName: '梧桐里店', dueFen },
  ...({ toOwnerFen: 0, unit: 'piece', grams: null } as const),
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

  it('are paid to whoever hands them over, to their owner, or already', () => {
    const toOwner = { ...line('e2', 0), toOwnerFen: 5_700 }
    expect([line('e1', 100), toOwner, line('e3', 0)].map(feeText)).toEqual([
      ...['¥1.00', '团长收款', '已付'],
    ])
    expect(payTexts([line('e1', 100), toOwner])).toEqual(['自提时付 ¥1.00', '付给团长 ¥57.00'])
    expect(payTexts([line('e3', 0)])).toEqual([])
  })

  it('are an estimate while something of them is to be weighed', () => {
    const clams = { ...line('e1', 1_800), unit: 'jin' } as const
    expect(payTexts([clams])).toEqual(['自提时付 约 ¥18.00'])
    expect(payTexts([{ ...clams, grams: 750 }])).toEqual(['自提时付 ¥18.00'])
    const toOwner = { ...line('e2', 0), toOwnerFen: 5_700 }
    const both = ['自提时付 约 ¥18.00', '付给团长 ¥57.00']
    expect(payTexts([clams, toOwner])).toEqual(both)
  })
})
