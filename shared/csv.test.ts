import fc from 'fast-check'
import { namedSeparator, parseCsv } from './csv'

const cellsOf = (text: string) => {
  const parsed = parseCsv(text)
  return parsed.ok ? parsed.value.map(({ cells }) => cells) : parsed
}

describe('a file of comma-separated values', () => {
  it.each([
    [
      'two plain rows',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'the lines of Windows',
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFF门店,金额\n东店,1',
      [
        ['门店', '金额'],
        ['东店', '1'],
      ],
    ],
    ['commas and quotes in quotes', '"a,b","say ""hi"""', [['a,b', 'say "hi"']]],
    [
      'a line break in quotes',
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'empty cells',
      'a,,\n,,c',
      [
        ['a', '', ''],
        ['', '', 'c'],
      ],
    ],
    ['an empty cell in quotes at the end', 'a,""', [['a', '']]],
    [
      'the lines of an old Mac',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_name, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it('numbers its rows as a spreadsheet does, and leaves out the empty ones', () => {
    const parsed = parseCsv('a\n\n , \n"b\nc"\nd\n')
    const rows = parsed.ok ? parsed.value : []
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([1, 4, 5])
  })

  it.each([
    ['a quote that never closes', 'a,b\nc,"d\ne', 2],
    ['a quote in the middle of a cell', 'a,b"c', 1],
    ['letters after a closing quote', 'a\nb\n"c"d,e', 3],
  ])('refuses %s, and names the row', (_name, text, rowNo) => {
    expect(parseCsv(text)).toEqual({ ok: false, code: 'IMPORT_FILE', detail: { rowNo } })
  })

  it('reads back whatever is written with every cell in quotes', () => {
    const cell = fc.string().filter((text) => text.trim() !== '')
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (written, ending) => {
        const lines = written.map((cells) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
        )
        expect(cellsOf(lines.join(ending))).toEqual(written)
      }),
    )
  })

  it('parts its cells by another sign as well, which is then the only one', () => {
    const tabs = parseCsv('a\t"b\tc"\n1,5\t2;5', '\t')
    expect(tabs.ok && tabs.value.map(({ cells }) => cells)).toEqual([
      ['a', 'b\tc'],
      ['1,5', '2;5'],
    ])
  })

  it.each([
    ['sep=;\r\na;b', { separator: ';', rest: 'a;b' }],
    ['\uFEFF"sep=\t"\ra\tb', { separator: '\t', rest: 'a\tb' }],
    ['SEP=,', { separator: ',', rest: '' }],
    ['sep=|\na|b', null],
    ['a;b\nsep=;', null],
  ])('may name its separator itself: %j', (text, named) => {
    expect(namedSeparator(text)).toEqual(named)
  })
})
