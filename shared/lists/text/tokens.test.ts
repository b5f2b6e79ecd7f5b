import { textItems } from '../../../dev/harness/text-lists'
import { fold } from './fold'
import { goodsOf } from './goods'
import { tokensOf } from './tokens'

const goods = goodsOf(textItems(['苹果', 'A套餐', 'B套餐']))
const kinds = (words: string) => {
  const text = fold(words)
  return tokensOf(text, goods, [0, text.key.length]).map(({ kind, gap }) =>
    gap === 'glued' ? `+${kind}` : kind,
  )
}

describe('the words of an entry', () => {
  it.each([
    ['王姐 苹果2', ['word', 'item', '+amount']],
    ['王姐苹果两份', ['word', '+item', '+amount']],
    ['AB各2', ['item', 'item', '+each', '+amount']],
    ['李姐 同上', ['word', 'same']],
    ['王五 取消', ['word', 'cancel']],
    ['3栋501 加1', ['room', 'more', '+amount']],
    ['王姐（已付）', ['word', '+group']],
    ['〔1×2〕', ['item', '+amount']],
    ['一家人', ['word']],
    ['加菲', ['word']],
  ])('%s are %j', (words, expected) => expect(kinds(words)).toEqual(expected))
})
