import {
  clearedIn,
  countCleared,
  countEntry,
  flowsOf,
  nothingStands,
  programAfter,
  quietDay,
  standingAtEnd,
} from './day-figures'

const entryOf = (sides: string, points: number, debtChangePoints = 0) => {
  const [from = '', to = ''] = sides.split(' > ')
  return { posting: { from, to, points }, reason: 'purchase', storeId: 'east', debtChangePoints }
}
const entries = [
  entryOf('program:issued > member:a', 100),
  entryOf('program:issued > member:b', 50, -20),
  entryOf('member:a > program:reversed', 130, 30),
  entryOf('program:issued > program:pending', 40),
  entryOf('program:pending > member:a', 10),
  entryOf('member:a > member:a', 0),
]

describe('the figures of a day', () => {
  it('sum each flow by reason and store, members without their names', () => {
    const flows = flowsOf(entries.reduce(countEntry, quietDay))
    expect(flows).toContainEqual({
      from: 'program:issued',
      to: 'member',
      reason: 'purchase',
      storeId: 'east',
      points: 150,
    })
    expect(flows).toHaveLength(4)
    const nowhere = countEntry(quietDay, { ...entryOf('x > y', 1), storeId: null })
    expect(flowsOf(nowhere)).toEqual([
      { from: 'x', to: 'y', reason: 'purchase', storeId: null, points: 1 },
    ])
  })

  it('keep balance, debt and pending apart', () => {
    const opening = { ...nothingStands, balancePoints: 200, debtPoints: 20 }
    expect(standingAtEnd(opening, entries.reduce(countEntry, quietDay))).toEqual({
      balancePoints: 200 + 100 + 30 - 100 + 10,
      debtPoints: 20 - 20 + 30,
      pendingPoints: 30,
    })
  })

  it('keep what was cleared before, whatever is counted after it', () => {
    const cleared = countCleared(quietDay, [{ storeId: 'east', points: 30 }], 'west')
    expect(clearedIn(entries.reduce(countEntry, cleared))).toEqual([
      { issuedBy: 'east', spentAt: 'west', points: 30 },
    ])
  })

  it('give the shop’s equation its other side', () => {
    expect(entries.reduce(programAfter, 0)).toBe(100 + 50 - 130 + 10)
  })
})
