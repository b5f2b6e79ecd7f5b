import { noCare } from '../../shared/gifts/care'
import { withPurchase } from '../../shared/tiers/tally'
import {
  areTalliesSpent,
  joinTallies,
  noTallies,
  partTallies,
  type Tallies,
  talliesOf,
} from './tallies'

const tagOf = (tag: string) => ({ tag, byName: '顾明远', on: '2026-03-01' })
const own: Tallies = {
  ...noTallies,
  earned: { on: '2026-03-10', dayPoints: 30, monthPoints: 50 },
  forgotten: { month: '2026-03', count: 1 },
  redeemedCounts: { eggs: 1 },
  redeemedToday: { on: '2026-03-10', counts: { eggs: 1 } },
  noticed: [{ expiresOn: '2026-03-31', daysAhead: 7 }],
  grants: ['welcome:a:once'],
  stamps: [{ purchaseId: 'p1', on: '2026-03-09' }],
  tier: withPurchase(
    noTallies.tier,
    { storeId: 'a', on: '2026-03-09', at: null, paidFen: 5_000 },
    '2026-03-09',
  ),
  checkIns: [{ pressed: { '2026-03': 0b111 }, madeUp: [], bonuses: [] }],
  care: { ...noCare, boughtCount: 2, tags: [tagOf('老邻居')] },
  wish: { rewardId: 'eggs', title: '鸡蛋', pricePoints: 60, isReached: false },
}
const other: Tallies = {
  ...noTallies,
  earned: { on: '2026-03-10', dayPoints: 5, monthPoints: 5 },
  forgotten: { month: '2026-03', count: 2 },
  redeemedCounts: { eggs: 2, milk: 1 },
  redeemedToday: { on: '2026-03-10', counts: { eggs: 1, milk: 1 } },
  grants: ['welcome:b:once'],
  stamps: [{ purchaseId: 'p2', on: '2026-03-10' }],
  tier: withPurchase(
    noTallies.tier,
    { storeId: 'a', on: '2026-03-10', at: null, paidFen: 7_000 },
    '2026-03-10',
  ),
  checkIns: [{ pressed: { '2026-03': 0b110 }, madeUp: [], bonuses: [] }],
  care: { ...noCare, boughtCount: 1, tags: [tagOf('素食')] },
  wish: { rewardId: 'milk', title: '牛奶', pricePoints: 90, isReached: false },
}

describe('the tallies of two memberships', () => {
  it('are joined, each by its own rule', () => {
    expect(joinTallies(own, other)).toEqual({
      recentSettles: [],
      earned: { on: '2026-03-10', dayPoints: 35, monthPoints: 55 },
      forgotten: { month: '2026-03', count: 3 },
      redeemedCounts: { eggs: 3, milk: 1 },
      redeemedToday: { on: '2026-03-10', counts: { eggs: 2, milk: 1 } },
      noticed: own.noticed,
      grants: ['welcome:a:once', 'welcome:b:once'],
      stamps: [
        { purchaseId: 'p1', on: '2026-03-09' },
        { purchaseId: 'p2', on: '2026-03-10' },
      ],
      tier: {
        ...own.tier,
        ...{ months: [{ month: '2026-03', paidFen: 12_000, visits: 2 }], nextOn: '2000-01-01' },
        kept: expect.any(Array),
      },
      checkIns: [...own.checkIns, ...other.checkIns],
      care: { ...noCare, boughtCount: 3, tags: [tagOf('老邻居'), tagOf('素食')] },
      wish: own.wish,
    })
  })

  it('are parted again into what they were', () => {
    const parted = partTallies(joinTallies(own, other), other)
    // The job looks at her level at once, either time.
    const tier = { ...own.tier, nextOn: '2000-01-01' }
    const redeemedToday = { on: '2026-03-10', counts: { eggs: 1, milk: 0 } }
    const counts = { redeemedCounts: { eggs: 1, milk: 0 }, redeemedToday }
    expect(parted).toEqual({ ...own, ...counts, tier })
  })

  it('stay as they are when the other one has none', () => {
    expect(joinTallies(own, noTallies)).toEqual(own)
    expect(partTallies(own, noTallies)).toEqual(own)
    expect(joinTallies(noTallies, other).wish).toEqual(other.wish)
  })

  it('are taken out of an account, and nothing else of it', () => {
    const account = { ...own, balancePoints: 5, seq: 3 }
    expect(talliesOf(account)).toEqual(own)
  })

  it('cannot be parted once a stamp of the other one has filled a card', () => {
    const joined = joinTallies(own, other)
    expect(areTalliesSpent(joined, other)).toBe(false)
    const filled = { ...joined, stamps: [] }
    expect(areTalliesSpent(filled, other)).toBe(true)
    expect(areTalliesSpent(filled, noTallies)).toBe(false)
  })
})
