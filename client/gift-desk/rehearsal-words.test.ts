import type { RehearsedGrant } from './rehearsal.store'
import { aboutYuan, couponsText, giftsText } from './rehearsal-words'

describe('what is said of a rehearsal', () => {
  it('tells about how many yuan, in a field as wide as a thumb', () => {
    expect([0, 50, 3_680, 999_999, 1_200_000, 1_259_999].map(aboutYuan)).toEqual([
      ...['¥0', '¥1', '¥36', '¥9999', '¥1.2万', '¥1.2万'],
    ])
  })

  it('tells how many gifts in the same width', () => {
    expect([1, 999, 1_280, 12_800].map(giftsText)).toEqual(['1份', '999份', '1280', '1.2万'])
  })

  it('counts no coupon of a gift that does not come', () => {
    const grant: RehearsedGrant = {
      scene: 'birthday',
      ...{ on: '2026-11-21', ruleId: 'r', title: '礼', memberId: 'm' },
      ...{ maskedName: '林**', points: 0, couponTemplateIds: ['a', 'b'] },
    }
    const grants: RehearsedGrant[] = [grant, { ...grant, refused: 'budget' }]
    expect(couponsText(grants, true)).toBe('2 张')
    expect(couponsText(grants, false)).toBe('2 张以上')
  })
})
