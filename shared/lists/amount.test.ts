import fc from 'fast-check'
import { multiplyRounded } from './amount'

const table: readonly [factors: [number, number, number], wanted: number][] = [
  [[100, 1, 3], 33],
  [[100, 2, 3], 67],
  [[1, 1, 2], 1],
  [[999, 250, 500], 500],
  [[0, 7, 9], 0],
]

describe('a share of a sum', () => {
  it.each(table)('%j, multiplied and divided, is %i, half a fen up', (factors, wanted) => {
    expect(multiplyRounded(...factors)).toBe(wanted)
  })

  it('is never further from the exact share than half a fen', () => {
    const parts = [fc.nat(1_000_000), fc.nat(100_000), fc.integer({ min: 1, max: 10_000 })] as const
    fc.assert(
      fc.property(...parts, (amountFen, times, by) => {
        const rounded = BigInt(multiplyRounded(amountFen, times, by))
        const twice = 2n * (rounded * BigInt(by) - BigInt(amountFen) * BigInt(times))
        expect(twice > -BigInt(by) && twice <= BigInt(by)).toBe(true)
      }),
    )
  })
})
