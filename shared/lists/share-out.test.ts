import fc from 'fast-check'
import type { EntryTier, ShortChoice } from './list'
import { type LineShare, orderedCountOf, type SharingEntry, shareOut } from './share-out'

type Wish = readonly [count: number, ifShort?: ShortChoice, tier?: EntryTier]

const entriesOf = (wishes: readonly Wish[]): SharingEntry[] =>
  wishes.map(([count, ifShort = 'less', tier = 'plain'], place) => ({
    entryId: `e${place + 1}`,
    entryNo: place + 1,
    tier,
    lines: [{ itemId: 'i1', count, ifShort }],
  }))

const gotOf = (shares: readonly LineShare[]) => shares.map(({ gotCount }) => gotCount)
const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

const byNumber = (wishes: readonly Wish[], arrivedCount: number) =>
  gotOf(shareOut(entriesOf(wishes), { itemId: 'i1', arrivedCount }, 'byNumber'))
const byTier = (wishes: readonly Wish[], arrivedCount: number) =>
  gotOf(shareOut(entriesOf(wishes), { itemId: 'i1', arrivedCount }, 'byTier'))

describe('what arrived is shared out', () => {
  it('gives everybody what she ordered when all of it came', () => {
    expect(byNumber([[2], [1], [3]], 6)).toEqual([2, 1, 3])
  })

  it('serves the smaller number first, and the one at the edge gets what is left', () => {
    expect(byNumber([[2], [3], [4]], 4)).toEqual([2, 2, 0])
  })

  it('gives nothing to a line that said 不要, and what it leaves to the next', () => {
    expect(byNumber([[2], [3, 'drop'], [1], [4]], 4)).toEqual([2, 0, 1, 1])
  })

  it('serves a higher level first where the list said so, and by number within it', () => {
    const wishes: Wish[] = [
      [2, 'less', 'plain'],
      [2, 'less', 'gold'],
      [2, 'less', null],
      [2, 'less', 'gold'],
      [2, 'less', 'diamond'],
    ]
    expect(byTier(wishes, 7)).toEqual([1, 2, 0, 2, 2])
    expect(byNumber(wishes, 7)).toEqual([2, 2, 2, 1, 0])
  })

  it('splits 18 of 25 past three who said 不要 below their number', () => {
    const whole: Wish[] = [[4], [5], [4], [6, 'drop'], [2, 'drop', 'gold'], [4, 'drop']]
    expect(sumOf(whole.map(([count]) => count))).toBe(25)
    expect(byNumber(whole, 18)).toEqual([4, 5, 4, 0, 2, 0])
    expect(byTier(whole, 18)).toEqual([4, 5, 4, 0, 2, 0])
  })

  it('keeps half jin whole, counted in grams', () => {
    expect(byNumber([[500], [750], [250]], 1_000)).toEqual([500, 500, 0])
  })

  it('leaves lines of other items alone', () => {
    const entries = entriesOf([[2]])
    expect(shareOut(entries, { itemId: 'i2', arrivedCount: 9 }, 'byNumber')).toEqual([])
    expect(orderedCountOf(entries, 'i2')).toBe(0)
    expect(orderedCountOf(entries, 'i1')).toBe(2)
  })
})

const tier = fc.constantFrom<EntryTier>(null, 'plain', 'silver', 'gold', 'diamond')
const wish = fc.tuple(
  fc.integer({ min: 1, max: 9 }),
  fc.constantFrom<ShortChoice>('less', 'drop'),
  tier,
)
const method = fc.constantFrom('byNumber', 'byTier')

describe('for any entries and any arrival', () => {
  const cases = [fc.array(wish, { maxLength: 30 }), fc.nat(150), method] as const

  it('shares out never more than came, nor more than was ordered, and loses nothing', () => {
    fc.assert(
      fc.property(...cases, (wishes, arrivedCount, how) => {
        const entries = entriesOf(wishes)
        const shares = shareOut(entries, { itemId: 'i1', arrivedCount }, how)
        expect(sumOf(gotOf(shares))).toBeLessThanOrEqual(arrivedCount)
        expect(shares.map(({ entryNo }) => entryNo)).toEqual(entries.map((one) => one.entryNo))
        shares.forEach(({ gotCount, releasedCount }, place) => {
          const [count = 0, ifShort] = wishes[place] ?? []
          expect(gotCount + releasedCount).toBe(count)
          expect(gotCount).toBeGreaterThanOrEqual(0)
          if (ifShort === 'drop') expect([0, count]).toContain(gotCount)
        })
      }),
    )
  })

  it('keeps nothing back from a line that could have had it', () => {
    fc.assert(
      fc.property(...cases, (wishes, arrivedCount, how) => {
        const shares = shareOut(entriesOf(wishes), { itemId: 'i1', arrivedCount }, how)
        const leftCount = arrivedCount - sumOf(gotOf(shares))
        shares.forEach(({ gotCount, releasedCount }, place) => {
          const [count = 0, ifShort] = wishes[place] ?? []
          if (ifShort === 'less' && releasedCount > 0) expect(leftCount).toBe(0)
          if (ifShort === 'drop' && gotCount === 0) expect(leftCount).toBeLessThan(count)
        })
      }),
    )
  })

  it('serves one who wants less before those of a later turn', () => {
    fc.assert(
      fc.property(...cases, (wishes, arrivedCount, how) => {
        const plain = wishes.map(([count, , level]): Wish => [count, 'less', level])
        const entries = entriesOf(plain)
        const shares = shareOut(entries, { itemId: 'i1', arrivedCount }, how)
        const rank = (level: EntryTier) =>
          [null, 'plain', 'silver', 'gold', 'diamond'].indexOf(level)
        const turns = entries
          .map((entry, place) => ({ ...entry, share: shares[place] }))
          .sort(
            (a, b) => (how === 'byTier' ? rank(b.tier) - rank(a.tier) : 0) || a.entryNo - b.entryNo,
          )
        const firstShort = turns.findIndex(({ share }) => (share?.releasedCount ?? 0) > 0)
        const after = firstShort < 0 ? [] : turns.slice(firstShort + 1)
        expect(after.every(({ share }) => share?.gotCount === 0)).toBe(true)
      }),
    )
  })
})
