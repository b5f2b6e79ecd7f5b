import type { RuleFields, RuleRow } from './gift-rules.store'
import { giftText, leftText, oftenText, stateOf } from './rule-words'

describe('what the list says of a rule', () => {
  it('names all that is given', () => {
    const gift = { points: 1_088, couponTemplateIds: ['a', 'b'], thing: '鲜奶一盒' }
    expect(giftText({ gift })).toBe('1,088 积分 + 2 张券 + 鲜奶一盒')
    expect(giftText({ gift: { ...gift, points: 0, couponTemplateIds: [] } })).toBe('鲜奶一盒')
  })

  it('says what is left where there is a bound, and when nothing is', () => {
    const left = (totalCount: number | null, dayCount: number | null) =>
      leftText({ left: { totalCount, dayCount } })
    expect(left(null, null)).toBeNull()
    expect(left(1_200, 3)).toBe('预算共剩 1,200 份，今天剩 3 份')
    expect(left(90, 0)).toBe('预算共剩 90 份，今天剩 0 份，已用完')
  })

  it('tells a rule that gives from one that is off and one that never was', () => {
    const published = (isOn: boolean): Pick<RuleRow, 'published'> => ({
      published: { ...fields, isOn, version: 1, publishedAt: null },
    })
    expect(stateOf({ published: null }).text).toBe('未发布')
    expect([true, false].map((isOn) => stateOf(published(isOn)).text)).toEqual(['正在送', '已停'])
  })

  it('does not say the title twice', () => {
    const row = { sentence: '生日礼，每位会员每年一次' }
    expect(oftenText(row, '生日礼')).toBe('每位会员每年一次')
    expect(oftenText(row, '新名字')).toBe('生日礼，每位会员每年一次')
  })
})

const fields: Omit<RuleFields, 'version' | 'isOn'> = {
  scene: 'birthday',
  handOver: 'claim',
  stack: 'all',
  title: '生日礼',
  gift: { points: 10, couponTemplateIds: [], thing: null },
  when: {
    ...{ purchaseNo: null, onDate: null, holiday: null, leadDays: 0, claimDays: 7 },
    ...{ silentDays: 180, waitDays: 7 },
  },
  who: { tags: [], tiers: [] },
  budget: { totalCount: null, dayCount: null },
}
