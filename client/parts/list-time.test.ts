import { isLastDay, leftText, nearText } from './list-time'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOON = at('2026-11-21T12:00')

describe('times of lists', () => {
  it('says today and tomorrow by the shop’s own day', () => {
    expect(nearText(at('2026-11-21T18:00'), NOON)).toBe('今天 18:00')
    expect(nearText(at('2026-11-22T00:05'), NOON)).toBe('明天 00:05')
    expect(nearText(at('2026-12-03T18:00'), NOON)).toBe('12月3日 18:00')
  })

  it('counts seconds on the last day, and days before it', () => {
    expect(leftText(NOON + 7_509_000, NOON)).toBe('02:05:09')
    expect(leftText(NOON + 86_400_000 * 3 + 7_200_000, NOON)).toBe('3 天 2 小时')
    expect(leftText(NOON + 86_400_000 * 2, NOON)).toBe('2 天')
    expect(leftText(NOON - 5_000, NOON)).toBe('00:00:00')
    expect(isLastDay(NOON + 86_399_000, NOON)).toBe(true)
  })
})
