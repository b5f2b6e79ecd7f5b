import { bought, having, told } from '../../dev/harness/tier-steps'
import { settleTier, stepsBetween } from './settling'
import { withPurchase } from './tally'
import { newTierRule } from './tier-rule'

const rule = newTierRule

describe('the next tally', () => {
  const silver = told(having(bought(100_000, '2026-03-10')), '2026-03-10')

  it('writes down what was due before it counts anything', () => {
    const late = { storeId: 'a', on: '2027-05-02', at: null, paidFen: 100_000 }
    const world = { rule, todayOn: '2027-05-02' }
    const { reviews, before, after, tally } = settleTier(silver, world, (so) =>
      withPurchase(so, late, '2027-05-02'),
    )
    expect(reviews).toEqual([{ untilOn: '2027-03-31', from: 'silver', to: 'plain' }])
    expect([before.tier, after.tier]).toEqual(['plain', 'silver'])
    expect(tally.kept).toEqual([{ tier: 'plain', fromMonth: '2027-04', untilOn: null }])
  })

  it('says when it is to be looked at next', () => {
    const on = (todayOn: string, part = {}) =>
      settleTier({ ...silver, ...part }, { rule, todayOn }).tally.nextOn
    expect(on('2026-06-01')).toBe('2027-03-01')
    expect(on('2027-03-01', { toldAhead: '2027-03-31' })).toBe('2027-04-01')
    expect(on('2027-04-01', { toldAhead: '2027-03-31', toldGrace: '2027-03-31' })).toBe(
      '2027-05-01',
    )
    expect(on('2026-06-01', { toldTier: 'gold' })).toBe('2026-06-01')
    expect(
      settleTier(silver, { rule: { ...rule, method: 'off' }, todayOn: '2026-06-01' }),
    ).toMatchObject({ tally: { tier: 'plain', nextOn: null } })
  })

  it('counts steps up and down', () => {
    expect([stepsBetween('plain', 'gold'), stepsBetween('gold', 'silver')]).toEqual([2, -1])
  })
})
