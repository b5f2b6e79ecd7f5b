import { noLimits } from '@shared/coupons/coupon-limits'
import { walletCoupon } from '../../dev/harness/wallet-coupon'
import { couponsOn, validityOf } from './coupon-shelf'
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
  })

  it.each([
    ['2026-12-20', '今天最后一天', 'hurry'],
    ['2026-12-18', '还剩 2 天', 'hurry'],
    ['2026-12-17', '12月20日到期，还剩 3 天', 'fresh'],
  ])('on %s says of a coupon until 2026-12-20: %s', (todayOn, note, tone) => {
    expect(validityOf(coupon({ expiresOn: '2026-12-20' }), todayOn)).toEqual({ note, tone })
  })

  it('says from when a coupon can be used that is not yet valid', () => {
    const early = coupon({ validFromOn: '2026-12-10', limits: { ...noLimits, storeIds: ['s1'] } })
    expect(validityOf(early, '2026-12-01').note).toBe('12月10日起可用 · 限部分门店')
  })

  it('says when a used coupon was used, in the shop’s time', () => {
    const used = coupon({ state: 'used', usedAt: Date.parse('2026-11-30T16:30:00Z') })
    expect(validityOf(used, '2026-12-05')).toEqual({ note: '2026年12月1日已使用', tone: 'over' })
  })
})

function coupon(part: Partial<Extract<WalletCoupon, { kind: 'amountOff' }>>): WalletCoupon {
  return walletCoupon(part)
}
