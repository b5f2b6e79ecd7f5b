import { textItems } from '../../../dev/harness/text-lists'
import { chosenBlocks } from './blocks'
import { fold } from './fold'
import { goodsOf } from './goods'
import { cut } from './message'

const goods = goodsOf(textItems(['苹果', '梨']))
const chosen = (words: string) => {
  const text = fold(words)
  const { main, earlier, passed } = chosenBlocks(cut(text.key).blocks, text, goods)
  return [main?.entries.length ?? 0, earlier.length, passed.length]
}

describe('numbered parts of a message', () => {
  it('are entries, unless they are a menu or the words of the owner', () => {
    expect(chosen('1. 苹果 2元\n2. 梨 3元\n\n1. 王姐 苹果2')).toEqual([1, 0, 2])
    expect(chosen('1. 周六自提\n2. 先到先得\n\n1. 王姐 苹果2')).toEqual([1, 0, 2])
  })

  it('may be an earlier copy', () => {
    expect(chosen('#接龙\n1. 王姐 苹果2\n\n#接龙\n1. 王姐 苹果2\n2. 李姐 梨1')).toEqual([2, 1, 0])
  })
})
