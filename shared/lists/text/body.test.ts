import { textItems } from '../../../dev/harness/text-lists'
import { bodyOf } from './body'
import { fold } from './fold'
import { goodsOf } from './goods'
import { tokensOf } from './tokens'

const goods = goodsOf(textItems(['苹果', '梨']))
const body = (words: string) => {
  const text = fold(words)
  const end = text.key.length
  return bodyOf(tokensOf(text, goods, [0, end]), { text, goods, end })
}

describe('what stands behind a name', () => {
  it('orders, and remarks', () => {
    const read = body('苹果2（已付），梨1 晚点拿')
    expect(read.ok && read.value).toMatchObject({
      lines: [
        { itemId: 'i1', quantity: 2 },
        { itemId: 'i2', quantity: 1 },
      ],
      remark: '已付，晚点拿',
    })
  })

  it.each([
    ['苹果2 改成3', ['set']],
    ['苹果2 加梨1', ['moreOf']],
    ['苹果2 梨1 梨不要了', ['drop']],
    ['取消', ['cancel']],
    ['苹果改成3', ['set']],
  ])('%s changes: %j', (words, kinds) => {
    const read = body(words)
    expect(read.ok && read.value.edits.map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each([
    ['苹果2？', 'doubt'],
    ['苹果2 梨1不要了', 'doubt'],
    ['同上 苹果2', 'doubt'],
    ['蓝莓2', 'unread'],
  ])('%s is asked: %s', (words, kind) => expect(body(words)).toMatchObject({ ok: false, kind }))
})
