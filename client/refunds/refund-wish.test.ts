import { type RefundChoice, wholeChoice, wishOf } from './refund-wish'

const purchase = {
  purchaseId: 'p1',
  freightLeftFen: 600,
  lines: [
    { ...line(1, '苹果'), leftFen: 6_000 },
    { ...line(2, '牛奶'), leftFen: 400 },
  ],
}
const part: RefundChoice = { ...wholeChoice, mode: 'part' }

describe('what a clerk asks to be refunded', () => {
  it('is everything, or the lines with what was typed for them', () => {
    const whole = { ...wholeChoice, isShopFault: true }
    expect(wishOf(purchase, whole)).toEqual({ purchaseId: 'p1', isShopFault: true })
    expect(wishOf(purchase, { ...part, typed: { 1: '12.5' }, withFreight: true })).toEqual({
      purchaseId: 'p1',
      isShopFault: false,
      lines: [{ lineNo: 1, amountFen: 1_250 }],
      freightFen: 600,
    })
    expect(wishOf(purchase, { ...part, withFreight: true })).toMatchObject({ freightFen: 600 })
  })

  it('is nothing while nothing is chosen, or an amount is none that is left', () => {
    expect(wishOf(purchase, part)).toBeNull()
    for (const typed of ['', '0', '4.01', 'x']) {
      expect(wishOf(purchase, { ...part, typed: { 2: typed } })).toBeNull()
    }
  })
})

function line(lineNo: number, title: string) {
  return { lineNo, title, amountFen: 6_000, isExcluded: false, paidFen: 6_000 }
}
