import {
  boughtText,
  foundText,
  giftText,
  originText,
  purchaseText,
  redemptionText,
} from './member-words'

describe('a member, in the words of a manager', () => {
  it('says by what she was found, unless it was her name', () => {
    const receipt = { receiptNo: '00123', storeName: '梧桐里店', businessOn: '2026-11-20' }
    expect(foundText({ foundBy: 'receipt', receipt })).toBe('小票 00123 · 梧桐里店 · 11月20日')
    expect(foundText({ foundBy: 'phone', receipt: null })).toBe('手机号一致')
    expect(foundText({ foundBy: 'nickname', receipt: null })).toBe('')
  })

  it('says since when, where, and how much she has bought', () => {
    const joinedOn = '2026-01-05'
    expect(originText({ joinedOn, joinedStoreName: '梧桐里店' })).toBe('2026年1月5日在梧桐里店入会')
    expect(originText({ joinedOn, joinedStoreName: null })).toBe('2026年1月5日入会')
    expect(boughtText({ boughtCount: 0, lastBoughtOn: null })).toBe('还没有消费')
    expect(boughtText({ boughtCount: 1_041, lastBoughtOn: '2026-11-20' })).toBe(
      '共 1,041 笔，最近一次 2026年11月20日',
    )
  })

  it('says what became of each thing', () => {
    const bought = {
      ...{ purchaseId: 'p', storeName: '东店', paidFen: 4_200, earnedPoints: 42 },
      ...{ refundedFen: 1_250, receiptNo: null, settledAt: 0 },
    }
    expect(purchaseText({ ...bought, state: 'settled' })).toBe('+42 积分')
    expect(purchaseText({ ...bought, state: 'partlyRefunded' })).toBe('已退 ¥12.50')
    expect(purchaseText({ ...bought, state: 'refunded' })).toBe('已退款')
    expect(redemptionText({ state: 'waiting' })).toBe('待自提')
    expect(giftText({ state: 'lapsed' })).toBe('过期没有领取')
  })
})
