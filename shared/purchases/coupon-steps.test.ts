import { fiveOff, inTime, named } from '../../dev/harness/coupon-bills'
import type { CouponRight, CouponTerms } from '../coupons/coupon'
import { noLimits } from '../coupons/coupon-limits'
import type { CouponFigures } from '../coupons/kinds'
import { refuse } from '../refusal'
import { newShop } from '../rules/shop'
import { type BillWish, billFor } from './purchase'

const { faceFen: _face, kind: _kind, ...right } = fiveOff
/** A coupon of these figures, without a threshold unless one is named. */
const coupon = (figures: CouponFigures, part: Partial<CouponRight> = {}): CouponTerms => ({
  ...right,
  thresholdFen: 0,
  ...part,
  ...figures,
})
const tenth = { kind: 'percent', percentOff: 10, capFen: 5_000 } as const
const bag = coupon({ kind: 'exchange', thing: '帆布袋', priceFen: 990 })
const carriage = coupon({ kind: 'freight', capFen: 500 })
const coffee = { ...noLimits, categories: ['咖啡'] }
const own = (stackGroup: string) => ({ stackGroup })

const goods: BillWish = {
  ...{ billFen: 10_000, excludedFen: 0, freightFen: 600, todayOn: inTime.todayOn },
  lines: [
    { title: '拿铁', amountFen: 4_000, isExcluded: false, category: '咖啡' },
    { title: '吐司', amountFen: 6_000, isExcluded: false, category: '面包' },
  ],
  coupons: null,
  earned: null,
}

function billWith(some: readonly CouponTerms[], wish: BillWish = goods) {
  return billFor({ ...wish, coupons: { some: named(...some), use: inTime } }, newShop.earnRule)
}

function stepsOf(some: readonly CouponTerms[], wish: BillWish = goods) {
  const bill = billWith(some, wish)
  if (!bill.ok) throw new Error(bill.code)
  const { steps, paidFen } = bill.value
  expect(steps.reduce((sum, { changeFen }) => sum + changeFen, 0)).toBe(paidFen)
  return steps.map(({ kind, changeFen }) => [kind, changeFen])
}

describe('several coupons on one bill', () => {
  it('come off in one order, however they are named: things, lines, the bill, freight', () => {
    const some = [carriage, fiveOff, coupon(tenth, { limits: coffee }), bag]
    const steps = [
      ['goods', 10_000],
      ['exchange', 990],
      ['coupon', -400],
      ['coupon', -500],
      ['freight', 600],
      ['freightCoupon', -500],
    ]
    expect(stepsOf(some)).toEqual(steps)
    expect(stepsOf([...some].reverse())).toEqual(steps)
  })

  it('for some goods come off their lines alone; a thing at its price bears nothing', () => {
    const bill = billWith([coupon(tenth, { limits: coffee }), bag, fiveOff])
    expect(bill).toMatchObject({
      value: {
        ...{ billFen: 10_990, couponOffFen: 900, freightFen: 600, paidFen: 10_690 },
        lines: [
          { title: '拿铁', couponOffFen: 588, paidFen: 3_412 },
          { title: '吐司', couponOffFen: 312, paidFen: 5_688 },
          { title: '帆布袋', amountFen: 990, couponOffFen: 0, paidFen: 990 },
        ],
      },
    })
  })

  it('of one group exclude each other; groups of their own may go together', () => {
    expect(billWith([fiveOff, coupon(tenth)])).toMatchObject({ code: 'COUPON_STACK' })
    expect(billWith([coupon(tenth, own('a')), coupon(tenth, own('a'))])).toMatchObject({
      code: 'COUPON_STACK',
    })
    // A share comes off before a sum, of what is there then.
    const together = [
      coupon({ kind: 'amountOff', faceFen: 500 }, own('a')),
      coupon(tenth, own('b')),
    ]
    expect(stepsOf(together).slice(1, 3)).toEqual([
      ['coupon', -1_000],
      ['coupon', -500],
    ])
  })

  it('look for their threshold at the goods, before any coupon and without the thing', () => {
    const whole = coupon({ kind: 'amountOff', faceFen: 100 }, { ...own('b'), thresholdFen: 10_000 })
    expect(billWith([coupon(tenth, own('a')), whole, bag]).ok).toBe(true)
    const more = { ...whole, thresholdFen: 10_001 }
    expect(billWith([more, bag])).toEqual(
      refuse('COUPON_THRESHOLD', { missingFen: 1, couponId: '1' }),
    )
    const cups = coupon(tenth, { limits: coffee, thresholdFen: 4_001 })
    expect(billWith([cups])).toMatchObject({ detail: { missingFen: 1 } })
  })

  it('for some goods ask for the bill line by line', () => {
    const cups = coupon(tenth, { limits: coffee })
    expect(billWith([cups], { ...goods, lines: null })).toEqual(
      refuse('COUPON_CATEGORY', { categories: '咖啡', couponId: '1' }),
    )
  })

  it('leave a fen of the goods to be paid, and refuse to be used up for nothing', () => {
    const small = { ...goods, billFen: 3, lines: null, freightFen: 0 }
    const [one, two] = [own('a'), own('b')].map((group) =>
      coupon({ kind: 'amountOff', faceFen: 900 }, group),
    )
    if (!one || !two) throw new Error('two coupons')
    expect(stepsOf([one], small)).toEqual([
      ['goods', 3],
      ['coupon', -2],
    ])
    expect(billWith([one, two], small)).toMatchObject({ code: 'COUPON_THRESHOLD' })
  })

  it('may be a thing alone, and nothing else makes a bill of nothing', () => {
    const nothing = { ...goods, billFen: 0, lines: null, freightFen: 0 }
    expect(stepsOf([bag], nothing)).toEqual([['exchange', 990]])
    expect(billWith([], nothing)).toEqual(refuse('INPUT_INVALID', { field: 'billFen' }))
    expect(billWith([fiveOff], nothing)).toEqual(refuse('INPUT_INVALID', { field: 'billFen' }))
  })

  it('name the coupon that did not fit', () => {
    const used = { ...fiveOff, state: 'used' } as const
    expect(billWith([bag, used])).toEqual(refuse('COUPON_USED', { couponId: '2' }))
  })
})
