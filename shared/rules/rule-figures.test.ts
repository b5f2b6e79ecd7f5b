import fc from 'fast-check'
import type { Figure, RuleFigures } from './figure-field'
import { problemsIn } from './rule-draft'
import { ruleFields, ruleIds } from './rule-fields'
import { earnRuleOf, figuresOf, withRule } from './rule-figures'
import { newShop, type Shop } from './shop'
import type { RuleId } from './shop-rules'

const figureFor = ({ unit, least, most, mayBeNone }: (typeof ruleFields)[RuleId][number]) => {
  const whole: fc.Arbitrary<Figure> = fc.integer({ min: least, max: most })
  if (unit === 'daysOfMonth') return fc.uniqueArray(fc.integer({ min: 1, max: 31 }))
  return mayBeNone ? fc.option(whole) : whole
}
const figuresFor = (ruleId: RuleId): fc.Arbitrary<RuleFigures> =>
  fc.record(Object.fromEntries(ruleFields[ruleId].map((each) => [each.name, figureFor(each)])))

describe('the figures of a rule', () => {
  it.each(ruleIds)('of %s lead to the rule and back, whatever they are', (ruleId) => {
    fc.assert(
      fc.property(figuresFor(ruleId), (figures) => {
        fc.pre(Object.keys(problemsIn(ruleId, figures)).length === 0)
        fc.pre(figures.maxSharePercent !== 0)
        const shop = withRule(newShop, ruleId, { version: 7, figures })
        expect(figuresOf(ruleId, shop)).toEqual(figures)
        expect(shop.ruleVersions).toEqual({ [ruleId]: 7 })
      }),
      { numRuns: 50 },
    )
  })

  it.each(ruleIds)('of %s in a new shop will do', (ruleId) => {
    expect(problemsIn(ruleId, figuresOf(ruleId, newShop))).toEqual({})
  })

  it('change their own rule and no other, and name its version', () => {
    const figures = { ...figuresOf('earn-by-spend', newShop), fenPerPoint: 200 }
    const changed = withRule(newShop, 'earn-by-spend', { version: 2, figures })
    const earnRule = { ...newShop.earnRule, version: 2, fenPerPoint: 200 }
    expect(changed).toEqual({ ...newShop, earnRule, ruleVersions: { 'earn-by-spend': 2 } })
  })

  it('offer no payment with points where points may cover 0 percent', () => {
    const ruleId = 'pay-with-points'
    const figures = { ...figuresOf(ruleId, newShop), maxSharePercent: 50 }
    const open: Shop = withRule(newShop, ruleId, { version: 2, figures })
    expect(open.payWithPoints).toMatchObject({ ruleId, version: 2, maxSharePercent: 50 })
    const closed = { ...figures, maxSharePercent: 0 }
    expect(withRule(open, ruleId, { version: 3, figures: closed }).payWithPoints).toBeNull()
  })

  it('of an old version, without what it did not know, are filled up as in a new shop', () => {
    const rule = earnRuleOf({ version: 1, figures: { fenPerPoint: 50 } })
    expect(rule).toEqual({ ...newShop.earnRule, version: 1, fenPerPoint: 50 })
  })
})
