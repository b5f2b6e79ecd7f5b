import { isSamePiece, mergedRows, piecesOf, type ShownEntry } from './rows'

const row = (entryNo: number, part: Partial<ShownEntry> = {}): ShownEntry => ({
  ...{ entryNo, name: `邻居${entryNo}`, lines: [{ itemId: 'i1', quantity: 1 }] },
  ...{ state: 'joined', cancelled: false, isMine: false, ...part },
})
const rows = (count: number) => Array.from({ length: count }, (_, place) => row(place + 1))

describe('rows of a list', () => {
  it('keeps the very row that says the same, and takes the one that changed', () => {
    const before = rows(3)
    const after = mergedRows(before, [row(1), row(2, { cancelled: true, state: 'cancelled' })])
    expect(after[0]).toBe(before[0])
    expect(after[1]?.cancelled).toBe(true)
    expect(after[2]).toBe(before[2])
  })

  it('puts new rows in the order of their numbers, each once', () => {
    const after = mergedRows(rows(2), [row(4), row(3), row(2)])
    expect(after.map(({ entryNo }) => entryNo)).toEqual([1, 2, 3, 4])
  })

  it('cuts them into pieces of which full ones stay as they are', () => {
    const before = piecesOf(rows(81))
    const after = piecesOf(mergedRows(rows(81), [row(82)]))
    expect(before.map(({ length }) => length)).toEqual([40, 40, 1])
    expect(after.map(({ length }) => length)).toEqual([40, 40, 2])
  })

  it('tells pieces apart by their rows', () => {
    const [one, two] = [row(1), row(2)]
    expect(isSamePiece([one, two], [one, two])).toBe(true)
    expect(isSamePiece([one, two], [one, row(2)])).toBe(false)
    expect(isSamePiece([one], [one, two])).toBe(false)
  })
})
