import { textItems } from '../../../dev/harness/text-lists'
import { addLabel, amountLike, goodsOf, mentionIn } from './goods'

const goods = goodsOf(textItems(['苹果 大号', '苹果 小号', '五常大米', 'J 鸡胸', '草莓']))
const named = (words: string) => {
  const found = mentionIn(goods.root, words, [0, words.length])
  return found ? `${[...found.mention.itemIds].join(' ')} to ${found.to}` : null
}

describe('goods of a list', () => {
  it.each([
    ['五常大米', 'i3 to 4'],
    ['大米2', 'i3 to 2'],
    ['苹果大号', 'i1 to 4'],
    ['小号', 'i2 to 2'],
    ['苹果', 'i1 i2 to 2'],
    ['🍓', 'i5 to 2'],
    ['鸡胸', 'i4 to 2'],
    ['蓝莓', null],
  ])('%s names %s', (words, expected) => expect(named(words)).toBe(expected))

  it('have letters of the menu', () => {
    expect([...(goods.letters.get('j') ?? [])]).toEqual(['i4'])
    addLabel(goods, '①', 'i5')
    expect(named('①2')).toBe('i5 to 1')
  })

  it('may be called like an amount', () => {
    expect([amountLike('5斤'), amountLike('5'), amountLike('大号')]).toEqual([
      'amount',
      'number',
      null,
    ])
  })
})
