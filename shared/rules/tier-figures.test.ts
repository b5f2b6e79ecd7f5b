import { newTierRule } from '../tiers/tier-rule'
import { problemsIn } from './rule-draft'
import { figuresOf, withRule } from './rule-figures'
import { newShop } from './shop'
import { tierFiguresOf } from './tier-figures'

const figures = figuresOf('member-tiers', newShop)

describe('the figures of the levels', () => {
  it('make the rule that they were read from', () => {
    const tierRule = {
      ...newTierRule,
      method: 'composite',
      window: 'cycle',
      contactFrom: 'gold',
    } as const
    const shop = withRule(newShop, 'member-tiers', { version: 2, figures: tierFiguresOf(tierRule) })
    expect(shop.tierRule).toEqual({ ...tierRule, version: 2 })
  })

  it.each([
    [{ goldFen: 100_000 }, 'goldFen'],
    [{ method: 2, diamondVisits: 6 }, 'diamondVisits'],
    [
      { method: 4, amountWeight: 0, frequencyWeight: 0, tenureWeight: 0, activeWeight: 0 },
      'amountWeight',
    ],
    [{ method: 3, tenureWeight: 0, activeWeight: 0 }, 'tenureWeight'],
    [{ silverLead: 20 }, 'goldLead'],
    [{ cycleMonth: 13 }, 'cycleMonth'],
  ])('that will not do are named: %j', (change, field) => {
    expect(Object.keys(problemsIn('member-tiers', { ...figures, ...change }))).toEqual([field])
  })

  it('of another way of counting do not matter', () => {
    expect(problemsIn('member-tiers', { ...figures, goldVisits: 1 })).toEqual({})
  })
})
