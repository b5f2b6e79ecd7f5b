import { dayWords, markOfDay } from './calendar-cells'
import type { Day } from './month.store'

const day = (on: string, more: Partial<Day> = {}): Day => ({ on, state: 'missed', ...more })

describe('the cells of a month', () => {
  it.each([
    ['2026-02-17', '春节', 'festival'],
    ['2026-03-03', '元宵', 'festival'],
    ['2026-06-19', '端午', 'festival'],
    ['2026-05-01', '劳动', 'festival'],
    ['2026-02-18', '初二', 'lunar'],
    ['2026-03-19', '二月', 'lunar'],
    ['2025-07-25', '闰六月', 'lunar'],
  ])('say of %s: %s', (on, text, tone) => {
    expect(markOfDay(day(on))).toEqual({ text, tone })
  })

  it('put a festival before the shop’s own day, and that before the lunar one', () => {
    expect(markOfDay(day('2026-02-18', { event: '会员日' }))).toEqual({
      text: '会员日',
      tone: 'event',
    })
    expect(markOfDay(day('2026-02-17', { event: '会员日' })).text).toBe('春节')
  })

  it('are told in a line, with the reason or the state', () => {
    const made = day('2026-03-09', { state: 'madeUp', reason: '3 月 10 日用补签卡补签' })
    expect(dayWords(made)).toBe('3月9日 · 农历正月廿一 · 3 月 10 日用补签卡补签')
    expect(dayWords(day('2026-02-17', { event: '会员日' }))).toBe(
      '2月17日 · 农历正月初一 · 春节 · 会员日 · 没有签到',
    )
  })

  it.each([
    ['2026-02-18', '2月18日 · 农历正月初二 · 春节放假 · 没有签到'],
    ['2026-02-14', '2月14日 · 农历腊月廿七 · 春节调休，要上班 · 没有签到'],
    ['2026-10-01', '10月1日 · 农历八月廿一 · 国庆节 · 没有签到'],
    ['2026-04-04', '4月4日 · 农历二月十七 · 清明节放假 · 没有签到'],
    ['2026-04-05', '4月5日 · 农历二月十八 · 清明 · 没有签到'],
    ['2025-10-08', '10月8日 · 农历八月十七 · 国庆节、中秋节放假 · 没有签到'],
    ['2026-02-24', '2月24日 · 农历正月初八 · 没有签到'],
    ['2031-10-02', '10月2日 · 农历八月十六 · 没有签到'],
  ])('tell of %s whether it is off or worked, where the notice is out', (on, words) => {
    expect(dayWords(day(on))).toBe(words)
  })
})
