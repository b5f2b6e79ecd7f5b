import { textItems } from '../../../dev/harness/text-lists'
import { fold } from './fold'
import { goodsOf } from './goods'
import { remarkAt } from './remarks'
import { tokensOf } from './tokens'

const goods = goodsOf(textItems(['苹果']))
const remark = (words: string) => {
  const text = fold(words)
  const end = text.key.length
  return remarkAt(tokensOf(text, goods, [0, end]), 0, { text, end })?.words ?? null
}

describe('a remark', () => {
  it.each(['晚点拿', '已付', '周六自提', '不要袋子', '晚上8点拿', '3-501'])(
    '%s is one',
    (words) => {
      expect(remark(words)).toBe(words)
    },
  )

  it.each(['蓝莓', '热狗2', '苹果', '早饭2份', '不要苹果'])('%s may be goods', (words) => {
    expect(remark(words)).toBeNull()
  })

  it('behind its label is all of the line', () => {
    expect([remark('备注：苹果 2 份'), remark('备注〔3. 王姐〕 苹果')]).toEqual([
      '苹果 2 份',
      '3. 王姐',
    ])
  })
})
