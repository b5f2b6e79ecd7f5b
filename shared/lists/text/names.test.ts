import { textItems } from '../../../dev/harness/text-lists'
import { fold } from './fold'
import { goodsOf } from './goods'
import { mayBeName, mayStandAlone } from './names'
import { tokensOf } from './tokens'

const goods = goodsOf(textItems(['苹果', '草莓']))
const tokens = (words: string) => {
  const text = fold(words)
  return { text, all: tokensOf(text, goods, [0, text.key.length]) }
}
const isName = (words: string) => {
  const { text, all } = tokens(words)
  return mayBeName(all, { text, next: undefined, shared: goods.letterSet })
}

describe('a name', () => {
  it.each([
    ...[
      '王姐',
      '295-909',
      '3栋2单元501',
      '505 4/4',
      'We.S',
      'Amy Chen',
      '小莓3',
      '苹果妈妈',
      '🍓小莓',
    ],
    ...['王姐 13800138000', '幸福 一家', '一只猫', '王五'],
  ])('may be %s', (words) => expect(isName(words)).toBe(true))

  it.each([
    '苹果',
    '苹果2',
    '2',
    '取消',
    '王姐 苹果2',
    '王姐 2份',
    '王姐 蓝莓',
    '王姐 3',
    '同上',
    '×2',
  ])('is never %s', (words) => expect(isName(words)).toBe(false))

  it('stands alone only where nothing of it may be goods or an amount', () => {
    const alone = (words: string) => mayStandAlone(tokens(words).all, tokens(words).text)
    expect([alone('小莓'), alone('小莓2'), alone('小莓 大号'), alone('505 4/4')]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})
