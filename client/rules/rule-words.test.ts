import { figuresOf } from '@shared/rules/rule-figures'
import { newShop } from '@shared/rules/shop'
import { effectRowsOf, publishedText, sampleBill, sampleTitle, summaryOf } from './rule-words'

const effect = {
  payableFen: 11_800,
  roundedFen: 11_800,
  earnPoints: 90,
  cap: null,
  releasesOn: null,
  expiresOn: '2027-03-31',
  payPoints: 0,
  payOffFen: 0,
  worthFen: 90,
}
const sample = {
  name: 'usual',
  billFen: 12_800,
  excludedFen: 3_000,
  couponOffFen: 1_000,
  on: '2026-03-11',
  isMemberDay: false,
} as const

describe('the words of a rule', () => {
  it('say which version it is, by whom and since when', () => {
    const first = { version: 1, publishedAt: null, publishedByName: null }
    expect(publishedText(first)).toBe('第 1 版 · 开店时的规则')
    const publishedAt = Date.parse('2026-11-25T02:00:00Z')
    const second = { version: 2, publishedAt, publishedByName: '顾明远' }
    expect(publishedText(second)).toBe('第 2 版 · 2026-11-25 10:00 发布 · 顾明远')
  })

  it('tell a rule in one line, or that it is not offered', () => {
    const figures = { fenPerHundredPoints: 50 }
    expect(summaryOf({ ruleId: 'point-value', figures })).toBe('100 积分价值 ¥0.50')
    const adjustment = figuresOf('adjustment', newShop)
    expect(summaryOf({ ruleId: 'adjustment', figures: adjustment })).toContain('1,000 积分')
    const closed = figuresOf('pay-with-points', newShop)
    expect(summaryOf({ ruleId: 'pay-with-points', figures: closed })).toContain('未开放')
    const toTheFen = figuresOf('rounding', newShop)
    expect(summaryOf({ ruleId: 'rounding', figures: toTheFen })).toBe('不抹零，收款到分')
    const rounded = { downTo: 1, mostFen: 9 }
    expect(summaryOf({ ruleId: 'rounding', figures: rounded })).toBe(
      '收银抹零 抹到角 · 每单最多抹 ¥0.09',
    )
  })

  it('tell what a sample is', () => {
    expect(sampleBill(sample)).toBe('2026年3月11日消费 ¥128.00，用券减 ¥10.00，其中 ¥30.00 不积分')
    const large = { ...sample, name: 'large', isMemberDay: true } as const
    expect(sampleTitle(large)).toBe('大额消费 · 会员日')
  })

  it('tell of a sale in the night on which date it is booked, now and then', () => {
    const paidAt = Date.parse('2026-03-12T02:40:00+08:00')
    const night = { ...sample, name: 'small', couponOffFen: 0, excludedFen: 0, paidAt } as const
    expect(sampleBill(night)).toBe('2026-03-12 02:40 消费 ¥128.00')
    const before = { ...effect, bookedOn: '2026-03-12' }
    const after = { ...effect, bookedOn: '2026-03-11' }
    expect(effectRowsOf({ ...night, before, after })[1]).toEqual({
      label: '记在',
      before: '2026年3月12日',
      after: '2026年3月11日',
    })
  })

  it('tell the points always, and what else changes', () => {
    expect(effectRowsOf({ ...sample, before: effect, after: effect })).toEqual([
      { label: '获得积分', before: '90 分', after: '90 分' },
    ])
    const after = {
      ...effect,
      earnPoints: 45,
      worthFen: 45,
      cap: 'day',
      releasesOn: '2026-03-18',
    } as const
    const payable = { ...effect, payPoints: 5_900, payOffFen: 5_900 }
    expect(effectRowsOf({ ...sample, before: effect, after: payable })[1]).toEqual({
      label: '最多抵扣',
      before: '不能抵扣',
      after: '5,900 积分抵 ¥59.00',
    })
    const cheaper = { ...effect, worthFen: 45 }
    expect(effectRowsOf({ ...sample, before: effect, after: cheaper })[1]).toEqual({
      label: '报表价值',
      before: '¥0.90',
      after: '¥0.45',
    })
    expect(effectRowsOf({ ...sample, before: effect, after })).toEqual([
      { label: '获得积分', before: '90 分', after: '45 分（达每天上限）' },
      { label: '到账', before: '立即', after: '2026年3月18日' },
    ])
  })
})
