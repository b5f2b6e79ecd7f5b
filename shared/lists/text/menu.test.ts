import { textItems } from '../../../dev/harness/text-lists'
import { fold } from './fold'
import { goodsOf, mentionIn } from './goods'
import { hasCounted, isGoodsAlone, isMenuLine, learnLabel, lineText, mayOrder } from './menu'

const list = () => goodsOf(textItems(['苹果', '牛肉饭']))
const on = <T>(
  judge: (
    text: ReturnType<typeof fold>,
    goods: ReturnType<typeof list>,
    stretch: readonly [number, number],
  ) => T,
  words: string,
) => {
  const text = fold(words)
  return judge(text, list(), [0, text.key.length])
}

describe("the owner's words", () => {
  it('teach what letters stand for', () => {
    const goods = list()
    learnLabel(fold('M. 牛肉饭 20元'), goods, [0, 10])
    learnLabel(fold('②苹果'), goods, [0, 3])
    expect([...(goods.letters.get('m') ?? [])]).toEqual(['i2'])
    expect(mentionIn(goods.root, '②', [0, 1])?.mention.itemIds).toEqual(new Set(['i1']))
  })

  it('are prices, unless somebody is called so', () => {
    expect([on(isMenuLine, '苹果 12元/份'), on(isMenuLine, '苹果妈妈 梨2 12元')]).toEqual([
      true,
      false,
    ])
    expect([on(isGoodsAlone, '苹果'), on(isGoodsAlone, '苹果2')]).toEqual([true, false])
  })

  it('may hide an order', () => {
    expect([on(mayOrder, '李姐 苹果2'), on(mayOrder, '苹果2元'), on(mayOrder, '三点截单')]).toEqual(
      [true, false, false],
    )
    expect([on(hasCounted, '苹果2份 20元'), on(hasCounted, '苹果 20元')]).toEqual([true, false])
    expect(on((text, _, stretch) => lineText(text, stretch), ' a\u200b ')).toBe('a')
  })
})
