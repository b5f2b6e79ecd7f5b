import { Lunar } from 'lunar-typescript'
import { lunarDayText, lunarMonthText } from './lunar'

describe('a lunar day in words', () => {
  it('is what people say, for each of the thirty', () => {
    for (let day = 1; day <= 30; day += 1) {
      // The ninth month of 2026 has all thirty.
      expect(lunarDayText(day)).toBe(Lunar.fromYmd(2026, 10, day).getDayInChinese())
    }
  })

  it('names the months, the leap one too', () => {
    expect([1, 2, 10, 11, 12].map((month) => lunarMonthText(month))).toEqual([
      '正月',
      '二月',
      '十月',
      '冬月',
      '腊月',
    ])
    expect(lunarMonthText(4, true)).toBe('闰四月')
  })
})
