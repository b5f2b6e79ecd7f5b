import { whyOf } from './why-amount'

const line = { amountFen: 6_000, isExcluded: false, paidFen: 5_481, leftFen: 6_000 }
const purchase = {
  lines: [
    { ...line, lineNo: 1, title: '苹果' },
    { ...line, lineNo: 2, title: '牛奶' },
  ],
  ...{ couponOffFen: 1_038, pointsOffFen: 0 },
}
const back = (amountFen: number, paidFen: number) => ({
  lines: [{ lineNo: 1, amountFen, paidFen }],
})

describe('why a refund is less than its price', () => {
  it('is the share of what was taken off when it was paid', () => {
    expect(whyOf(purchase, back(2_000, 1_827))).toEqual([
      '“苹果”原价 ¥20.00，付款时优惠摊到 ¥1.73，实付 ¥18.27，按实付退',
    ])
    expect(whyOf({ ...purchase, pointsOffFen: 500 }, back(2_000, 1_600))[0]).toContain('优惠和积分')
    expect(whyOf({ ...purchase, couponOffFen: 0, pointsOffFen: 500 }, back(2_000, 1_600))).toEqual([
      '“苹果”原价 ¥20.00，付款时积分摊到 ¥4.00，实付 ¥16.00，按实付退',
    ])
  })

  it('needs no name on a bill of one line, and no word where nothing was taken off', () => {
    const one = { ...purchase, lines: purchase.lines.slice(0, 1) }
    expect(whyOf(one, back(2_000, 1_827))[0]).toMatch(/^原价/)
    expect(whyOf(purchase, back(2_000, 2_000))).toEqual([])
  })
})
