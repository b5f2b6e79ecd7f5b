import { amountOf, countOf, portionsOf, quantityOf } from './quantity'

describe('how much somebody orders', () => {
  it.each([
    [1, 'piece', 1],
    [60, 'piece', 60],
    [0.5, 'piece', null],
    [0, 'piece', null],
    [-1, 'piece', null],
    [Number.NaN, 'piece', null],
    [0.5, 'jin', 250],
    [1, 'jin', 500],
    [2.5, 'jin', 1_250],
    [0.25, 'jin', null],
    [1 / 3, 'jin', null],
    [0, 'jin', null],
  ] as const)('%s by %s is %s pieces or grams', (quantity, unit, count) => {
    expect(countOf(quantity, unit)).toBe(count)
    if (count !== null) expect(quantityOf(count, unit)).toBe(quantity)
  })

  it.each([
    [{ unit: 'piece' }, { count: 3, priceFen: 990 }, 2_970],
    [{ unit: 'jin' }, { count: 500, priceFen: 990 }, 990],
    [{ unit: 'jin' }, { count: 250, priceFen: 999 }, 500],
    [{ unit: 'jin' }, { count: 251, priceFen: 100 }, 50],
    [{ unit: 'jin' }, { count: 1_830, priceFen: 680 }, 2_489],
  ] as const)('%j with %j costs %s fen, half a fen up', (item, bought, amountFen) => {
    expect(amountOf(item, bought)).toBe(amountFen)
  })

  it('counts a jin of weighed goods as one portion', () => {
    expect(portionsOf(3, 'piece') + portionsOf(750, 'jin')).toBe(4_500)
  })
})
