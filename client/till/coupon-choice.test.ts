import { noLimits } from '@shared/coupons/coupon-limits'
import { quotedBill, scannedMember } from '../../dev/harness/till-answers'
import { walletCoupon } from '../../dev/harness/wallet-coupon'
import type { Scanned } from '../session/desk.store'
import { nothingTyped } from '../session/typed-bill'
import {
  categoriesOf,
  couponChoicesOf,
  leftOutNoteOf,
  payableFenOf,
  proposedOf,
  toggled,
} from './coupon-choice'

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

  it('asks for the bill line by line where a coupon is for some goods only', () => {
    const fruit = { ...coupon('fruit', 0), limits: { ...noLimits, categories: ['水果'] } }
    const bySum = tillWith('45', [fruit])
    expect(couponChoicesOf(bySum)[0]?.note).toBe('限水果，请逐行录入账单')
    const line = { title: '肉', amount: '45', isExcluded: false, category: '' }
    const byLines = { ...bySum, typed: { ...nothingTyped, lines: [line] } }
    expect(couponChoicesOf(byLines)[0]?.note).toBe('限水果，账单里没有这类商品')
    const told = { ...nothingTyped, lines: [{ ...line, category: '水果' }] }
    expect(couponChoicesOf({ ...bySum, typed: told })[0]?.fits).toBe(true)
    expect(categoriesOf(bySum.scanned)).toEqual(['水果'])
  })

  it('reckons a thing at its exchange price with nothing else on the bill', () => {
    const thing = { ...coupon('latte', 0), kind: 'exchange', thing: '拿铁', priceFen: 990 } as const
    const till = { ...tillWith('', [thing]), couponIds: ['latte'] }
    expect(payableFenOf(till)).toBe(990)
    expect(payableFenOf({ ...till, typed: { ...nothingTyped, bill: '30' } })).toBe(3990)
    expect(payableFenOf({ ...till, couponIds: [] })).toBeNull()
  })

  it('takes one coupon of a group, in the place of the other', () => {
    const till = tillWith('45', [coupon('one', 0), coupon('other', 0)])
    expect(toggled(till, 'one')).toEqual(['one'])
    expect(toggled({ ...till, couponIds: ['one'] }, 'other')).toEqual(['other'])
    expect(toggled({ ...till, couponIds: ['one'] }, 'one')).toEqual([])
  })
})

describe('what the till proposes', () => {
  const thing = { ...coupon('latte', 0), kind: 'exchange', thing: '拿铁', priceFen: 990 } as const
  const because = { code: 'COUPON_STACK', message: '不能同时用', detail: { with: '好券' } } as const
  const till = {
    ...tillWith('45', [{ ...coupon('best', 0), title: '好券' }, coupon('worse', 0), thing]),
    quote: quotedBill({
      proposed: { couponIds: ['best'], offFen: 500 },
      leftOut: [{ couponId: 'worse', title: '差券', ...because }],
    }),
  }

  it('is taken together with the things that she asked for', () => {
    const proposed = { couponIds: ['best'], titles: ['好券'], offFen: 500 }
    expect(proposedOf(till)).toEqual(proposed)
    const withThing = { ...till, couponIds: ['worse', 'latte'] }
    expect(proposedOf(withThing)?.couponIds).toEqual(['best', 'latte'])
  })

  it('is not told while it is reckoned, nor once it is taken', () => {
    expect(proposedOf({ ...till, quoting: true })).toBeNull()
    expect(proposedOf({ ...till, couponIds: ['best'] })).toBeNull()
    expect(proposedOf({ ...till, couponIds: ['latte', 'best'] })).toBeNull()
    expect(proposedOf({ ...till, quote: null })).toBeNull()
  })

  it('says why another one has no place in it', () => {
    expect(leftOutNoteOf(till, 'worse')).toBe('和“好券”不能同时用')
    expect(leftOutNoteOf(till, 'best')).toBe('')
    expect(leftOutNoteOf({ ...till, quoting: true }, 'worse')).toBe('')
  })
})

function tillWith(bill: string, coupons: Coupon[]) {
  const scanned = scannedMember({ todayOn: '2026-12-01', coupons })
  return { typed: { ...nothingTyped, bill }, couponIds: [], scanned, quote: null, quoting: false }
}

function coupon(couponId: string, thresholdFen: number): Coupon {
  return walletCoupon({ couponId, title: '减 5 元券', thresholdFen })
}
