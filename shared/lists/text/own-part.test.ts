import { textItems } from '../../../dev/harness/text-lists'
import { fold } from './fold'
import { goodsOf } from './goods'
import { ownPart } from './own-part'

const goods = goodsOf(textItems(['苹果']))
const own = (words: string, isLast: boolean) => {
  const text = fold(words)
  return words.slice(...ownPart([0, words.length], { text, goods, isLast }).own)
}

describe('what belongs to an entry', () => {
  it('goes on over its lines', () =>
    expect(own('王姐\n苹果2\n已付', true)).toBe('王姐\n苹果2\n已付'))

  it('ends at closing words, dashes, and below the last one at an empty line', () => {
    expect(own('王姐 苹果2\n大家快点', true)).toBe('王姐 苹果2')
    expect(own('王姐 苹果2\n- - - -\n#接龙', false)).toBe('王姐 苹果2')
    expect(own('王姐\n\n苹果2', true)).toBe('王姐')
    expect(own('王姐\n\n苹果2', false)).toBe('王姐\n\n苹果2')
  })
})
