import { textItems } from '../../../dev/harness/text-lists'
import { actAt, sameAt } from './acts'
import { fold } from './fold'
import { goodsOf } from './goods'

const goods = goodsOf(textItems(['苹果']))
const act = (words: string) => {
  const text = fold(words)
  return actAt({ text, goods, end: text.key.length }, 0)?.kind ?? null
}

describe('a word that does something', () => {
  it.each([
    ['改成3', 'change'],
    ['加1', 'more'],
    ['减一', 'less'],
    ['不要苹果', 'drop'],
    ['要苹果', 'filler'],
    ['加菲', null],
    ['要开心', null],
    ['改天拿', null],
  ])('%s is %s: goods or a number follow it', (words, kind) => expect(act(words)).toBe(kind))

  it('takes what somebody else has, alone', () => {
    const around = { gap: 'space', before: undefined } as const
    expect(sameAt('同上', 0, around)).toMatchObject({ kind: 'same', number: null })
    expect(sameAt('同3号', 0, around)).toMatchObject({ kind: 'same', number: 3 })
    expect(sameAt('一样的烟火', 0, around)).toBeNull()
  })
})
