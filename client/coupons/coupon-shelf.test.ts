import { walletCoupon } from '../../dev/harness/wallet-coupon'
import { asideOf, couponsOn, validityOf, wayOnOf } from './coupon-shelf'
import type { WalletCoupon } from './coupons.store'

describe('the wallet', () => {
  it('shows usable coupons by their last day, the soonest first', () => {
    const coupons = [
      coupon({ couponId: 'late', expiresOn: '2026-12-31' }),
      coupon({ couponId: 'used', state: 'used' }),
      coupon({ couponId: 'soon', expiresOn: '2026-12-01' }),
    ]
    expect(couponsOn('usable', coupons).map((each) => each.couponId)).toEqual(['soon', 'late'])
  })

  it('keeps a revoked coupon off every shelf', () => {
    const revoked = [coupon({ state: 'revoked' })]
    expect(couponsOn('usable', revoked)).toEqual([])
    expect(couponsOn('used', revoked)).toEqual([])
    expect(couponsOn('expired', revoked)).toEqual([])
  })

  it('shows one that the shop withdrew among the expired, and why', () => {
    const voided = coupon({ state: 'revoked', revoked: { at: 1, reason: '印错了日期' } })
    expect(couponsOn('expired', [voided])).toEqual([voided])
    expect(couponsOn('usable', [voided])).toEqual([])
    expect(validityOf(voided, '2026-12-01')).toEqual({ note: '已作废：印错了日期', tone: 'over' })
    expect(asideOf(voided, '2026-12-01')).toBe('已作废')
  })

  it.each([
    ['2026-12-20', '今天最后一天', 'hurry'],
    ['2026-12-18', '还剩 2 天', 'hurry'],
    ['2026-12-17', '12月20日到期，还剩 3 天', 'fresh'],
  ])('on %s says of a coupon until 2026-12-20: %s', (todayOn, note, tone) => {
    expect(validityOf(coupon({ expiresOn: '2026-12-20' }), todayOn)).toEqual({ note, tone })
  })

  it('says from when a coupon can be used that is not yet valid', () => {
    const early = coupon({ validFromOn: '2026-12-10' })
    expect(validityOf(early, '2026-12-01').note).toBe('12月10日起可用')
  })

  it('says when a used coupon was used, in the shop’s time', () => {
    const used = coupon({ state: 'used', usedAt: Date.parse('2026-11-30T16:30:00Z') })
    expect(validityOf(used, '2026-12-05')).toEqual({ note: '2026年12月1日已使用', tone: 'over' })
  })

  it('says until when a coupon is locked, by a bill or by an offer to a friend', () => {
    const held = { state: 'held', heldUntilAt: Date.parse('2026-12-01T03:05:00Z') } as const
    const onBill = coupon(held)
    expect(couponsOn('usable', [onBill])).toEqual([onBill])
    expect(validityOf(onBill, '2026-12-01').note).toBe('有一笔账单在用，12月1日 11:05 前锁定')
    expect([asideOf(onBill, '2026-12-01'), wayOnOf(onBill, '2026-12-01')]).toEqual([
      '使用中',
      'none',
    ])
    const offered = coupon({ ...held, offerId: 'o1' })
    expect(validityOf(offered, '2026-12-01').note).toBe('等朋友领取，12月1日 11:05 前有效')
    expect([asideOf(offered, '2026-12-01'), wayOnOf(offered, '2026-12-01')]).toEqual([
      '赠送中',
      'sheet',
    ])
  })

  it.each([
    ['an ordinary one', {}, ['code', '去使用']],
    ['one with digits of its own', { couponCode: '123456789012' }, ['sheet', '去使用']],
    ['one that may be given away', { isTransferable: true }, ['sheet', '去使用']],
    ['one of a later day', { validFromOn: '2026-12-10' }, ['none', '']],
    ['a used one', { state: 'used' }, ['none', '已使用']],
  ] as const)('leads from %s to what may be done with it', (_which, part, led) => {
    const found = coupon(part)
    expect([wayOnOf(found, '2026-12-01'), asideOf(found, '2026-12-01')]).toEqual(led)
  })
})

function coupon(part: Partial<Extract<WalletCoupon, { kind: 'amountOff' }>>): WalletCoupon {
  return walletCoupon(part)
}
