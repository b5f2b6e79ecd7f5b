import { measureOf, meritPartsOf, newTierRule, thresholdsOf, tierBy } from './tier-rule'

const figures = { paidFen: 123_456, monthVisits: 4, tenureMonths: 14, activeMonths: 9 }
const by = (method: typeof newTierRule.method) => ({ ...newTierRule, method })

describe('the number that is compared', () => {
  it.each([
    ['off', 0, 'plain'],
    ['amount', 123_456, 'silver'],
    ['frequency', 4, 'silver'],
    // 14 months at 1, 9 at 4.
    ['loyalty', 50, 'silver'],
    // Besides 24 for 1,234 yuan at 2 a hundred, and 4 purchases at 5.
    ['composite', 94, 'silver'],
  ] as const)('by %s is %i: %s', (method, measure, tier) => {
    expect(measureOf(figures, by(method))).toBe(measure)
    expect(tierBy(figures, by(method))).toBe(tier)
  })

  it('is the sum of its parts', () => {
    expect(meritPartsOf(figures, by('composite'))).toEqual({
      ...{ amount: 24, frequency: 20, tenure: 14, active: 36 },
    })
    expect(meritPartsOf(figures, by('loyalty'))).toMatchObject({ amount: 0, frequency: 0 })
  })

  it('has thresholds of its own kind', () => {
    expect(thresholdsOf(by('frequency'))).toEqual({ silver: 3, gold: 6, diamond: 9 })
    expect(thresholdsOf(by('amount')).diamond).toBe(1_000_000)
    expect(thresholdsOf(by('composite'))).toBe(newTierRule.merit)
  })
})
