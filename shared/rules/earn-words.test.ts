import { earnWordsOf } from './earn-words'
import { type EarnRule, fullPointsFor } from './earning'
import { newShop } from './shop'

const wordsOf = (change: Partial<EarnRule>) => earnWordsOf({ ...newShop.earnRule, ...change })

describe('what the shop promises', () => {
  it('is the rule of a new shop, until it is changed', () => {
    expect(wordsOf({})).toEqual({ rate: '消费 1 元攒 1 分', terms: '有效期一年' })
  })

  it.each([
    [200, '消费 2 元攒 1 分'],
    [250, '消费 2.5 元攒 1 分'],
    [75, '消费 0.75 元攒 1 分'],
    [105, '消费 1.05 元攒 1 分'],
    [50, '消费 1 元攒 2 分'],
    [10, '消费 1 元攒 10 分'],
    [100_000, '消费 1000 元攒 1 分'],
  ])('for %i fen a point is: %s', (fenPerPoint, rate) => {
    expect(wordsOf({ fenPerPoint }).rate).toBe(rate)
    const [, yuan = '', points = ''] = /消费 ([\d.]+) 元攒 (\d+) 分/.exec(rate) ?? []
    const paidFen = Math.round(Number(yuan) * 100)
    const rule = { ...newShop.earnRule, fenPerPoint }
    expect(fullPointsFor(paidFen, '2026-03-10', rule)).toBe(Number(points))
  })

  it.each([
    [24, '有效期两年'],
    [60, '有效期五年'],
    [18, '有效期 18 个月'],
    [1, '有效期 1 个月'],
  ])('lasts %i months: %s', (validityMonths, terms) => {
    expect(wordsOf({ validityMonths }).terms).toBe(terms)
  })

  it('tells of days to wait, member days and caps', () => {
    const memberDay = { days: [28, 8], percent: 200 }
    const capped = { dayCapPoints: 500, monthCapPoints: 5_000 }
    expect(wordsOf({ validityMonths: 24, pendingDays: 7, memberDay, ...capped }).terms).toBe(
      '有效期两年，7 天后到账，每月 8、28 日双倍积分，每天最多 500 分、每月最多 5000 分',
    )
    const half = { days: [18], percent: 150 }
    expect(wordsOf({ memberDay: half }).terms).toBe('有效期一年，每月 18 日积分按 150% 计')
  })
})
