import { plainText } from './fold'

describe('the plain spelling', () => {
  it.each([
    ['１，２８０。５', '1,280.5'],
    ['　A　－　１　', 'A - 1'],
    ['—–−‐－', '-----'],
    ['￥５', '¥5'],
    ['\u202d138\u202c', '138'],
    ['a\t\r\n b', 'a b'],
    ["'007", '007'],
    ['="007"', '007'],
    ['说明“五”', '说明“五”'],
  ])('of %j is %j', (typed, plain) => {
    expect(plainText(typed)).toBe(plain)
  })

  it.each(['²', '①', '½', 'Ⅷ', '三', '٣'])('makes no figure of %s', (sign) => {
    expect(plainText(sign)).toBe(sign)
  })
})
