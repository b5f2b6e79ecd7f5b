import { bought, having, refunded, told } from '../../dev/harness/tier-steps'
import { keepGapOf } from './gap'
import { standingOn } from './standing'
import type { TierTally } from './tally'
import { newTierRule, type TierRule } from './tier-rule'

const rule = newTierRule
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
    const weights = { ...by.weights, tenure: 10, active: 0 }
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
