import { linesOf } from './json-lines'

const textOf = (value: unknown) =>
  linesOf(value).map(
    ({ depth, tokens }) => '  '.repeat(depth) + tokens.map(({ text }) => text).join(''),
  )

describe('a document, laid out for reading', () => {
  it('gives every field a line, and short lists one', () => {
    expect(textOf({ _id: 'eggs', tags: ['a', 1], lots: [{ points: 5 }], none: {} })).toEqual([
      '{',
      '  _id: "eggs",',
      '  tags: ["a", 1],',
      '  lots: [',
      '    {',
      '      points: 5',
      '    }',
      '  ],',
      '  none: {}',
      '}',
    ])
  })

  it('writes the time in Shanghai behind an instant, and behind no other figure', () => {
    expect(linesOf(Date.parse('2026-11-21T02:00:05Z'))[0]?.tokens.at(-1)).toEqual({
      kind: 'note',
      text: '2026-11-21 10:00:05',
    })
    expect(textOf(188)).toEqual(['188'])
  })

  it.each([
    [{ $date: '2026-11-21T02:00:05Z' }],
    [{ $date: Date.parse('2026-11-21T02:00:05Z') }],
    [{ $date: { $numberLong: String(Date.parse('2026-11-21T02:00:05Z')) } }],
  ])('reads the date %j', (date) => {
    expect(textOf(date)).toEqual(['Date2026-11-21 10:00:05'])
  })

  it('cuts what nobody reads to the end, and says how much', () => {
    expect(textOf('x'.repeat(500))[0]).toContain('还有 100 个字符')
    const long = textOf({ rows: Array.from({ length: 4_000 }, (_, row) => ({ row })) })
    expect(long).toHaveLength(3_001)
    expect(long.at(-1)).toContain('行没有显示')
  })
})
