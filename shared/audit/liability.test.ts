import { countEntry, nothingStands, quietDay, standingAtEnd } from './day-figures'
import { type CertifiedDay, changeOf, liabilityOf, worthFenOf } from './liability'

interface Row {
  from: string
  to: string
  points: number
  reason?: string
  storeId?: string | null
  debtChangePoints?: number
}

/** Days one after another, as certificates would have them. */
function daysOf(...rows: Row[][]): CertifiedDay[] {
  let opening = nothingStands
  return rows.map((entries, day) => {
    const figures = entries.reduce(
      (so, { from, to, points, reason = 'purchase', storeId = null, debtChangePoints = 0 }) =>
        countEntry(so, { posting: { from, to, points }, reason, storeId, debtChangePoints }),
      quietDay,
    )
    const closing = standingAtEnd(opening, figures)
    const certified = { on: `2026-03-0${day + 1}`, opening, closing, figures }
    opening = closing
    return certified
  })
}

const days = daysOf(
  [
    { from: 'program:issued', to: 'member:a', points: 460, storeId: 'east' },
    {
      ...{ from: 'program:issued', to: 'member:a', points: 40, storeId: 'east' },
      reason: 'purchaseForgotten',
    },
    { from: 'program:issued', to: 'member:a', points: 100, reason: 'gift' },
    { from: 'program:opening', to: 'member:b', points: 70, reason: 'opening' },
  ],
  [
    { from: 'program:issued', to: 'program:pending', points: 40, storeId: 'east' },
    {
      from: 'member:a',
      to: 'program:redeemed',
      points: 300,
      reason: 'redemption',
      storeId: 'west',
    },
    { from: 'program:redeemed', to: 'member:a', points: 50, reason: 'redemptionCancelled' },
    { from: 'member:b', to: 'program:reversed', points: 90, debtChangePoints: 20, storeId: 'east' },
    {
      from: 'program:adjusted',
      to: 'member:b',
      points: 15,
      debtChangePoints: -15,
      reason: 'adjusted',
    },
    { from: 'member:a', to: 'program:expired', points: 25, reason: 'expiry' },
    { from: 'member:a', to: 'member:a', points: 0, reason: 'frozen' },
    { from: 'member:a', to: 'program:new', points: 5, reason: 'new' },
  ],
)

describe('the liability', () => {
  const report = liabilityOf(days, null)

  it('adds up from opening to closing, purchases apart from gifts, debt never netted', () => {
    expect(report.lines).toEqual({
      purchasePoints: 500,
      giftPoints: 100,
      openingImportPoints: 70,
      returnedPoints: 50,
      adjustedUpPoints: 15,
      adjustedDownPoints: 0,
      spentPoints: 300,
      expiredPoints: 25,
      clawedBackPoints: 90,
      otherPoints: -5,
      debtMadePoints: 20,
      debtRepaidPoints: 15,
    })
    expect(report.closing).toEqual({ balancePoints: 320, debtPoints: 5, pendingPoints: 40 })
    expect(report.offPoints).toBe(0)
    expect(changeOf(report.lines)).toBe(320)
  })

  it('shows what each store issued and redeemed', () => {
    expect(report.stores).toEqual([
      { storeId: 'east', issuedPoints: 410, spentPoints: 0 },
      { storeId: 'west', issuedPoints: 0, spentPoints: 300 },
      { storeId: null, issuedPoints: 100, spentPoints: -50 },
    ])
  })

  it('counts a reward of the mall at the store that handed it over', () => {
    const [first, ...others] = days
    if (!first) throw new Error('a day was expected')
    const handed = { ...first, figures: { ...first.figures, handedOver: { east: 40 } } }
    expect(liabilityOf([handed, ...others], null).stores).toEqual([
      { storeId: 'east', issuedPoints: 410, spentPoints: 40 },
      { storeId: 'west', issuedPoints: 0, spentPoints: 300 },
      { storeId: null, issuedPoints: 100, spentPoints: -90 },
    ])
  })

  it('sums whose points were spent where', () => {
    const clearing = { 'east>west': 30, 'east>': 5, '>west': 4 }
    const [first, second] = days
    if (!first || !second) throw new Error('two days were expected')
    const cleared = [first, second].map((day) => ({
      ...day,
      figures: { ...day.figures, clearing },
    }))
    const back = { ...second, figures: { ...second.figures, clearing: { 'east>': -10 } } }
    expect(liabilityOf([...cleared, back], null).clearing).toEqual([
      { issuedBy: 'east', spentAt: 'west', points: 60 },
      { issuedBy: null, spentAt: 'west', points: 8 },
    ])
  })

  it('says so when certificates contradict each other', () => {
    const [first, second] = days
    if (!first || !second) throw new Error('two days were expected')
    const off = { ...second, closing: { ...second.closing, balancePoints: 999 } }
    expect(liabilityOf([first, off], null).offPoints).toBe(679)
  })

  it('counts on nothing lapsing before there is a year of figures', () => {
    expect(report.breakagePoints).toBe(0)
    // 25 of 275 that left in that year had expired: 320 × 25 ÷ 275, rounded down.
    expect(liabilityOf(days, days).breakagePoints).toBe(29)
    expect(liabilityOf([], []).breakagePoints).toBe(0)
  })

  it('is worth whole fen, rounded down', () => {
    expect(worthFenOf(199, 50)).toBe(99)
  })
})
