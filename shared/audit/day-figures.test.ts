import {
  clearedIn,
  countCleared,
  countEntry,
  countHandedOver,
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
    const parts = [{ storeId: 'east', points: 30 }]
    const cleared = countHandedOver(countCleared(quietDay, parts, 'east'), parts, 'west')
    const { clearing, handedOver } = entries.reduce(countEntry, cleared)
    expect(clearing).toEqual({ 'east>east': 30, 'east>west': 30, 'east>': -30 })
    expect(handedOver).toEqual({ west: 30 })
  })

  it('count a reward of the mall where it was handed over, whole or on a later day', () => {
    const parts = [
      { storeId: 'east', points: 30 },
      { storeId: null, points: 20 },
    ]
    const sameDay = countHandedOver(countCleared(quietDay, parts, null), parts, 'west')
    expect(clearedIn(sameDay).filter(({ points }) => points !== 0)).toEqual([
      { issuedBy: 'east', spentAt: 'west', points: 30 },
      { issuedBy: null, spentAt: 'west', points: 20 },
    ])
    const later = countHandedOver(countHandedOver(quietDay, parts, 'west'), parts, 'west')
    expect(clearedIn(later)).toContainEqual({ issuedBy: 'east', spentAt: null, points: -60 })
    expect(later.handedOver).toEqual({ west: 100 })
  })

  it('give the shop’s equation its other side', () => {
    expect(entries.reduce(programAfter, 0)).toBe(100 + 50 - 130 + 10)
  })
})
