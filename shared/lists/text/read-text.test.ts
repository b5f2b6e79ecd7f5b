import { corpusOf, shortly, textItems } from '../../../dev/harness/text-lists'
import { readText } from './read-text'

const fruit = textItems(['苹果', '梨', '西瓜/jin'])
const readFruit = (text: string) => readText(text, { items: fruit, taken: [] })

/** Every line with what came out, and whether an entry was made that nobody wrote. */
function judged(name: 'corpus' | 'held-out') {
  const { lists, texts } = corpusOf(name)
  return texts.map(([list, text, expected]) => {
    const items = textItems(lists[list] ?? [])
    const got = shortly(readText(text, { items, taken: [] }))
    const written = new Set(expected.split(' | '))
    const isGuessed = got.split(' | ').some((one) => one !== '' && one !== '?' && !written.has(one))
    return { list, text, expected, got, isRight: got === expected, isGuessed }
  })
}

describe('a native 接龙 message', () => {
  it('is read right in at least 95 of 100 written lines, and never guessed', () => {
    const lines = judged('corpus')
    expect(lines.length).toBeGreaterThanOrEqual(200)
    expect(lines.filter(({ isGuessed }) => isGuessed)).toEqual([])
    const wrong = lines.filter(({ isRight }) => !isRight)
    expect({ wrong, share: 1 - wrong.length / lines.length >= 0.95 }).toMatchObject({ share: true })
  })

  /** Written after the code stood: 101 of 105 were right at the first run, one a guess (-1 青菜). */
  it('is read as well in lines that the code was not written for', () => {
    const lines = judged('held-out')
    expect(lines.filter(({ isGuessed }) => isGuessed)).toEqual([])
    expect(lines.filter(({ isRight }) => isRight).length / lines.length).toBeGreaterThan(0.95)
  })

  it('says of every doubtful line why', () => {
    const { doubts } = readFruit('1. 王姐 蓝莓2\n2. 李姐 苹果\n3. 张叔 西瓜5两')
    expect(doubts).toEqual([
      { number: 1, text: '王姐 蓝莓2', reason: '看不懂「蓝莓」' },
      { number: 3, text: '张叔 西瓜5两', reason: '「5两」要确认：是两，还是斤' },
    ])
  })

  it('keeps what it passes over, so that nothing is lost in silence', () => {
    const { ignored } = readFruit('#接龙\n三点截单\n\n1.\n2. 王姐 苹果2\n\n谢谢大家')
    expect(ignored).toEqual(['#接龙', '三点截单', '1.', '谢谢大家'])
  })

  it('asks for an order that stands below the entries without a number', () => {
    expect(readFruit('1. 王姐 苹果2\n\n李姐 梨2').doubts).toHaveLength(1)
  })

  it('tells a newer copy of the same message apart: new, changed, known, gone', () => {
    const taken = [
      { number: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 2 }] },
      { number: 2, name: '李姐', lines: [{ itemId: 'i2', quantity: 1 }] },
      { number: 3, name: '张叔', lines: [{ itemId: 'i2', quantity: 1 }] },
    ]
    const text = '1. 张叔 梨1\n2. 王姐 苹果3\n3. 赵姨 苹果1'
    const { entries, gone } = readText(text, { items: fruit, taken })
    expect(entries.map(({ name, seen }) => [name, seen])).toEqual([
      ['张叔', 'known'],
      ['王姐', 'changed'],
      ['赵姨', 'new'],
    ])
    expect(gone).toEqual([{ number: 2, name: '李姐' }])
  })

  it('does not call somebody gone whose line is only unclear', () => {
    const taken = [{ number: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 2 }] }]
    expect(readText('1. 王姐 蓝莓2', { items: fruit, taken }).gone).toEqual([])
  })

  it.each([
    ['digits', '1'],
    ['numbers', '1. '],
    ['entries', '1. 王姐 苹果2\n'],
    ['blanks', '1. 王姐        '],
    ['brackets', '('],
    ['quotes', '〔'],
    ['dashes', '- '],
    ['long dashes', '-----------'],
    ['orders', '苹果2 '],
    ['heads', '#接龙\n1. 王姐 苹果2\n'],
    ['unnumbered lines', '王姐 苹果2\n'],
  ])('is read in linear time whatever it holds: %s', (_, part) => {
    const long = part.repeat(Math.ceil(50_000 / part.length)).slice(0, 50_000)
    const taken = [0, 1, 2].map(() => millisecondsOf(long))
    // Ten times as much would be quadratic at once.
    expect(Math.min(...taken)).toBeLessThan(4_000)
  })
})

function millisecondsOf(text: string): number {
  const before = process.cpuUsage()
  readFruit(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
