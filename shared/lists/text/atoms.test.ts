import { textItems } from '../../../dev/harness/text-lists'
import { amountOfWords, atomsOf, intersection } from './atoms'
import { fold } from './fold'
import { goodsOf } from './goods'
import { tokensOf } from './tokens'

const goods = goodsOf(textItems(['苹果 大号', '苹果 小号', '梨', '鸡蛋 30枚']))
const read = (words: string) => {
  const text = fold(words)
  const tokens = tokensOf(text, goods, [0, text.key.length])
  return { text, tokens, atoms: atomsOf(tokens, text) }
}

describe('goods and amounts', () => {
  it('are one where name and specification say the same item', () => {
    const { atoms } = read('苹果 大号2 梨1')
    expect(atoms.ok && atoms.value.map(({ kind }) => kind)).toEqual([
      'item',
      'amount',
      'item',
      'amount',
    ])
  })

  it('leave open what a minus may mean', () => expect(read('苹果2 -1').atoms.ok).toBe(false))

  it('may look like each other', () => {
    const { text, tokens } = read('30枚')
    expect(tokens[0] && amountOfWords(text, tokens[0])?.value).toBe(30)
    expect(intersection(new Set(['a', 'b']), new Set(['b']))).toEqual(new Set(['b']))
  })
})
