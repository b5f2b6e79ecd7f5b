import { takesEffectOf } from './rule-effect'
import { figuresOf, withRule } from './rule-figures'
import { newShop } from './shop'

const publishedAt = Date.parse('2026-11-29T10:00:00+08:00')
const shop = withRule(newShop, 'business-day', {
  version: 2,
  figures: { rolloverHour: 3 },
  publishedAt,
})

describe('from when a rule is in force', () => {
  it('is told of the day, which ends before it begins anew', () => {
    expect(takesEffectOf('business-day', { shop, todayOn: '2026-11-29' })).toBe(
      '2026年11月29日这一天到2026年11月30日 3 点结束，从此每天 3 点换日',
    )
  })

  it('is not told once it is, nor of rules that are in force at once', () => {
    expect(takesEffectOf('business-day', { shop, todayOn: '2026-11-30' })).toBeNull()
    expect(takesEffectOf('business-day', { shop: newShop, todayOn: '2026-11-29' })).toBeNull()
    expect(takesEffectOf('earn-by-spend', { shop, todayOn: '2026-11-29' })).toBeNull()
  })
})

describe('the hour of the day as a rule', () => {
  it('keeps what was before it, so that the past keeps its dates', () => {
    expect(shop.businessDay).toEqual({
      ruleId: 'business-day',
      version: 2,
      rolloverHour: 3,
      fromOn: '2026-11-30',
      earlier: [{ rolloverHour: 0, fromOn: null }],
    })
    expect(figuresOf('business-day', shop)).toEqual({ rolloverHour: 3 })
  })
})
