import fc from 'fast-check'
import { accept, refuse } from '../refusal'
import {
  admitBuyer,
  admitCancel,
  admitPickup,
  admitRedemption,
  isPickupOver,
  type RedemptionState,
  type RewardTerms,
  saleStateOf,
} from './redemption'

const reward: RewardTerms = {
  pricePoints: 500,
  leftCount: 5,
  limitPerMember: 2,
  saleFromOn: '2026-03-10',
  saleUntilOn: '2026-03-31',
}
const buyer = { isFrozen: false, balancePoints: 500, redeemedCount: 0, todayOn: '2026-03-20' }

describe('whether a reward is for sale', () => {
  it.each([
    ['2026-03-09', 5, 'upcoming'],
    ['2026-03-10', 5, 'onSale'],
    ['2026-03-31', 5, 'onSale'],
    ['2026-04-01', 5, 'ended'],
    ['2026-03-20', 0, 'soldOut'],
    ['2026-03-09', 0, 'upcoming'],
    ['2026-04-01', 0, 'ended'],
  ])('on %s with %i left it is %s', (todayOn, leftCount, state) => {
    expect(saleStateOf({ ...reward, leftCount }, todayOn)).toBe(state)
  })

  it('is for sale on every day when no dates are set', () => {
    const always = { ...reward, saleFromOn: null, saleUntilOn: null }
    expect(saleStateOf(always, '2020-01-01')).toBe('onSale')
    expect(saleStateOf(always, '2050-01-01')).toBe('onSale')
  })
})

const dayLimit = refuse('REDEMPTION_DAY_LIMIT', { limitCount: 1 })
const below = refuse('REWARD_TIER', { tierFrom: 'gold' })

describe('who may redeem', () => {
  it('admits who has exactly the price', () => {
    expect(admitRedemption(reward, buyer)).toEqual(accept(null))
  })

  it.each([
    [
      'a point is missing',
      { balancePoints: 499 },
      refuse('POINTS_INSUFFICIENT', { missingPoints: 1 }),
    ],
    ['her points are frozen', { isFrozen: true }, refuse('ACCOUNT_FROZEN')],
    ['she has her two', { redeemedCount: 2 }, refuse('REDEMPTION_LIMIT', { limitCount: 2 })],
    ['she had hers today', { limitPerDay: 1, redeemedTodayCount: 1 }, dayLimit],
    ['her level is below', { tierFrom: 'gold' as const, tier: 'silver' as const }, below],
    ['she has no level yet', { tierFrom: 'gold' as const }, below],
    ['none is left', { leftCount: 0 }, refuse('SOLD_OUT')],
    ['it is too early', { todayOn: '2026-03-09' }, refuse('REWARD_NOT_ON_SALE')],
    ['it is too late', { todayOn: '2026-04-01' }, refuse('REWARD_NOT_ON_SALE')],
  ])('refuses when %s', (_why, change, refused) => {
    expect(admitRedemption({ ...reward, ...change }, { ...buyer, ...change })).toEqual(refused)
  })

  it('admits her level and every higher one, and a second one on another day', () => {
    const gated = { ...reward, tierFrom: 'gold', limitPerDay: 1 } as const
    expect(admitRedemption(gated, { ...buyer, tier: 'gold' })).toEqual(accept(null))
    const later = { ...buyer, tier: 'diamond', redeemedCount: 1, redeemedTodayCount: 0 } as const
    expect(admitRedemption(gated, later)).toEqual(accept(null))
  })

  it('tells the reason that waiting or saving could not change first', () => {
    const broke = { ...buyer, balancePoints: 0, redeemedCount: 9 }
    expect(admitRedemption({ ...reward, leftCount: 0 }, broke)).toEqual(refuse('SOLD_OUT'))
    expect(admitRedemption(reward, broke)).toMatchObject({ code: 'REDEMPTION_LIMIT' })
  })

  it('the button and the decision never differ while the reward is for sale', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(4), (balancePoints, redeemedCount) => {
        const who = { ...buyer, balancePoints, redeemedCount }
        expect(admitRedemption(reward, who)).toEqual(admitBuyer(reward, who))
      }),
    )
  })
})

describe('the pick-up code', () => {
  const pickup = (state: RedemptionState) => ({ state, expiresOn: '2026-04-19' })

  it.each(['2026-03-20', '2026-04-19'])('is good on %s, handed over or cancelled', (todayOn) => {
    expect(admitPickup(pickup('waiting'), todayOn)).toEqual(accept(null))
    expect(admitCancel(pickup('waiting'), todayOn)).toEqual(accept(null))
    expect(isPickupOver(pickup('waiting'), todayOn)).toBe(false)
  })

  it.each([
    ['2026-03-20', 'collected', ['PICKUP_USED', 'REDEMPTION_COLLECTED']],
    ['2026-12-01', 'collected', ['PICKUP_USED', 'REDEMPTION_COLLECTED']],
    ['2026-03-20', 'cancelled', ['REDEMPTION_CANCELLED', 'REDEMPTION_CANCELLED']],
    ['2026-12-01', 'cancelled', ['REDEMPTION_CANCELLED', 'REDEMPTION_CANCELLED']],
    ['2026-03-20', 'expired', ['PICKUP_EXPIRED', 'PICKUP_EXPIRED']],
    ['2026-04-20', 'waiting', ['PICKUP_EXPIRED', 'PICKUP_EXPIRED']],
  ] as const)('on %s, %s, is refused', (todayOn, state, [handOver, cancel]) => {
    expect(admitPickup(pickup(state), todayOn)).toEqual(refuse(handOver))
    expect(admitCancel(pickup(state), todayOn)).toEqual(refuse(cancel))
  })

  it('is over after its last day, but what was fetched or cancelled never runs out', () => {
    expect(isPickupOver(pickup('waiting'), '2026-04-20')).toBe(true)
    expect(isPickupOver(pickup('collected'), '2026-04-20')).toBe(false)
    expect(isPickupOver(pickup('cancelled'), '2026-04-20')).toBe(false)
  })
})
