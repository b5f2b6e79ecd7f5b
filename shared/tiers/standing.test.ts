import { keepGapOf, nextTierOf } from './gap'
import { settleTier } from './settling'
import { standingOn } from './standing'
import { joinTier, noTally, partTier, type TierTally, withPurchase, withRefund } from './tally'
import { newTierRule, type TierRule } from './tier-rule'

const rule = newTierRule
let minute = 0

function bought(paidFen: number, on: string, by: TierRule = rule) {
  return (tally: TierTally): TierTally => {
    minute += 60
    const purchase = { storeId: 'a', on, at: minute * 60_000, paidFen }
    const world = { rule: by, todayOn: on }
    return settleTier(tally, world, (so) => withPurchase(so, purchase, on)).tally
  }
}

function having(...steps: readonly ((tally: TierTally) => TierTally)[]): TierTally {
  return steps.reduce((tally, step) => step(tally), noTally)
}

/** As the job leaves it. */
function told(tally: TierTally, todayOn: string): TierTally {
  return settleTier({ ...tally, toldTier: tally.tier }, { rule, todayOn }).tally
}

function refunded(paidFen: number, on: string, { todayOn = on, leftFen = 0 } = {}) {
  return (tally: TierTally): TierTally =>
    settleTier(tally, { rule, todayOn }, (so) =>
      withRefund(so, { storeId: 'a', on, at: null, paidFen }, { leftFen }),
    ).tally
}

describe('a level by what was paid', () => {
  it.each([
    [99_999, 'plain'],
    [100_000, 'silver'],
    [499_999, 'silver'],
    [500_000, 'gold'],
    [1_000_000, 'diamond'],
  ] as const)('of %i fen is %s', (paidFen, tier) => {
    expect(having(bought(paidFen, '2026-03-10')).tier).toBe(tier)
  })

  it('falls at once when a refund leaves one fen too little', () => {
    const tally = having(bought(60_000, '2026-03-10'), bought(40_000, '2026-03-11'))
    expect(tally).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
    expect(refunded(1, '2026-03-11', { leftFen: 39_999 })(tally).tier).toBe('plain')
    expect(refunded(40_000, '2026-03-11')(tally)).toMatchObject({
      ...{ tier: 'plain', keepUntilOn: null, nextOn: null },
      months: [{ month: '2026-03', paidFen: 60_000, visits: 1 }],
    })
  })

  it('stays until its last day though purchases leave the twelve months', () => {
    const tally = having(bought(100_000, '2026-03-10'))
    expect(standingOn(tally, rule, '2027-03-31').tier).toBe('silver')
    const late = refunded(5, '2027-03-01', { todayOn: '2027-03-20', leftFen: 5 })(
      having(bought(100_000, '2026-03-10'), bought(10, '2027-03-01')),
    )
    expect(late.tier).toBe('silver')
  })
})

describe('the end of a level', () => {
  const silver = having(bought(100_000, '2026-03-10'))
  const on = (tally: TierTally, todayOn: string) => standingOn(tally, rule, todayOn)

  it('is told thirty days ahead with what is missing by then', () => {
    expect(silver.nextOn).toBe('2026-03-10')
    expect(told(silver, '2026-03-10').nextOn).toBe('2027-03-01')
    const more = bought(30_000, '2026-09-05')(silver)
    const standing = on(more, '2027-03-01')
    expect(keepGapOf(more, rule, { standing, todayOn: '2027-03-01' })).toBe(70_000)
  })

  it('comes after thirty days of grace, one step at a time', () => {
    expect(on(silver, '2027-04-01')).toMatchObject({
      ...{ tier: 'silver', graceUntilOn: '2027-04-30' },
    })
    expect(on(silver, '2027-04-30').tier).toBe('silver')
    expect(on(silver, '2027-05-01')).toMatchObject({ tier: 'plain', keepUntilOn: null })
    const gold = having(bought(500_000, '2026-03-10'))
    expect(on(gold, '2027-05-01')).toMatchObject({ tier: 'silver', keepUntilOn: '2028-03-31' })
    expect(on(gold, '2028-05-01').tier).toBe('plain')
  })

  it('does not come to who has enough again, nor to who makes up for it in time', () => {
    const kept = bought(100_000, '2027-01-05')(silver)
    expect(on(kept, '2027-04-01')).toMatchObject({ tier: 'silver', keepUntilOn: '2028-03-31' })
    const made = bought(100_000, '2027-04-30')(silver)
    expect(made).toMatchObject({ tier: 'silver', keepUntilOn: '2028-03-31' })
    expect(bought(100_000, '2027-05-01')(silver)).toMatchObject({
      ...{ tier: 'silver', keepUntilOn: '2028-05-31' },
    })
  })

  it('that a review put off is not brought back by a refund, the upgrade since then is', () => {
    const kept = bought(10_000, '2027-04-02')(bought(100_000, '2027-01-05')(silver))
    const upgraded = bought(390_000, '2027-04-03')(kept)
    expect(upgraded.tier).toBe('gold')
    const withoutGold = refunded(390_000, '2027-04-03')(upgraded)
    expect(withoutGold).toMatchObject({ tier: 'silver', keepUntilOn: '2028-03-31' })
    const withoutAll = refunded(100_000, '2027-01-05', { todayOn: '2027-04-04' })(withoutGold)
    expect(withoutAll).toMatchObject({ tier: 'silver', keepUntilOn: '2028-03-31' })
    expect(standingOn(withoutAll, rule, '2028-05-01').tier).toBe('plain')
  })
})

describe('other ways of counting', () => {
  it('three purchases of one calendar month, a split bill being one', () => {
    const by: TierRule = { ...rule, method: 'frequency' }
    const days = ['2026-03-01', '2026-03-02', '2026-03-31'] as const
    expect(having(...days.map((day) => bought(100, day, by))).tier).toBe('silver')
    const over = ['2026-03-30', '2026-03-31', '2026-04-01'] as const
    expect(having(...over.map((day) => bought(100, day, by))).tier).toBe('plain')
  })

  it('a yearly cycle begins anew, and what it brought lasts to the end of the next', () => {
    const by: TierRule = { ...rule, window: 'cycle' }
    const tally = having(bought(90_000, '2026-12-31', by), bought(90_000, '2027-01-01', by))
    expect(tally.tier).toBe('plain')
    expect(bought(10_000, '2027-01-02', by)(tally)).toMatchObject({
      ...{ tier: 'silver', keepUntilOn: '2028-12-31' },
    })
  })

  it('over all time nothing ends', () => {
    const by: TierRule = { ...rule, window: 'lifetime' }
    const tally = having(bought(60_000, '2026-03-10', by), bought(40_000, '2032-03-10', by))
    expect(tally).toMatchObject({ tier: 'silver', keepUntilOn: null })
    expect(tally.earlier.paidFen).toBe(60_000)
    expect(tally.months).toHaveLength(1)
  })

  it('loyalty rises by time alone, and the day is known ahead', () => {
    const by: TierRule = { ...rule, method: 'loyalty', window: 'lifetime' }
    const weights = { ...by.weights, tenure: 10, activity: 0 }
    const tally = having(bought(100, '2026-03-10', { ...by, weights }))
    expect(tally).toMatchObject({ tier: 'plain', nextOn: '2026-08-01' })
    expect(standingOn(tally, { ...by, weights }, '2026-07-31').tier).toBe('plain')
    expect(standingOn(tally, { ...by, weights }, '2026-08-01').tier).toBe('silver')
  })

  it('a shop without levels counts, and everybody is plain', () => {
    const tally = having(bought(900_000, '2026-03-10', { ...rule, method: 'off' }))
    expect(tally).toMatchObject({ tier: 'plain', nextOn: null })
    expect(standingOn(tally, rule, '2026-03-10').tier).toBe('gold')
  })
})

it('names the next level and what is missing', () => {
  const tally = having(bought(123_400, '2026-03-10'))
  const todayOn = '2026-03-10'
  expect(nextTierOf(tally, rule, { tier: 'silver', todayOn })).toEqual({
    ...{ tierId: 'gold', threshold: 500_000, gap: 376_600 },
  })
  expect(nextTierOf(tally, rule, { tier: 'diamond', todayOn })).toBeNull()
  const by: TierRule = { ...rule, method: 'frequency' }
  const monthly = having(bought(1, '2026-03-01', by), bought(1, '2026-03-02', by))
  const at = (on: string) => nextTierOf(monthly, by, { tier: 'plain', todayOn: on })?.gap
  // What was bought in March helps no other month.
  expect([at('2026-03-20'), at('2026-04-01')]).toEqual([1, 3])
})

describe('two memberships that become one', () => {
  const mine = having(bought(60_000, '2026-03-10'), bought(1_000, '2026-04-10'))
  const other = having(bought(70_000, '2026-03-20'))
  const silver = having(bought(100_000, '2026-03-20'))

  it('count together', () => {
    const { tally } = settleTier(joinTier(mine, other), { rule, todayOn: '2026-05-01' })
    expect(tally).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
    expect(tally.months[0]).toEqual({ month: '2026-03', paidFen: 130_000, visits: 2 })
  })

  it('keep the better level of the two', () => {
    expect(joinTier(mine, silver)).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
    expect(joinTier(silver, mine)).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
  })

  it.each([
    ['neither has reached anything', mine, other],
    ['the other one had a level', mine, silver],
    ['her own level', silver, mine],
    ['nothing came', mine, noTally],
    ['nothing was there', noTally, silver],
  ])('are parted again: %s', (_name, own, brought) => {
    const joined = settleTier(joinTier(own, brought), { rule, todayOn: '2026-05-01' }).tally
    const { tally } = settleTier(partTier(joined, brought), { rule, todayOn: '2026-05-02' })
    expect(tally).toMatchObject({ ...own, version: 1 })
  })
})
