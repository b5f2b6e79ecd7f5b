import { amountOffFor, ampleBillFen } from './amount-off'

const coupon = { kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 } as const

describe('a sum off a bill', () => {
  it.each([
    [3_000, 500],
    [10_000, 500],
  ])('takes its face off a bill of %i fen: %i', (billFen, offFen) => {
    expect(amountOffFor(coupon, billFen)).toEqual({ ok: true, value: offFen })
  })

  it('says what a smaller bill lacks', () => {
    expect(amountOffFor(coupon, 2_999)).toMatchObject({
      code: 'COUPON_THRESHOLD',
      detail: { missingFen: 1 },
    })
  })

  it('leaves a fen to pay, and takes nothing off a bill of one fen', () => {
    const free = { ...coupon, thresholdFen: 0 }
    expect(amountOffFor(free, 400)).toEqual({ ok: true, value: 399 })
    expect(amountOffFor(free, 2)).toEqual({ ok: true, value: 1 })
    expect(amountOffFor(free, 1)).toMatchObject({ ok: false })
  })

  it('fits an ample bill, with its whole face', () => {
    for (const some of [coupon, { ...coupon, thresholdFen: 0 }]) {
      expect(amountOffFor(some, ampleBillFen(some))).toEqual({ ok: true, value: 500 })
    }
  })
})
