import { giftScenes, wakeReasons } from '@shared/gifts/gift-rule'
import { insideText, keptDayText, wakeReasonChips, whyText } from './gift-words'

describe('what is said of a gift', () => {
  it('tells of each scene why it is hers, and asks with each reason that the shop counts', () => {
    expect(new Set(giftScenes.map((scene) => whyText({ scene }))).size).toBe(giftScenes.length)
    expect(wakeReasonChips.map(({ value }) => value)).toEqual([...wakeReasons])
  })

  it('notes the lunar day of a birthday and of a holiday', () => {
    const birthday = { giftId: 'birthday-1:her:2026-11-21', scene: 'birthday' } as const
    expect(keptDayText(birthday)).toBe('11月21日，农历十月十三')
    const autumn = { giftId: 'holiday-1:her:2026-09-25', scene: 'holiday' } as const
    expect(keptDayText(autumn)).toBe('9月25日，农历八月十五')
  })

  it('notes no day where none is kept', () => {
    const giftId = 'wakeUp-1:her:2026-01-01'
    expect(keptDayText({ giftId, scene: 'wakeUp' })).toBeNull()
    expect(keptDayText({ giftId: 'anniversary:her:2026', scene: 'anniversary' })).toBeNull()
  })

  it('promises no points that come later or not at all', () => {
    expect(insideText({ points: 1_200 })).toBe('1,200 积分')
    expect(insideText({ points: 0 })).toBe('打开看看里面是什么')
  })
})
