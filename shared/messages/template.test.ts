import { fitKeyword } from './keyword'
import { templateData, templateKeys, templates, walletKeyOf } from './template'

describe('a template', () => {
  it('is filled by the names of its fields', () => {
    const fields = { gift: '生日礼', lastDay: '2026-03-31', note: '记得来用' }
    expect(templateData('gift', fields)).toEqual({
      thing1: { value: '生日礼' },
      date2: { value: '2026年3月31日' },
      thing3: { value: '记得来用' },
    })
  })

  it('with a field that cannot be made to fit is not sent', () => {
    expect(templateData('pickup', { thing: '鸡蛋', state: '等您来取吧呀', note: 'x' })).toBeNull()
  })

  it('names fields of kinds that we can fill, and a title for her page', () => {
    for (const key of templateKeys) {
      const { title, keywords } = templates[key]
      expect(title.length).toBeGreaterThan(0)
      for (const keyword of Object.values(keywords)) {
        expect([1, '一', '2026-03-10'].some((value) => fitKeyword(keyword, value))).toBe(true)
      }
    }
  })

  it('that serves several keys has one book of permits, the one worth most', () => {
    const chosen = { gift: 'a', expiry: 'a', drop: 'b', list: 'b' }
    expect(templateKeys.map((key) => walletKeyOf(chosen, key))).toEqual([
      ...['gift', 'pickup', 'gift', 'tier', 'list', 'list'],
    ])
  })
})
