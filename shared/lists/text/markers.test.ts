import { bareMarkerAt, markerAt, weakMarkerAt } from './markers'

describe('a number in front of an entry', () => {
  it.each([
    ['1. 王', 1],
    ['12、王', 12],
    ['3)王', 3],
    ['(4) 王', 4],
    ['⑤王', 5],
    ['⒍王', 6],
    ['㉑王', 21],
    ['1⃣2⃣ 王', 12],
    ['🔟王', 10],
    ['七、王', 7],
    ['no.8 王', 8],
  ])('%s is %d', (text, number) => expect(markerAt(text, 0)?.number).toBe(number))

  it.each(['2.5斤', '8:30', '王', '0. 王', '3-501'])('%s is none', (text) => {
    expect(markerAt(text, 0)).toBeNull()
  })

  it('may be weak: a room behind the dot, or no dot at all', () => {
    expect([weakMarkerAt('1.505 苹果', 0)?.number, bareMarkerAt('1 王姐', 0)?.number]).toEqual([
      1, 1,
    ])
    expect(bareMarkerAt('3栋', 0)).toBeNull()
  })
})
