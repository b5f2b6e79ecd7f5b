import { emptyPlan, formOf, missingIn, newItem, newPoint, type PlanForm, planOf } from './plan-form'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOON = at('2026-11-21T12:00')
const stores = [{ storeId: 'wutong', name: '梧桐里店' }]
const berries = { ...newItem(), name: '草莓', spec: '大盒', price: '25.9', memberPrice: '19.9' }
const melon = { ...newItem(), name: '西瓜', price: '3', unit: 'jin', stock: '20.5' } as const
const whole = { ...emptyPlan(stores, NOON), title: ' 周六草莓 ', items: [berries, newItem()] }

describe('planning a list', () => {
  it('begins with one empty row, tomorrow evening and the first store', () => {
    const form = emptyPlan(stores, NOON)
    expect([form.cutOffOn, form.cutOffTime]).toEqual(['2026-11-22', '18:00'])
    expect(form.points.map(({ name, storeId }) => [name, storeId])).toEqual([
      ['梧桐里店', 'wutong'],
    ])
    expect(missingIn(form, NOON)).toBe('起个名字')
  })

  it('says what is missing, in the order of the page', () => {
    const missing = (part: Partial<typeof whole>) => missingIn({ ...whole, ...part }, NOON)
    expect(missing({})).toBeNull()
    expect(missing({ items: [newItem()] })).toBe('至少写一样东西')
    expect(missing({ items: [{ ...berries, name: '' }] })).toBe('每样东西都要有名字')
    expect(missing({ items: [{ ...berries, price: '0' }] })).toBe('草莓的价格要写清楚')
    expect(missing({ items: [{ ...berries, stock: '1.5' }] })).toBe('草莓的数量不对')
    expect(missing({ items: [{ ...melon, limit: '0.3' }] })).toBe('西瓜的限购不对')
    expect(missing({ points: [newPoint()] })).toBe('写一个自提点')
    expect(missing({ cutOffOn: '2026-11-21', cutOffTime: '12:00' })).toBe('截单时间要晚一些')
    expect(missing({ opensOn: '2026-11-23' })).toBe('截单时间要晚一些')
    expect(missing({ threshold: '二十' })).toBe('成团份数要写整数')
  })

  it('sends what was typed and nothing of what was not', () => {
    const plan = planOf({ ...whole, items: [berries, melon] }, NOON)
    expect(plan).toMatchObject({ title: '周六草莓', cutOffAt: at('2026-11-22T18:00') })
    expect(plan?.items).toEqual([
      { name: '草莓', spec: '大盒', priceFen: 2_590, memberPriceFen: 1_990, unit: 'piece' },
      { name: '西瓜', priceFen: 300, stockCount: 20.5, unit: 'jin' },
    ])
    expect(plan).not.toHaveProperty('threshold')
    expect(plan).not.toHaveProperty('opensAt')
    expect(planOf({ ...whole, title: '' }, NOON)).toBeNull()
  })

  it('says whose it is only where that was chosen', () => {
    expect(planOf(whole, NOON)).not.toHaveProperty('communityId')
    expect(planOf({ ...whole, communityId: null }, NOON)).toMatchObject({ communityId: null })
    const plan = planOf({ ...whole, communityId: null }, NOON)
    expect(plan && formOf(plan).communityId).toBeNull()
  })

  it('comes back from a draft as it went', () => {
    const form: PlanForm = {
      ...whole,
      ...{ threshold: '20', below: 'deliver', opensOn: '2026-11-22', repeatWeekly: true },
      ...{ cutOffOn: '2026-11-23', shortage: 'byTier', payment: 'toOwner' },
    }
    const plan = planOf(form, NOON)
    if (!plan) throw new Error('the plan is whole')
    expect(planOf(formOf(plan), NOON)).toEqual(plan)
  })
})
