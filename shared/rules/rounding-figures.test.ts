import { roundingFields } from './rounding-figures'
import { fieldText, problemsIn } from './rule-draft'
import { figuresOf, withRule } from './rule-figures'
import { newShop } from './shop'

describe('the figures of 抹零', () => {
  it('leave nothing off in a new shop', () => {
    expect(newShop.rounding.downTo).toBe('fen')
    const [downTo] = roundingFields
    const figures = figuresOf('rounding', newShop)
    expect(downTo && fieldText(downTo, figures.downTo ?? null)).toBe('不抹零')
  })

  it.each([
    [0, 'fen'],
    [1, 'jiao'],
    [2, 'yuan'],
  ] as const)('by their choice %i round down to the %s', (downTo, wanted) => {
    const figures = { downTo, mostFen: 50 }
    const { rounding } = withRule(newShop, 'rounding', { version: 3, figures })
    expect(rounding).toEqual({ ruleId: 'rounding', version: 3, downTo: wanted, mostFen: 50 })
  })

  it.each([
    [{ downTo: 2, mostFen: 99 }, []],
    [{ downTo: 2, mostFen: 100 }, ['mostFen']],
    [{ downTo: 1, mostFen: 0 }, ['mostFen']],
    [{ downTo: 3, mostFen: 9 }, ['downTo']],
  ])('that will not do are named: %j', (figures, wanted) => {
    expect(Object.keys(problemsIn('rounding', figures))).toEqual(wanted)
  })
})
