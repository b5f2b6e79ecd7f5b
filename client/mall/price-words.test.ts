import { priceText } from './price-words'

describe('the price of a reward', () => {
  it('is points, or points and money', () => {
    expect(priceText({ pricePoints: 1_080, cashFen: 0 })).toBe('1,080 积分')
    expect(priceText({ pricePoints: 500, cashFen: 990 })).toBe('500 积分 + ¥9.90')
  })
})
