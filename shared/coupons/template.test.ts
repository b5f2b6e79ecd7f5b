import { noLimits } from './coupon-limits'
import {
  type TemplateFields,
  templateBodyOf,
  templateFieldsOf,
  unknownStoreAt,
  validityMisfitOf,
} from './template'

const common = {
  ...{ title: '券', thresholdFen: 0, limits: noLimits, stackGroup: null, transferable: false },
  validDays: 30,
}
const one: readonly TemplateFields[] = [
  { ...common, kind: 'amountOff', faceFen: 500 },
  { ...common, kind: 'percent', percentOff: 15, capFen: 2_000 },
  { ...common, kind: 'gift', thing: '小蛋糕' },
  { ...common, kind: 'exchange', thing: '帆布袋', priceFen: 990 },
  { ...common, kind: 'freight', capFen: 600 },
]

describe('a template', () => {
  it.each(one)('of kind $kind is the same again, field by field', (fields) => {
    expect(templateFieldsOf(templateBodyOf(fields))).toEqual(fields)
  })

  it('keeps two dates as such, and nothing that is no field of its kind', () => {
    const dates = { validDays: undefined, validFromOn: '2026-03-01', validUntilOn: '2026-03-31' }
    const fields = { ...common, ...dates, kind: 'gift', thing: '小蛋糕', faceFen: 1 } as const
    expect(templateBodyOf(fields)).toEqual({
      ...{ title: '券', thresholdFen: 0, limits: noLimits, stackGroup: null, transferable: false },
      ...{ kind: 'gift', thing: '小蛋糕' },
      validity: { validFromOn: '2026-03-01', validUntilOn: '2026-03-31' },
    })
  })

  it('names the first store that the shop has not', () => {
    const stores = [{ storeId: 'wutong' }, { storeId: 'hebin' }]
    const at = (...storeIds: string[]) =>
      unknownStoreAt({ limits: { ...noLimits, storeIds } }, stores)
    expect([at(), at('hebin', 'wutong'), at('wutong', 'north', 'south')]).toEqual([-1, -1, 1])
  })
})

describe('the days of a template', () => {
  const from = '2026-03-01'
  it.each([
    [{ validDays: 30 }, null],
    [{ validFromOn: from, validUntilOn: from }, null],
    [{}, 'validDays'],
    [{ validDays: 30, validFromOn: from }, 'validDays'],
    [{ validDays: 30, validUntilOn: from }, 'validDays'],
    [{ validFromOn: from }, 'validUntilOn'],
    [{ validUntilOn: from }, 'validFromOn'],
    [{ validFromOn: from, validUntilOn: '2026-02-28' }, 'validUntilOn'],
  ])('%j are one validity, but for %s', (fields, misfit) => {
    expect(validityMisfitOf(fields)).toBe(misfit)
  })
})
