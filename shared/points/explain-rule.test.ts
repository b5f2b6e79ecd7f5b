import type { EarnRule } from '../rules/earning'
import { newShop } from '../rules/shop'
import { explainRule } from './explain-rule'

const rule: EarnRule = { ...newShop.earnRule }
const doubled: EarnRule = { ...rule, memberDay: { days: [18], percent: 200 }, pendingDays: 7 }

describe('the rule of an entry', () => {
  it('says how a purchase earned', () => {
    expect(explainRule({ reason: 'purchase', on: '2026-11-18', rule: rule })).toBe(
      '每实付 ¥1.00 得 1 积分，不足的部分不计；12 个月后的月底到期',
    )
  })

  it('tells of a member day on a member day, and of the days that points are pending', () => {
    expect(explainRule({ reason: 'purchase', on: '2026-11-18', rule: doubled })).toBe(
      '每实付 ¥1.00 得 1 积分，不足的部分不计；会员日按 200% 计；7 天后到账；12 个月后的月底到期',
    )
    expect(explainRule({ reason: 'purchase', on: '2026-11-19', rule: doubled })).not.toContain(
      '会员日',
    )
  })

  it('says so in general where the rule of that day is not known, and for all else', () => {
    expect(explainRule({ reason: 'purchase', on: '2026-11-18', rule: null })).toContain(
      '按消费当天的积分规则',
    )
    expect(explainRule({ reason: 'redemption', on: '2026-11-18', rule: rule })).toBe(
      '兑换时，先用最早到期的积分',
    )
  })
})
