import { countOn, countRedeemed, countReturned, joinRedeemed } from './redeemed-today'

const today = '2026-03-10'
const tomorrow = '2026-03-11'

describe('what was redeemed today', () => {
  it('counts each reward by itself, and begins anew on the next date', () => {
    const once = countRedeemed(null, 'eggs', today)
    const thrice = countRedeemed(countRedeemed(once, 'eggs', today), 'milk', today)
    expect(['eggs', 'milk', 'mug'].map((id) => countOn(thrice, id, today))).toEqual([2, 1, 0])
    expect(countOn(thrice, 'eggs', tomorrow)).toBe(0)
    expect(countRedeemed(thrice, 'milk', tomorrow)).toEqual({ on: tomorrow, counts: { milk: 1 } })
  })

  it('takes back what is cancelled on its date, and nothing of another one', () => {
    const once = countRedeemed(null, 'eggs', today)
    expect(countOn(countReturned(once, 'eggs', today), 'eggs', today)).toBe(0)
    const later = countRedeemed(once, 'eggs', tomorrow)
    expect(countReturned(later, 'eggs', today)).toEqual(later)
    expect(countReturned(null, 'eggs', today)).toBeNull()
    expect(countReturned(undefined, 'eggs', today)).toBeNull()
  })

  it('is joined when two memberships become one, and parted again', () => {
    const mine = countRedeemed(null, 'eggs', today)
    const hers = countRedeemed(countRedeemed(null, 'eggs', today), 'milk', today)
    const joined = joinRedeemed(mine, hers)
    expect(joined).toEqual({ on: today, counts: { eggs: 2, milk: 1 } })
    expect(joinRedeemed(joined, hers, -1)).toEqual({ on: today, counts: { eggs: 1, milk: 0 } })
    expect(joinRedeemed(null, hers)).toEqual(hers)
    expect(joinRedeemed(hers, null)).toEqual(hers)
    expect(joinRedeemed(undefined, undefined)).toBeNull()
    expect(joinRedeemed(null, hers, -1)).toBeNull()
    expect(joinRedeemed(mine, countRedeemed(null, 'eggs', tomorrow))?.on).toBe(tomorrow)
  })
})
