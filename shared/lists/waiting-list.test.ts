import fc from 'fast-check'
import { nextOf, type Queued, shortOf } from './waiting-list'

const entry = (entryId: string, wanted: Record<string, number>, ...waitsFor: string[]): Queued => ({
  ...{ entryId, wanted, waitsFor },
})
const open = { isFinal: false }

describe('what is short', () => {
  const stock = { left: { a: 2, b: 5, c: 0 }, waiting: { b: 1 } }
  it.each([
    [{ a: 2 }, []],
    [{ a: 3 }, ['a']],
    [{ a: 1, b: 1 }, ['b']],
    [{ c: 1, endless: 1_000 }, ['c']],
    [{ c: -1, b: -2 }, []],
  ])('of %j: %j', (wanted, short) => {
    expect(shortOf(stock, wanted)).toEqual(short)
  })
})

describe('the queue', () => {
  it('serves the first whose whole choice is there', () => {
    const queue = [entry('1', { a: 2 }, 'a'), entry('2', { a: 1 }, 'a')]
    expect(nextOf(queue, { a: 2 }, open).served?.entryId).toBe('1')
  })

  it('keeps what somebody waits for from those after her, until the end', () => {
    const queue = [entry('1', { a: 2 }, 'a'), entry('2', { a: 1 }, 'a')]
    expect(nextOf(queue, { a: 1 }, open)).toEqual({ served: null, recounted: [] })
    expect(nextOf(queue, { a: 1 }, { isFinal: true }).served?.entryId).toBe('2')
  })

  it('keeps nobody from goods of which there are enough', () => {
    const queue = [entry('1', { a: 1, b: 1 }, 'a'), entry('2', { b: 1 }, 'b')]
    expect(nextOf(queue, { a: 0, b: 1 }, open).served?.entryId).toBe('2')
  })

  it('says who waits for something else than before', () => {
    const queue = [entry('1', { a: 1, b: 1 }, 'a')]
    const recounted = [entry('1', { a: 1, b: 1 }, 'b')]
    expect(nextOf(queue, { a: 1, b: 0 }, open)).toEqual({ served: null, recounted })
  })

  it('never serves more than there is, nor overtakes for one item', () => {
    const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 4 }), {
      minKeys: 1,
    })
    const left = fc.record({
      ...{ a: fc.nat(5), b: fc.nat(5), c: fc.nat(5) },
    })
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), left, (wishes, stock) => {
        const queue = wishes.map((wanted, no) => entry(String(no), wanted))
        const { served } = nextOf(queue, stock, open)
        if (!served) return
        for (const [id, count] of Object.entries(served.wanted)) {
          expect(Object(stock)[id]).toBeGreaterThanOrEqual(count)
          const before = queue.slice(0, Number(served.entryId))
          // Who came before and wants of it was short of something else alone.
          for (const one of before) {
            const own = one.wanted[id] ?? 0
            expect(own <= Object(stock)[id]).toBe(true)
          }
        }
      }),
    )
  })
})
