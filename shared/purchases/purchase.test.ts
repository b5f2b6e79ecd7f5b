import fc from 'fast-check'
import { fiveOff, inTime, named } from '../../dev/harness/coupon-bills'
import { accept, refuse } from '../refusal'
import { newShop } from '../rules/shop'
import {
  admitRepeat,
  admitSettle,
  type BillWish,
  billFor,
  type RecentSettle,
  rememberSettle,
} from './purchase'

const MINUTE_MS = 60_000
const rule = newShop.earnRule
const coupons = { some: named(fiveOff), use: inTime }
const wish: BillWish = {
  billFen: 9_999,
  excludedFen: 0,
  lines: null,
  freightFen: 0,
  todayOn: '2026-03-20',
  coupons: null,
  earned: null,
}

const line = { lineNo: 1, isExcluded: false, couponOffFen: 0, pointsOffFen: 0, roundOffFen: 0 }

describe('a bill', () => {
  it('without a coupon is paid in full and earns a point a yuan', () => {
    expect(billFor(wish, rule)).toEqual(
      accept({
        billFen: 9_999,
        excludedFen: 0,
        lines: [{ ...line, title: '商品', amountFen: 9_999, paidFen: 9_999 }],
        freightFen: 0,
        couponOffFen: 0,
        ...{ points: null, roundOffFen: 0 },
        paidFen: 9_999,
        steps: [{ kind: 'goods', title: '商品', couponId: null, changeFen: 9_999 }],
        earnedPoints: 99,
        cap: null,
      }),
    )
  })

  it('with a coupon and excluded goods shows each step', () => {
    expect(billFor({ ...wish, billFen: 10_000, excludedFen: 4_000, coupons }, rule)).toEqual(
      accept({
        billFen: 10_000,
        excludedFen: 4_000,
        lines: [
          { ...line, title: '商品', amountFen: 6_000, couponOffFen: 300, paidFen: 5_700 },
          {
            ...{ ...line, lineNo: 2, title: '不积分商品', amountFen: 4_000, isExcluded: true },
            ...{ couponOffFen: 200, paidFen: 3_800 },
          },
        ],
        freightFen: 0,
        couponOffFen: 500,
        ...{ points: null, roundOffFen: 0 },
        paidFen: 9_500,
        steps: [
          { kind: 'goods', title: '商品', couponId: null, changeFen: 10_000 },
          { kind: 'coupon', title: '满30减5元', couponId: '1', changeFen: -500 },
        ],
        earnedPoints: 57,
        cap: null,
      }),
    )
  })

  it('takes points off what the coupon left, and earns on the money alone', () => {
    const account = { balancePoints: 1_000, debtPoints: 0, frozen: null }
    const half = {
      ruleId: 'pay-with-points',
      ...{ version: 1, pointsPerYuan: 100 },
      ...{ minSharePercent: 0, maxSharePercent: 50, minPoints: 100 },
    } as const
    const paying = { points: 1_000, account, rule: half }
    const paid = { ...wish, billFen: 5_000, freightFen: 600, coupons, paying }
    expect(billFor(paid, rule)).toMatchObject({
      value: {
        ...{ couponOffFen: 500, points: { offFen: 1_000 }, paidFen: 4_100, earnedPoints: 35 },
        lines: [{ couponOffFen: 500, pointsOffFen: 1_000, paidFen: 3_500 }],
      },
    })
    const tooMuch = { ...paid, billFen: 1_999, coupons: null }
    expect(billFor(tooMuch, rule)).toMatchObject({ code: 'POINTS_PAY_RANGE' })
  })

  it('earns more on a member day, and no more than the caps leave', () => {
    const rich = { ...rule, memberDay: { days: [20], percent: 200 }, dayCapPoints: 150 }
    expect(billFor(wish, rich)).toMatchObject({ value: { earnedPoints: 150, cap: 'day' } })
    const earned = { on: wish.todayOn, dayPoints: 150, monthPoints: 150 }
    expect(billFor({ ...wish, earned }, rich)).toMatchObject({
      value: { earnedPoints: 0, cap: 'day' },
    })
    const plain = { ...wish, billFen: 5_000 }
    expect(billFor(plain, rich)).toMatchObject({ value: { earnedPoints: 100, cap: null } })
  })

  it('of excluded goods alone is paid and earns nothing', () => {
    expect(billFor({ ...wish, excludedFen: 9_999 }, rule)).toMatchObject({
      value: { paidFen: 9_999, earnedPoints: 0 },
    })
  })

  it('line by line earns what it earns as one sum', () => {
    const lines = [
      { title: '苹果', amountFen: 3_333, isExcluded: false },
      { title: '香烟', amountFen: 4_000, isExcluded: true },
      { title: '牛奶', amountFen: 2_667, isExcluded: false },
    ]
    const asOneSum = billFor({ ...wish, billFen: 10_000, excludedFen: 4_000, coupons }, rule)
    const byLine = billFor({ ...wish, billFen: 10_000, lines, coupons }, rule)
    const paidFen = [3_166, 3_800, 2_534]
    expect(byLine).toMatchObject({ value: { lines: paidFen.map((fen) => ({ paidFen: fen })) } })
    if (!asOneSum.ok || !byLine.ok) throw new Error('refused')
    expect({ ...byLine.value, lines: [] }).toEqual({ ...asOneSum.value, lines: [] })
  })

  it('adds freight to what is paid, and earns nothing for it', () => {
    expect(billFor({ ...wish, freightFen: 600 }, rule)).toMatchObject({
      value: { billFen: 9_999, freightFen: 600, paidFen: 10_599, earnedPoints: 99 },
    })
  })

  it('refuses more excluded goods than there are on the bill', () => {
    expect(billFor({ ...wish, excludedFen: 10_000 }, rule)).toEqual(
      refuse('INPUT_INVALID', { field: 'excludedFen' }),
    )
  })

  it('refuses a coupon that does not fit, with the reason', () => {
    expect(billFor({ ...wish, billFen: 2_000, coupons }, rule)).toEqual(
      refuse('COUPON_THRESHOLD', { missingFen: 1_000, couponId: '1' }),
    )
    expect(
      billFor(
        { ...wish, coupons: { ...coupons, some: named({ ...fiveOff, state: 'used' }) } },
        rule,
      ),
    ).toEqual(refuse('COUPON_USED', { couponId: '1' }))
  })

  it('always adds up: what is paid and what the coupon took are the bill', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.nat(60_000), (billFen, excludedFen) => {
        const bill = billFor({ ...wish, billFen, excludedFen, coupons }, rule)
        if (!bill.ok) return expect(excludedFen > billFen || billFen < 3_000).toBe(true)
        expect(bill.value.paidFen + bill.value.couponOffFen).toBe(billFen)
        expect(bill.value.paidFen).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the last minutes at the till', () => {
  const first: RecentSettle = {
    purchaseId: 'p1',
    at: 100 * MINUTE_MS,
    billFen: 3_580,
    storeId: 'wutong',
    codeStep: 100,
    hasReceipt: false,
    paidFen: 3_580,
    earnedPoints: 35,
  }
  const next = { ...first, at: 104 * MINUTE_MS, codeStep: 104 }

  it('admits a first purchase', () => {
    expect(admitSettle([], next, false)).toEqual(accept(null))
  })

  it('admits one purchase for one code, confirmed or not', () => {
    const again = { ...next, codeStep: 100, billFen: 9_900, hasReceipt: true }
    expect(admitSettle([first], again, true)).toEqual(refuse('CODE_USED'))
  })

  it('asks 重复? for the same amount in the same store', () => {
    expect(admitSettle([first], next, false)).toEqual(
      refuse('PURCHASE_REPEAT', { settledAt: first.at, billFen: 3_580 }),
    )
  })

  it.each([
    ['the clerk confirmed it', {}, true],
    ['it has a receipt of its own', { hasReceipt: true }, false],
    ['the amount differs by a fen', { billFen: 3_581 }, false],
    ['it is in another store', { storeId: 'hebin' }, false],
    ['ten minutes are over', { at: 110 * MINUTE_MS }, false],
  ])('does not ask when %s', (_why, change, confirmed) => {
    expect(admitSettle([first], { ...next, ...change }, confirmed)).toEqual(accept(null))
  })

  it('asks it also for what was paid then, or is paid now', () => {
    const couponed = { ...first, billFen: 4_080, paidFen: 3_580 }
    const repeat = refuse('PURCHASE_REPEAT', { settledAt: first.at, billFen: 4_080 })
    expect(admitSettle([couponed], { ...next, billFen: 3_580 }, false)).toEqual(repeat)
    expect(admitRepeat([couponed], { ...next, sumsFen: [9_000, 3_580] }, false)).toEqual(repeat)
    expect(admitRepeat([couponed], { ...next, sumsFen: [9_000, 3_581] }, false).ok).toBe(true)
  })

  it('still asks one millisecond before ten minutes are over', () => {
    const late = { ...next, at: 110 * MINUTE_MS - 1 }
    expect(admitSettle([first], late, false)).toMatchObject({ code: 'PURCHASE_REPEAT' })
  })

  it('remembers a code for as long as a ticket of it can live', () => {
    // Scanned in the last moment of the next minute, and used ten minutes later.
    const lastUseAt = first.at + 12 * MINUTE_MS - 1
    const between = { ...next, at: lastUseAt - 1, codeStep: 111 }
    const recent = rememberSettle(rememberSettle([], first), between)
    const again = { ...first, at: lastUseAt }
    expect(admitSettle(recent, again, true)).toEqual(refuse('CODE_USED'))
  })

  it('forgets what no rule asks for any more', () => {
    const later = { ...next, at: first.at + 15 * MINUTE_MS }
    expect(rememberSettle([first], later)).toEqual([later])
  })
})
