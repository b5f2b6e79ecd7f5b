import fc from 'fast-check'
import { instantOfCursor, pageByInstant } from './page'

const LIMIT = 5

/** Follows the cursors as a phone does, over rows sorted from the newest. */
function allPages(instants: readonly number[]): number[] {
  const shown: number[] = []
  let before = Number.POSITIVE_INFINITY
  for (let page = 0; page <= instants.length; page += 1) {
    const found = instants.filter((at) => at < before).slice(0, LIMIT + 1)
    const { rows, nextCursor } = pageByInstant(found, LIMIT, (at) => at)
    shown.push(...rows)
    if (nextCursor === null) return shown
    before = instantOfCursor(nextCursor) ?? 0
  }
  throw new Error('the cursors never end')
}

describe('pages back in time', () => {
  it('end without a cursor when nothing is left', () => {
    expect(pageByInstant([9, 8], LIMIT, (at) => at)).toEqual({ rows: [9, 8], nextCursor: null })
    expect(pageByInstant([], LIMIT, (at) => at)).toEqual({ rows: [], nextCursor: null })
  })

  it('end before an instant that goes on beyond them', () => {
    const page = pageByInstant([9, 8, 7, 6, 6, 6], LIMIT, (at) => at)
    expect(page).toEqual({ rows: [9, 8, 7], nextCursor: '7' })
  })

  it('show every row once, also when several share an instant', () => {
    const pairs = fc.array(fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: LIMIT })))
    fc.assert(
      fc.property(pairs, (runs) => {
        const counts = new Map(runs)
        const instants = [...counts].flatMap(([at, count]) => Array<number>(count).fill(at))
        instants.sort((a, b) => b - a)
        expect(allPages(instants)).toEqual(instants)
      }),
    )
  })

  it('refuse a cursor that is no instant', () => {
    expect(instantOfCursor(undefined)).toBeNull()
    expect(instantOfCursor('1700')).toBe(1_700)
    for (const odd of ['top', '1.5', '9e99']) expect(instantOfCursor(odd)).toBeUndefined()
  })
})
