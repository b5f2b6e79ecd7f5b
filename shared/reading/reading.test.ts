import { faultSentences, isRounded, readAs, unread } from './reading'

describe('what a reader answers', () => {
  it('is the value, or the name of what is wrong', () => {
    expect(readAs(5)).toEqual({ ok: true, value: 5 })
    expect(unread('grouping')).toEqual({ ok: false, fault: 'grouping' })
  })

  it('has a sentence in Chinese for everything that may be wrong', () => {
    for (const sentence of Object.values(faultSentences)) {
      expect(sentence).toMatch(/^[\u4e00-\u9fff，、\d ,.-]{4,}$/)
    }
  })

  it.each([
    ['2.02611E+15', true],
    ['2E+15', true],
    ['2.5e3', true],
    ['1E5', false],
    ['12', false],
  ])('knows %s as a number that lost its figures: %s', (text, is) => {
    expect(isRounded(text)).toBe(is)
  })
})
