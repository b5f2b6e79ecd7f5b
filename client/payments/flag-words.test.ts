import { wordsOf } from './flag-words'
import type { PaymentFlag } from './flags.store'

const flag = (part: Partial<PaymentFlag>): PaymentFlag => ({
  ...{ flagId: 'f', reason: 'wrongAmount', orderId: 'o', what: 'redemption', title: '咖啡豆' },
  ...{ orderedFen: 990, saidFen: 1, words: null, at: 0, seen: null },
  ...part,
})

describe('what a flag means', () => {
  it.each([
    ['wrongAmount', '应付 ¥9.90，微信收到 ¥0.01，没有入账'],
    ['wrongPayer', '¥0.01 不是下单的人付的'],
    ['unknownOrder', '店里没有这笔单'],
    ['noticeDiffers', '通知里是 ¥0.01'],
    ['refundRefused', '要退 ¥0.01，微信没有受理。'],
  ] as const)('%s', (reason, words) => {
    expect(wordsOf(flag({ reason })).text).toContain(words)
  })

  it('says why WeChat refused', () => {
    const words = wordsOf(flag({ reason: 'refundRefused', words: '基本账户余额不足' }))
    expect(words.text).toContain('没有受理：基本账户余额不足')
  })
})
