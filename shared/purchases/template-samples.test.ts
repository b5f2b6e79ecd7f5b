import { plainRight, type TemplateBody } from '../coupons/coupon'
import { noLimits } from '../coupons/coupon-limits'
import { newShop } from '../rules/shop'
import { tryTemplate } from './template-samples'

const common = { ...plainRight, title: '券', validity: { validDays: 30 } }
const fiveOff: TemplateBody = { ...common, kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 }
const tried = (body: TemplateBody) => tryTemplate(body, newShop.earnRule)

describe('a template on three bills', () => {
  it('is worked out step by step, as the till would', () => {
    const [small, usual, large] = tried(fiveOff)
    expect(small).toMatchObject({
      ...{ name: 'small', payableFen: null, steps: [] },
      refusal: { code: 'COUPON_THRESHOLD', missingFen: 1_150 },
    })
    expect(usual?.steps.map(({ kind, changeFen }) => [kind, changeFen])).toEqual([
      ['goods', 12_800],
      ['coupon', -500],
      ['freight', 600],
    ])
    expect([usual?.payableFen, large?.payableFen]).toEqual([12_900, 128_900])
  })

  it('has goods of the category that it is for on the usual bill', () => {
    const body = { ...fiveOff, limits: { ...noLimits, categories: ['面包', '咖啡'] } }
    const [small, usual, large] = tried(body)
    expect([small?.refusal?.code, large?.refusal?.code]).toEqual([
      'COUPON_CATEGORY',
      'COUPON_CATEGORY',
    ])
    expect(usual).toMatchObject({ payableFen: 12_900, lines: [{ category: '面包' }, {}] })
  })

  it('is tried as if day, store and hour were right', () => {
    const limits = { ...noLimits, storeIds: ['x'], weekdays: [7], tierFrom: 'diamond' as const }
    const dated = { validFromOn: '2030-01-01', validUntilOn: '2030-01-02' }
    expect(tried({ ...fiveOff, limits, validity: dated })).toEqual(tried(fiveOff))
  })
})
