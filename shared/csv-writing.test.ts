import { parseCsv } from './csv'
import { toCsv } from './csv-writing'

describe('a written file', () => {
  it('begins with a byte order mark and is read back as it was', () => {
    const text = toCsv([
      ['门店', '积分'],
      ['东店, "旗舰"', -5],
    ])
    expect(text.startsWith('\uFEFF')).toBe(true)
    const read = parseCsv(text)
    expect(read.ok && read.value.map(({ cells }) => cells)).toEqual([
      ['门店', '积分'],
      ['东店, "旗舰"', '-5'],
    ])
  })

  it('writes money so that a spreadsheet adds it up, below zero too', () => {
    expect(toCsv([[{ fen: 3_580 }, { fen: -50 }]])).toBe('\uFEFF35.80,-0.50\r\n')
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\tx'])('makes no formula of %j', (cell) => {
    expect(toCsv([[cell]])).toBe(`\uFEFF'${cell}\r\n`)
  })
})
