import fc from 'fast-check'
import {
  dueFenOf,
  isSettled,
  isShared,
  lineAmountFen,
  type PaidState,
  type PayableLine,
  payableFenOf,
  settle,
  unitsOf,
} from './payable'

const unitOf = unitsOf([
  { itemId: 'i1', unit: 'piece' },
  { itemId: 'i2', unit: 'jin' },
])
const eggs: PayableLine = {
  ...{ itemId: 'i1', count: 3, priceFen: 1_990 },
  ...{ gotCount: null, weighedGrams: null },
}
const melon = { ...eggs, itemId: 'i2', count: 2_500, priceFen: 333 }

describe('what a line costs', () => {
  const rows: readonly [string, PayableLine, number][] = [
    ['as ordered before it is here', eggs, 5_970],
    ['what it got', { ...eggs, gotCount: 2 }, 3_980],
    ['nothing where it got nothing', { ...eggs, gotCount: 0 }, 0],
    ['by weight as it is estimated: 5 jin', melon, 1_665],
    ['by what it got of it: 1.5 jin, half a fen up', { ...melon, gotCount: 750 }, 500],
    ['as it was weighed', { ...melon, gotCount: 2_500, weighedGrams: 2_612 }, 1_740],
    ['nothing, whatever the scales said', { ...melon, gotCount: 0, weighedGrams: 90 }, 0],
  ]
  it.each(rows)('%s', (_what, line, fen) => {
    expect(lineAmountFen(line, unitOf)).toBe(fen)
  })

  it('adds up to the entry, each line rounded by itself', () => {
    const lines = [
      { ...melon, gotCount: 750 },
      { ...melon, gotCount: 750 },
    ]
    expect(payableFenOf(lines, unitOf)).toBe(1_000)
  })
})

describe('an entry is settled', () => {
  it('when every line was shared out and what is sold by weight was weighed', () => {
    const some = [{ ...eggs, gotCount: 3 }, melon]
    expect(isShared(some)).toBe(false)
    const here = [
      { ...eggs, gotCount: 3 },
      { ...melon, gotCount: 2_500 },
    ]
    expect([isShared(here), isSettled(here, unitOf)]).toEqual([true, false])
    const weighed = [
      { ...eggs, gotCount: 3 },
      { ...melon, gotCount: 2_500, weighedGrams: 2_480 },
    ]
    expect(isSettled(weighed, unitOf)).toBe(true)
    expect(isSettled([{ ...melon, gotCount: 0 }], unitOf)).toBe(true)
  })
})

describe('its payment', () => {
  interface Row {
    readonly what: string
    readonly paying: { readonly state: PaidState; readonly paidFen: number }
    readonly payableFen: number
    readonly becomes: object
  }
  const owed = (paidFen: number) => ({ state: 'owed', paidFen }) as const
  const paid = (paidFen: number) => ({ state: 'paid', paidFen }) as const
  const rows: readonly Row[] = [
    {
      ...{ what: 'owes as before', paying: owed(0), payableFen: 900 },
      becomes: { ...owed(0), backFen: 0, isBooked: false },
    },
    {
      ...{ what: 'owes nothing for nothing', paying: owed(0), payableFen: 0 },
      becomes: { state: 'none', backFen: 0, isBooked: false },
    },
    {
      ...{ what: 'gets all back', paying: paid(900), payableFen: 0 },
      becomes: { state: 'refunded', paidFen: 0, backFen: 900, isBooked: false },
    },
    {
      ...{ what: 'gets the rest back', paying: paid(900), payableFen: 600 },
      becomes: { ...paid(600), backFen: 300, isBooked: true },
    },
    {
      ...{ what: 'is booked as it is', paying: paid(900), payableFen: 900 },
      becomes: { ...paid(900), backFen: 0, isBooked: true },
    },
    {
      ...{ what: 'owes what weighed more', paying: paid(900), payableFen: 950 },
      becomes: { ...owed(900), backFen: 0, isBooked: false },
    },
    {
      ...{ what: 'is paid after all on a second look', paying: owed(900), payableFen: 850 },
      becomes: { ...paid(850), backFen: 50, isBooked: true },
    },
  ]
  it.each(rows)('$what', ({ paying, payableFen, becomes }) => {
    expect(settle(paying, payableFen)).toMatchObject(becomes)
  })

  it('is due to the fen what is missing, and never what goes back', () => {
    expect(dueFenOf({ state: 'owed', paidFen: 900 }, 950)).toBe(50)
    expect(dueFenOf({ state: 'owed', paidFen: 0 }, 950)).toBe(950)
    expect(dueFenOf({ state: 'paid', paidFen: 950 }, 950)).toBe(0)
    expect(dueFenOf({ state: 'none', paidFen: 0 }, 0)).toBe(0)
  })

  it('adds up for any amounts: kept, given back and still due are what it comes to', () => {
    const fen = fc.nat(1_000_000)
    const states = fc.constantFrom<PaidState>('owed', 'paid')
    fc.assert(
      fc.property(states, fen, fen, (state, before, payableFen) => {
        const paidFen = state === 'paid' ? before + 1 : 0
        const after = settle({ state, paidFen }, payableFen)
        expect(after.paidFen + after.backFen).toBe(paidFen)
        expect(after.paidFen + dueFenOf(after, payableFen)).toBe(payableFen)
        expect(after.isBooked).toBe(after.state === 'paid')
      }),
    )
  })
})
