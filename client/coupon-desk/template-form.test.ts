import { noLimits } from '@shared/coupons/coupon-limits'
import type { TemplateFields } from '@shared/coupons/template'
import { emptyForm, formOf, readForm, type TemplateForm } from './template-form'

const TODAY = '2026-11-21'
const empty = emptyForm(TODAY)
const fiveOff: TemplateForm = {
  ...{ ...empty, title: ' 满30减5 ', typed: { faceFen: '5' }, threshold: '30' },
}
const fields: TemplateFields = {
  ...{ kind: 'percent', percentOff: 15, capFen: 3_050, title: '八五折', thresholdFen: 5_000 },
  ...{ validFromOn: '2026-12-01', validUntilOn: '2026-12-31' },
  limits: {
    ...noLimits,
    storeIds: ['east'],
    weekdays: [1, 7],
    hours: [{ from: '20:00', until: '24:00' }],
    categories: ['水果', '蔬菜'],
  },
  ...{ stackGroup: 'group-a', transferable: true },
}

describe('the form of a template', () => {
  it('reads what was typed as fen, days and lists', () => {
    expect(readForm(fiveOff).wish).toEqual({
      ...{ kind: 'amountOff', faceFen: 500, title: '满30减5', thresholdFen: 3_000, validDays: 30 },
      ...{ limits: noLimits, stackGroup: null, transferable: false },
    })
  })

  it('shows a template again as it was written', () => {
    const form = formOf(fields, TODAY)
    expect(form.typed).toEqual({ percentOff: '8.5', capFen: '30.5' })
    expect(form.categories).toBe('水果、蔬菜')
    expect(readForm(form).wish).toEqual(fields)
  })

  it.each([
    ['no name', { title: ' ' }, 'title'],
    ['no face', { typed: {} }, 'faceFen'],
    ['a threshold that is no more than the face', { threshold: '5' }, 'threshold'],
    ['a threshold that is no amount', { threshold: '三十' }, 'threshold'],
    ['no day', { validDays: '0' }, 'validDays'],
    ['too many days', { validDays: '731' }, 'validDays'],
    ['no last day', { validBy: 'dates' }, 'validUntilOn'],
    [
      'a last day before the first',
      { validBy: 'dates', validUntilOn: '2026-11-20' },
      'validUntilOn',
    ],
    ['hours that end before they begin', { hours: [{ from: '10:00', until: '08:00' }] }, 'hours'],
    ['a category that is a sentence', { categories: '很'.repeat(21) }, 'categories'],
  ] satisfies [string, Partial<TemplateForm>, string][])('refuses %s', (_what, part, field) => {
    const { wish, problems } = readForm({ ...fiveOff, ...part })
    expect(wish).toBeNull()
    expect(Object.keys(problems)).toEqual([field])
  })

  it.each([
    ['0', null],
    ['10', null],
    ['8.55', null],
    ['9.9', 1],
    ['0.1', 99],
  ])('reads %s折 as the share that comes off', (typed, percentOff) => {
    const form = {
      ...fiveOff,
      kind: 'percent',
      typed: { percentOff: typed, capFen: '30' },
    } as const
    expect(readForm(form).wish).toEqual(
      percentOff === null ? null : expect.objectContaining({ percentOff }),
    )
  })

  it('asks for no threshold of a thing that is handed over', () => {
    const form = { ...fiveOff, kind: 'gift', typed: { thing: '曲奇' }, threshold: 'x' } as const
    expect(readForm(form).wish).toMatchObject({ kind: 'gift', thing: '曲奇', thresholdFen: 0 })
  })
})
