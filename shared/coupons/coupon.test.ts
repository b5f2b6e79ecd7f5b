import fc from 'fast-check'
import { accept, refuse } from '../refusal'
import {
  type CouponTemplate,
  type CouponTerms,
  couponExpiryOf,
  couponOffFor,
  isUsableIn,
  returnedCouponExpiryOf,
} from './coupon'

const coupon: CouponTerms = {
  kind: 'amountOff',
  faceFen: 500,
  thresholdFen: 3_000,
  validFromOn: '2026-03-10',
  expiresOn: '2026-04-08',
  storeIds: [],
  state: 'issued',
}
const use = { billFen: 3_580, storeId: 'wutong', todayOn: '2026-03-20' }

describe('a coupon on a bill', () => {
  it('takes its face value off', () => {
    expect(couponOffFor(coupon, use)).toEqual(accept(500))
  })

  it.each(['2026-03-10', '2026-04-08'])('can be used on %s, its first and its last day', (on) => {
    expect(couponOffFor(coupon, { ...use, todayOn: on })).toEqual(accept(500))
  })

  it('fits a bill of exactly its threshold, and not one fen less', () => {
    expect(couponOffFor(coupon, { ...use, billFen: 3_000 })).toEqual(accept(500))
    expect(couponOffFor(coupon, { ...use, billFen: 2_999 })).toEqual(
      refuse('COUPON_THRESHOLD', { missingFen: 1 }),
    )
  })

  it('is used in its stores only; naming none means all', () => {
    const own = { ...coupon, storeIds: ['hebin', 'wutong'] }
    expect(couponOffFor(own, use)).toEqual(accept(500))
    expect(couponOffFor({ ...coupon, storeIds: ['hebin'] }, use)).toEqual(refuse('COUPON_STORE'))
  })

  it.each([
    ['used', {}, 'COUPON_USED'],
    ['revoked', {}, 'COUPON_NOT_FOUND'],
    ['issued', { todayOn: '2026-03-09' }, 'COUPON_NOT_YET'],
    ['issued', { todayOn: '2026-04-09' }, 'COUPON_EXPIRED'],
  ] as const)('%s, used with %j, is refused as %s', (state, change, code) => {
    const refused = couponOffFor({ ...coupon, state }, { ...use, ...change })
    expect(refused).toMatchObject({ ok: false, code })
  })

  it('says that it was used rather than that it expired since', () => {
    const late = { ...use, todayOn: '2026-12-01' }
    expect(couponOffFor({ ...coupon, state: 'used' }, late)).toEqual(refuse('COUPON_USED'))
  })

  it('always leaves at least one fen to be paid', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), (face, threshold, bill) => {
        const terms = { ...coupon, faceFen: face + 1, thresholdFen: threshold }
        const off = couponOffFor(terms, { ...use, billFen: bill + 1 })
        if (!off.ok) return expect(bill + 1).toBeLessThan(Math.max(threshold, 2))
        expect(off.value).toBeLessThanOrEqual(face + 1)
        expect(off.value).toBeGreaterThanOrEqual(1)
        expect(bill + 1 - off.value).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('a bill of one fen', () => {
  it('uses no coupon up, since nothing could come off it', () => {
    const free = { ...coupon, thresholdFen: 0 }
    const refused = refuse('COUPON_THRESHOLD', { missingFen: 1 })
    expect(couponOffFor(free, { ...use, billFen: 1 })).toEqual(refused)
    expect(couponOffFor(free, { ...use, billFen: 2 })).toEqual(accept(1))
  })
})

describe('the days of a coupon', () => {
  const template: CouponTemplate = {
    templateId: 'welcome-5',
    title: '新人满30减5元券',
    kind: 'amountOff',
    faceFen: 500,
    thresholdFen: 3_000,
    validDays: 30,
    storeIds: [],
  }

  it.each([
    [30, '2026-04-08', 'the day of issue is the first of thirty'],
    [1, '2026-03-10', 'for one day'],
  ])('with %i days it lives until %s: %s', (validDays, expected) => {
    expect(couponExpiryOf('2026-03-10', { ...template, validDays })).toBe(expected)
  })

  it.each([
    ['2026-04-08', '2026-03-20', '2026-04-08', 'it has longer than that: it keeps its day'],
    ['2026-04-08', '2026-04-01', '2026-04-08', 'exactly a week is left'],
    ['2026-04-08', '2026-04-02', '2026-04-09', 'less than a week is left'],
    ['2026-04-08', '2026-05-20', '2026-05-27', 'it has expired meanwhile'],
  ])('of %s, returned on %s, it lives until %s: %s', (expiresOn, todayOn, expected) => {
    expect(returnedCouponExpiryOf(expiresOn, todayOn)).toBe(expected)
  })
})

describe("a coupon in the clerk's one line", () => {
  it('is named on its days and in its stores only', () => {
    const west = { ...coupon, storeIds: ['west'] }
    const here = { storeId: 'west', todayOn: '2026-03-20' }
    expect(isUsableIn(west, here)).toBe(true)
    expect(isUsableIn(west, { ...here, storeId: 'east' })).toBe(false)
    expect(isUsableIn(west, { ...here, todayOn: '2026-04-09' })).toBe(false)
    expect(isUsableIn({ ...west, state: 'used' }, here)).toBe(false)
  })
})
