import { giftScenes } from '@shared/gifts/gift-rule'
import { fieldOf, formOf, presetForm, type RuleForm, readForm, withHoliday } from './rule-form'
import { holidayChips, holidayTitle, OWN_DAY, sceneTable } from './scene-table'

describe('the form of a gift rule', () => {
  it('has one row for each scene, and each preset may be saved as it stands', () => {
    expect(sceneTable.map(({ scene }) => scene).sort()).toEqual([...giftScenes].sort())
    for (const scene of giftScenes) expect(readForm(presetForm(scene)).problems).toEqual({})
  })

  it('sends what its scene knows and nothing of another scene', () => {
    const { wish } = readForm(presetForm('repurchase'))
    expect(wish?.when).toEqual({ purchaseNo: 3, claimDays: 7 })
    expect(readForm(presetForm('birthday')).wish?.when).toEqual({ leadDays: 0, claimDays: 7 })
  })

  it('names each field that will not do as the server names it', () => {
    const form = {
      ...presetForm('repurchase'),
      ...{ title: ' ', points: '', when: { purchaseNo: '1', claimDays: '366' } },
      ...{ totalCount: '-1', dayCount: '1.5', tags: '一个长得超过了十二个字的标签' },
    }
    expect(Object.keys(readForm(form).problems).sort()).toEqual([
      ...['budget.dayCount', 'budget.totalCount', 'gift', 'title'],
      ...['when.claimDays', 'when.purchaseNo', 'who.tags'],
    ])
  })

  it('tells a budget of none from one without a bound', () => {
    const budgetOf = (totalCount: string) =>
      readForm({ ...presetForm('birthday'), totalCount }).wish?.budget
    expect(budgetOf('0')).toEqual({ totalCount: 0, dayCount: null })
    expect(budgetOf('')).toEqual({ totalCount: null, dayCount: null })
  })

  it('reads back what was saved as the same form', () => {
    const form: RuleForm = {
      ...presetForm('holiday'),
      holiday: OWN_DAY,
      ...{ onDate: '2026-12-12', tags: '宝妈、老街坊', thing: '鲜奶一盒' },
      tiers: ['gold'],
      ...{ couponTemplateIds: ['welcome-5'], dayCount: '20' },
    }
    const { wish } = readForm(form)
    if (!wish) throw new Error('the form is sound')
    const saved = {
      ...{ scene: wish.scene, title: wish.title, handOver: wish.handOver, isOn: true },
      gift: { points: 20, couponTemplateIds: ['welcome-5'], thing: '鲜奶一盒' },
      when: {
        ...{ purchaseNo: null, onDate: '2026-12-12', holiday: null, leadDays: 0, claimDays: 3 },
        ...{ silentDays: 180, waitDays: 7 },
      },
      who: { tags: ['宝妈', '老街坊'], tiers: ['gold' as const] },
      ...{ stack: 'highest' as const, budget: { totalCount: null, dayCount: 20 } },
      ...{ version: 1, publishedAt: null },
    }
    expect(formOf(saved)).toEqual(form)
  })

  it('wishes nobody a merry Qingming', () => {
    const form = withHoliday(presetForm('holiday'), 'qingming')
    expect(form.title).toContain('清明')
    for (const { value } of holidayChips) {
      if (value === OWN_DAY) continue
      expect(holidayTitle(value).includes('快乐')).toBe(
        !['qingming', 'duanwu', 'chongyang'].includes(value),
      )
    }
    expect(readForm({ ...form, title: '清明快乐' }).problems.title).toContain('愿您平安')
  })

  it('keeps the manager’s own title when she chooses another holiday', () => {
    const own = { ...presetForm('holiday'), title: '阖家团圆礼' }
    expect(withHoliday(own, 'chunjie').title).toBe('阖家团圆礼')
    expect(withHoliday(presetForm('holiday'), 'chunjie').title).toBe('春节快乐，一份心意')
  })

  it('finds the field that a refusal names', () => {
    expect(fieldOf('gift.couponTemplateIds.2')).toBe('gift.couponTemplateIds')
    expect(fieldOf('when.purchaseNo')).toBe('when.purchaseNo')
    expect(fieldOf('who.tags.0')).toBe('who.tags')
    expect(fieldOf('gift')).toBe('gift')
    expect(fieldOf('ruleId')).toBeNull()
    expect(fieldOf(undefined)).toBeNull()
  })
})
