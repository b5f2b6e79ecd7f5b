import { isCollected, itemText, orderedText, priceText, quantityText } from './list-words'

describe('words of lists', () => {
  it('counts pieces by 份 and weight by 斤', () => {
    expect([quantityText(2, 'piece'), quantityText(1.5, 'jin')]).toEqual(['2 份', '1.5 斤'])
  })

  it('says an order as a neighbour would write it', () => {
    expect(orderedText({ name: '草莓', unit: 'piece' }, 2)).toBe('草莓 ×2')
    expect(orderedText({ name: '西瓜', unit: 'jin' }, 1.5)).toBe('西瓜 1.5斤')
  })

  it('names a thing with its specification, where it has one', () => {
    expect(itemText({ name: '草莓', spec: '大盒' })).toBe('草莓 · 大盒')
    expect(itemText({ name: '鸡蛋', spec: null })).toBe('鸡蛋')
  })

  it('knows when all that somebody got is fetched', () => {
    const lines = (got: number | null, collectedQuantity: number) => [
      { gotQuantity: got, collectedQuantity },
      { gotQuantity: 0, collectedQuantity: 0 },
    ]
    expect(isCollected(lines(2, 1))).toBe(false)
    expect(isCollected(lines(2, 2))).toBe(true)
    expect(isCollected(lines(null, 0))).toBe(false)
  })

  it('says of weighed goods what half a kilo costs', () => {
    expect([priceText(1_990, 'piece'), priceText(600, 'jin')]).toEqual(['19.90', '6/斤'])
  })
})
