import { textItems } from '../../../dev/harness/text-lists'
import { MAX_ENTRY_LETTERS, readEntry } from './entry'
import { fold } from './fold'
import { goodsOf } from './goods'

const entry = (words: string, rows: readonly string[] = ['苹果', '梨']) => {
  const text = fold(words)
  const read = readEntry(text, goodsOf(textItems(rows)), [0, text.key.length])
  return read.ok ? read.value.name : `? ${read.reason}`
}

describe('one entry', () => {
  it.each([
    ['王姐 苹果2', '王姐'],
    ['小莓3苹果2', '小莓3'],
    ['〔苹果2〕 梨1', '苹果2'],
    ['王姐2 苹果', '? 「2」分不清是名字里的数字还是数量'],
    ['王姐', '? 没写要什么'],
    ['苹果2', '? 看不出是谁接的'],
  ])('%s is of %s', (words, expected) => expect(entry(words)).toBe(expected))

  it('is one of the only item where it names none', () => {
    expect([entry('小莓', ['车厘子']), entry('小莓 2', ['车厘子'])]).toEqual([
      '小莓',
      '? 「2」看不出是不是数量',
    ])
  })

  it('is asked for where it is too long to be one', () => {
    expect(entry(`王姐 ${'苹果'.repeat(MAX_ENTRY_LETTERS)}`)).toBe('? 这一条太长了')
  })
})
