import { distanceTo, type Goal, goalsToShow, newlyReached, pinned } from './goals'
import type { Buyer, RewardTerms } from './redemption'

const reward: RewardTerms = {
  ...{ pricePoints: 300, leftCount: 5, limitPerMember: 2 },
  ...{ saleFromOn: null, saleUntilOn: null },
}
const buyer: Buyer = {
  ...{ isFrozen: false, balancePoints: 120, redeemedCount: 0, todayOn: '2026-03-10' },
}

describe('how far a reward is', () => {
  const cases: {
    when: string
    terms?: Partial<RewardTerms>
    her?: Partial<Buyer>
    is: number | null
  }[] = [
    { when: 'points are missing', is: 180 },
    { when: 'the last point has come', her: { balancePoints: 300 }, is: 0 },
    { when: 'it is sold out', terms: { leftCount: 0 }, is: null },
    { when: 'it begins tomorrow', terms: { saleFromOn: '2026-03-11' }, is: null },
    { when: 'she has had as many as she may', her: { redeemedCount: 2 }, is: null },
    { when: 'her level is too low', terms: { tierFrom: 'gold' }, is: null },
    { when: 'her points are frozen', her: { isFrozen: true }, is: null },
  ]

  it.each(cases)('when $when', ({ terms, her, is }) => {
    expect(distanceTo({ ...reward, ...terms }, { ...buyer, ...her })).toBe(is)
  })
})

/** Of somebody with 100 points. */
const goalOf = (pricePoints: number): Goal => ({
  pricePoints,
  missingPoints: Math.max(pricePoints - 100, 0),
})

describe('the three that home shows', () => {
  it.each([
    [
      'the dearest that she may have, and the two that are nearest',
      [20, 90, 60, 110, 500, 130],
      [90, 110, 130],
    ],
    ['all that she may have when nothing is ahead', [20, 90, 60, 10], [20, 60, 90]],
    ['more of what she may have where little is ahead', [20, 90, 60, 110], [60, 90, 110]],
    ['the nearest where she may have nothing', [400, 110, 500, 130], [110, 130, 400]],
    ['the only one', [110], [110]],
    ['none', [], []],
  ])('are %s', (_which, prices, shown) => {
    expect(goalsToShow(prices.map(goalOf)).map(({ pricePoints }) => pricePoints)).toEqual(shown)
  })
})

describe('a wish', () => {
  const eggs = { rewardId: 'eggs', title: '鸡蛋', pricePoints: 300 }

  it('is news once, when the points that it takes are there', () => {
    const wish = pinned(eggs, 299)
    expect(newlyReached(wish, 299)).toBeNull()
    const reached = newlyReached(wish, 300)
    expect(reached).toEqual({ ...eggs, isReached: true })
    expect(newlyReached(reached, 900)).toBeNull()
  })

  it('is no news where she could have it when she pinned it, nor where there is none', () => {
    expect(newlyReached(pinned(eggs, 300), 800)).toBeNull()
    expect(newlyReached(null, 800)).toBeNull()
  })
})
