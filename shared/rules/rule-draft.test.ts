import { completeFigures, differencesBetween, figureText, problemsIn } from './rule-draft'
import { figuresOf } from './rule-figures'
import { newShop } from './shop'

const earn = figuresOf('earn-by-spend', newShop)
const pay = figuresOf('pay-with-points', newShop)

describe('a draft that will not do', () => {
  it.each([
    [{ fenPerPoint: 9 }, { fenPerPoint: '得 1 积分需实付要在 ¥0.10 到 ¥1000.00 之间' }],
    [{ validityMonths: 0 }, { validityMonths: '有效期要在 1 个月 到 60 个月 之间' }],
    [{ pendingDays: 91 }, { pendingDays: '到账天数要在 0 天 到 90 天 之间' }],
    [{ pendingDays: null }, { pendingDays: '请填写到账天数' }],
    [{ dayCapPoints: 0 }, { dayCapPoints: '每人每天上限要在 1 积分 到 1000000 积分 之间' }],
    [{ memberDays: [0], memberDayPercent: 200 }, { memberDays: '日子要在 1 到 31 之间' }],
    [{ memberDays: [8, 8] }, { memberDays: '会员日里有重复的日子' }],
    [{ dayCapPoints: 50, monthCapPoints: 49 }, { monthCapPoints: '每月上限不能比每天上限低' }],
    [{ memberDayPercent: 200 }, { memberDays: '请填写会员日是每月几号' }],
    [{ memberDays: [8] }, { memberDayPercent: '会员日积分要高于 100%，否则请清空会员日' }],
  ])('of the earn rule, %j: %j', (change, problems) => {
    expect(problemsIn('earn-by-spend', { ...earn, ...change })).toEqual(problems)
  })

  it('names every figure out of bounds at once', () => {
    const problems = problemsIn('earn-by-spend', { ...earn, fenPerPoint: 0, validityMonths: 99 })
    expect(Object.keys(problems)).toEqual(['fenPerPoint', 'validityMonths'])
  })

  it('of the payment with points asks for a share that grows', () => {
    const change = { minSharePercent: 60, maxSharePercent: 50 }
    expect(problemsIn('pay-with-points', { ...pay, ...change })).toEqual({
      minSharePercent: '最少抵扣不能比最多抵扣高',
    })
    expect(problemsIn('pay-with-points', { ...pay, minSharePercent: 60 })).toEqual({})
  })

  it('takes caps as they are, or none', () => {
    const capped = { ...earn, dayCapPoints: 100, monthCapPoints: 100 }
    expect(problemsIn('earn-by-spend', capped)).toEqual({})
    expect(problemsIn('earn-by-spend', { ...capped, monthCapPoints: null })).toEqual({})
  })
})

describe('the figures that were sent', () => {
  it('are all there and nothing else', () => {
    expect(completeFigures('earn-by-spend', { ...earn, openid: 1 })).toEqual(earn)
  })

  it.each([
    {},
    { ...earn, fenPerPoint: undefined },
    { ...earn, fenPerPoint: null },
    { ...earn, fenPerPoint: [1] },
    { ...earn, memberDays: 8 },
    { ...earn, memberDays: [8.5] },
    { ...earn, pendingDays: 0.5 },
  ])('are no draft: %j', (sent) => {
    expect(completeFigures('earn-by-spend', sent)).toBeNull()
  })
})

describe('what a draft changes', () => {
  it('is told figure by figure, in the words of the page', () => {
    const after = { ...earn, fenPerPoint: 200, dayCapPoints: 300, memberDays: [8, 18] }
    expect(differencesBetween('earn-by-spend', earn, after)).toEqual([
      { name: 'fenPerPoint', label: '得 1 积分需实付', before: '¥1.00', after: '¥2.00' },
      { name: 'dayCapPoints', label: '每人每天上限', before: '不限', after: '300 积分' },
      { name: 'memberDays', label: '会员日', before: '没有', after: '8、18 日' },
    ])
    expect(differencesBetween('earn-by-spend', earn, earn)).toEqual([])
  })

  it('reads as people say it', () => {
    expect(figureText('percent', 120)).toBe('120%')
    expect(figureText('months', 12)).toBe('12 个月')
    expect(figureText('hours', 24)).toBe('24 小时')
  })
})
