import { cellText, columnsIn, idText, nextOrder, orderOf } from './document-columns'

describe('a page of documents', () => {
  it('puts the _id first, then plain fields, then nested ones, and leaves rare ones out', () => {
    const plain = Array.from({ length: 9 }, (_, at) => ({ lots: [], points: at, _id: `e${at}` }))
    const documents = [...plain, { _id: 'odd', note: 'only here' }]
    expect(columnsIn(documents)).toEqual(['_id', 'points', 'lots'])
  })

  it('has at least the _id when the page is empty', () => {
    expect(columnsIn([])).toEqual(['_id'])
  })

  it.each([
    [undefined, ''],
    [null, 'null'],
    [188, '188'],
    [Date.parse('2026-11-21T02:00:00Z'), '2026-11-21 10:00:00'],
    [{ $date: '2026-11-21T02:00:00Z' }, '2026-11-21 10:00:00'],
    [[1, 2, 3], '[3]'],
    [{ points: 1 }, '{"points":1}'],
    [true, 'true'],
  ])('writes %j as “%s”', (value, text) => {
    expect(cellText(value)).toBe(text)
  })

  it('tells a number that is an _id from a text of the same digits', () => {
    expect([idText(7), idText('7')]).toEqual(['number:7', '7'])
  })

  it('goes from rising to falling to no order', () => {
    const rising = nextOrder(undefined, 'seq')
    expect(orderOf(rising, 'seq')).toBe('ascending')
    const falling = nextOrder(rising, 'seq')
    expect(orderOf(falling, 'seq')).toBe('descending')
    expect(nextOrder(falling, 'seq')).toBe('')
    expect(orderOf('{broken', 'seq')).toBeUndefined()
  })
})
