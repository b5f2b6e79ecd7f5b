import { noLimits } from '@shared/coupons/coupon-limits'
import { walletCoupon } from '../../dev/harness/wallet-coupon'
import type { Scanned } from '../session/desk.store'
import { nothingTyped } from '../session/typed-bill'
import { couponChoicesOf, payableFenOf } from './coupon-choice'

type Coupon = Scanned['coupons'][number]

describe('the coupons at the till', () => {
  it('offers those that fit first', () => {
    const till = tillWith('45', [coupon('fifty', 5000), coupon('forty', 4000)])
    expect(couponChoicesOf(till).map(({ coupon: { couponId }, fits }) => [couponId, fits])).toEqual(
      [
        ['forty', true],
        ['fifty', false],
      ],
    )
  })

  it('says how much is missing for a coupon', () => {
    const [choice] = couponChoicesOf(tillWith('45.50', [coupon('fifty', 5000)]))
    expect(choice?.note).toBe('还差 ¥4.50 可用')
  })

  it('offers a coupon of this store before an amount is typed, and no other store’s', () => {
    const here = coupon('here', 4000)
    const elsewhere = { ...coupon('elsewhere', 4000), limits: { ...noLimits, storeIds: ['hebin'] } }
    const choices = couponChoicesOf(tillWith('', [elsewhere, here]))
    expect(choices.map(({ coupon: { couponId }, fits }) => [couponId, fits])).toEqual([
      ['here', true],
      ['elsewhere', false],
    ])
    expect(choices[1]?.note).toBe('不能在本店使用')
  })

  it('takes the coupon off what is paid before the server has answered', () => {
    const till = tillWith('45', [coupon('forty', 4000)])
    expect(payableFenOf({ ...till, couponIds: ['forty'] })).toBe(4000)
    expect(payableFenOf(till)).toBe(4500)
  })

  it('takes nothing off below the threshold, and asks nothing without an amount', () => {
    const till = tillWith('39.99', [coupon('forty', 4000)])
    expect(payableFenOf({ ...till, couponIds: ['forty'] })).toBe(3999)
    expect(payableFenOf(tillWith('', []))).toBeNull()
  })
})

function tillWith(bill: string, coupons: Coupon[]) {
  const scanned: Scanned = {
    ticket: 't',
    serverNow: 0,
    todayOn: '2026-12-01',
    ticketUntilAt: 0,
    storeId: 'wutong',
    storeName: '梧桐里店',
    maskedName: '林**',
    avatar: 'preset:peach',
    balancePoints: 0,
    debtPoints: 0,
    coupons,
    waitingPickups: [],
    receiptWithinDays: 7,
    prompt: '',
  }
  return { typed: { ...nothingTyped, bill }, couponIds: [], scanned, quote: null, quoting: false }
}

function coupon(couponId: string, thresholdFen: number): Coupon {
  return walletCoupon({ couponId, title: '减 5 元券', thresholdFen })
}
