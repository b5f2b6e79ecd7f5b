import { isSameOrder, matchTaken, seenAs } from './seen'

const entry = (name: string, quantity: number) => ({ name, lines: [{ itemId: 'i1', quantity }] })

describe('an entry of a newer copy', () => {
  it('is the one of its name, wherever it stands now', () => {
    const match = matchTaken([entry('乙', 1), entry('甲', 2)], [entry('甲', 2), entry('乙', 1)])
    expect(match).toEqual({ places: [1, 0], gone: [] })
  })

  it('is of several of one name the one with the same order, or else the next', () => {
    const taken = [entry('甲', 1), entry('甲', 2), entry('甲', 3)]
    expect(matchTaken([entry('甲', 3), entry('甲', 5)], taken)).toEqual({
      places: [2, 0],
      gone: [1],
    })
  })

  it('is new, known or changed', () => {
    expect(seenAs(entry('甲', 1), undefined)).toBe('new')
    expect(seenAs(entry('甲', 1), entry('甲', 1))).toBe('known')
    expect(seenAs(entry('甲', 1), entry('甲', 2))).toBe('changed')
    expect(isSameOrder(entry('甲', 1), undefined)).toBe(false)
  })
})
