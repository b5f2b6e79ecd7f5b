import { cut, isBoundary } from './message'

const parts = (key: string) =>
  cut(key).blocks.map(({ entries }) =>
    entries.map(({ number, stretch }) => `${number}:${key.slice(...stretch).trim()}`),
  )

describe('a message', () => {
  it('is cut at its numbers, in lines or where the breaks were lost', () => {
    expect(parts('#接龙\n1. a\n2. b')).toEqual([['1:a', '2:b']])
    expect(parts('#接龙 1. a 2. b 4. c')).toEqual([['1:a', '2:b', '4:c']])
    expect(parts('1. a 2. b\n3. c')).toEqual([['1:a', '2:b', '3:c']])
  })

  it('begins anew where numbers begin anew', () => {
    expect(parts('1. a\n2. b\n1. c')).toEqual([['1:a', '2:b'], ['1:c']])
  })

  it('does not take a decimal or a quoted number for one', () => {
    expect(parts('1. a 2.5斤\n2. 〔b 3. c〕 d')).toEqual([['1:a 2.5斤', '2:〔b 3. c〕 d']])
  })

  it('knows the lines that show how to write', () => {
    const key = '#接龙\n例 a\nb\n\n1. c'
    expect(cut(key).examples.map((stretch) => key.slice(...stretch))).toEqual(['例 a', 'b'])
  })

  it('ends at a head or at dashes', () => {
    expect([isBoundary('# 接龙'), isBoundary('- - - -'), isBoundary('3-501')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
