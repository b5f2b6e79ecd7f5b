import fc from 'fast-check'
import { addDays, endOfMonth, expiryOf } from '../business-date'
import { type Lot, putInto, returnedExpiryOf, sumOf, takeEarliest, takeFrom } from './lots'

const march: Lot = { expiresOn: '2027-03-31', points: 100 }
const april: Lot = { expiresOn: '2027-04-30', points: 50 }
const may: Lot = { expiresOn: '2027-05-31', points: 30 }

const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days))
const anyLots = fc
  .array(fc.record({ expiresOn: anyDay.map(endOfMonth), points: fc.integer({ min: 0, max: 999 }) }))
  .map((added) => added.reduce<readonly Lot[]>(putInto, []))

describe('the last day of points', () => {
  it.each([
    ['2026-03-10', '2027-03-31'],
    ['2026-03-01', '2027-03-31'],
    ['2026-03-31', '2027-03-31'],
    ['2026-12-31', '2027-12-31'],
    ['2027-02-28', '2028-02-29'],
    ['2028-02-29', '2029-02-28'],
  ])('points of %s with a year of validity can be spent until %s', (availableOn, expected) => {
    expect(expiryOf(availableOn, 12)).toBe(expected)
  })

  it('follows the shop when it sets another validity', () => {
    expect(expiryOf('2026-08-31', 6)).toBe('2027-02-28')
    expect(expiryOf('2026-08-31', 0)).toBe('2026-08-31')
  })

  it('never comes before a full year is over, and on 13 dates within any year at most', () => {
    fc.assert(
      fc.property(anyDay, (firstOn) => {
        const dates = new Set<string>()
        for (let day = 0; day <= 365; day += 1) dates.add(expiryOf(addDays(firstOn, day), 12))
        expect(expiryOf(firstOn, 12) >= addDays(firstOn, 365)).toBe(true)
        expect(dates.size).toBeLessThanOrEqual(13)
      }),
      { numRuns: 20 },
    )
  })
})

describe('points that come back', () => {
  it.each([
    ['2027-03-31', '2027-03-31', '2027-03-31', 'its last day is today: it keeps its date'],
    ['2027-03-31', '2026-12-01', '2027-03-31', 'it has not expired: it keeps its date'],
    ['2027-03-31', '2027-04-01', '2027-04-30', 'it expired yesterday: end of the month of + 7'],
    ['2027-03-31', '2027-04-23', '2027-04-30', 'today + 7 is the last of the month'],
    ['2027-03-31', '2027-04-24', '2027-05-31', 'today + 7 is the first of the next month'],
    ['2027-11-30', '2027-12-28', '2028-01-31', 'over New Year'],
  ])('a lot of %s returned on %s lives until %s: %s', (expiresOn, todayOn, expected) => {
    expect(returnedExpiryOf(expiresOn, todayOn, 7)).toBe(expected)
  })

  it('live longer when the shop caused it', () => {
    expect(returnedExpiryOf('2027-03-31', '2027-04-02', 30)).toBe('2027-05-31')
  })

  it('always leave the days of grace in full', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (expiresOn, todayOn) => {
        const livesUntil = returnedExpiryOf(expiresOn, todayOn, 7)
        expect(livesUntil === expiresOn || livesUntil >= addDays(todayOn, 7)).toBe(true)
        expect(livesUntil >= todayOn).toBe(true)
      }),
    )
  })
})

describe('putting points in', () => {
  it('joins points of one date, and keeps the earliest first', () => {
    expect(putInto([april], march)).toEqual([march, april])
    expect(putInto([march, april], { ...march, points: 7 })).toEqual([
      { ...march, points: 107 },
      april,
    ])
  })

  it('leaves no empty lot behind', () => {
    expect(putInto([march], { ...april, points: 0 })).toEqual([march])
  })

  it('sorts by date and holds each date once, whatever came in', () => {
    fc.assert(
      fc.property(anyLots, (lots) => {
        const dates = lots.map((lot) => lot.expiresOn)
        expect(dates).toEqual([...new Set(dates)].sort())
        expect(lots.every((lot) => lot.points > 0)).toBe(true)
      }),
    )
  })
})

describe('taking points out', () => {
  it('takes the soonest-expiring first and says from where', () => {
    expect(takeEarliest([march, april, may], 120)).toEqual({
      lots: [{ ...april, points: 30 }, may],
      taken: [march, { ...april, points: 20 }],
    })
  })

  it('takes a lot to its last point without touching the next', () => {
    expect(takeEarliest([march, april], 100)).toEqual({ lots: [april], taken: [march] })
  })

  it('throws when asked for more than there is: the caller should have refused', () => {
    expect(() => takeEarliest([march], 101)).toThrow('1 points fewer')
  })

  it('takes from one date only, as much as there is', () => {
    expect(takeFrom([march, april], april.expiresOn, 70)).toEqual({ lots: [march], taken: [april] })
    expect(takeFrom([march, april], may.expiresOn, 70)).toEqual({ lots: [march, april], taken: [] })
    expect(takeFrom([march], march.expiresOn, 0)).toEqual({ lots: [march], taken: [] })
  })

  it('loses no point between what is left and what was taken, and leaves no earlier one', () => {
    fc.assert(
      fc.property(anyLots, fc.double({ min: 0, max: 1, noNaN: true }), (lots, share) => {
        const points = Math.floor(sumOf(lots) * share)
        const { lots: left, taken } = takeEarliest(lots, points)
        expect(sumOf(taken)).toBe(points)
        expect(taken.reduce<readonly Lot[]>(putInto, left)).toEqual(lots)
        const lastTakenOn = taken.at(-1)?.expiresOn ?? ''
        expect(left.every((lot) => lot.expiresOn >= lastTakenOn)).toBe(true)
      }),
    )
  })
})
