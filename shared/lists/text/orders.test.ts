import { textItems } from '../../../dev/harness/text-lists'
import { atomsOf } from './atoms'
import { fold } from './fold'
import { goodsOf } from './goods'
import { amountFor, linesOf } from './orders'
import { tokensOf } from './tokens'

const items = textItems(['苹果', '梨', '西瓜/jin', '鸡蛋 一箱', '鸡蛋 一板', '牛奶', '牛奶礼盒'])
const goods = goodsOf(items)
const ordered = (words: string) => {
  const text = fold(words)
  const atoms = atomsOf(tokensOf(text, goods, [0, text.key.length]), text)
  const lines = atoms.ok ? linesOf(atoms.value, goods) : atoms
  return lines.ok
    ? lines.value.map(({ itemId, quantity }) => `${itemId}x${quantity}`).join(' ')
    : lines.kind
}

describe('a stretch of goods and amounts', () => {
  it.each([
    ['苹果2 梨1', 'i1x2 i2x1'],
    ['2苹果 1梨', 'i1x2 i2x1'],
    ['苹果2，3梨', 'i1x2 i2x3'],
    ['苹果 梨', 'i1x1 i2x1'],
    ['苹果梨各2', 'i1x2 i2x2'],
    ['西瓜1 苹果梨各2', 'i3x1 i1x2 i2x2'],
    ['鸡蛋2箱', 'i4x2'],
    ['苹果 梨2', 'doubt'],
    ['苹果2 苹果3', 'doubt'],
    ['鸡蛋2', 'doubt'],
    ['牛奶2盒', 'doubt'],
    ['西瓜', 'doubt'],
    ['苹果2 3', 'unread'],
    ['2份', 'unread'],
  ])('%s comes to %s', (words, expected) => expect(ordered(words)).toBe(expected))

  it('is one of an item without an amount, unless it is weighed', () => {
    const wanted = { kind: 'item', itemIds: new Set(['i1']), words: '苹果', gap: 'space' } as const
    const [apple] = items
    const read = apple && amountFor(apple, { ...wanted, like: null, isMerged: false }, null)
    expect(read).toEqual({ ok: true, value: 1 })
  })
})
