import fc from 'fast-check'
import { apportion } from './apportion'
import { MAX_BILL_FEN } from './limits'

const total = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0)

describe('sharing a sum out', () => {
  it.each([
    [500, [6_000, 4_000], [300, 200]],
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 2], [0, 1]],
    [5, [0, 7, 0], [0, 5, 0]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
  ])('%d over %j is %j', (sum, weights, shares) => {
    expect(apportion(sum, weights)).toEqual(shares)
  })

  it('always adds up, and gives everybody his share to less than one unit', () => {
    const weights = fc.array(fc.nat(MAX_BILL_FEN), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(weights, fc.nat(MAX_BILL_FEN), (weighed, sum) => {
        const all = total(weighed)
        if (all === 0 || all > MAX_BILL_FEN) return
        const shares = apportion(sum, weighed)
        expect(total(shares)).toBe(sum)
        for (const [position, share] of shares.entries()) {
          const exact = BigInt(sum) * BigInt(weighed[position] ?? 0)
          expect(BigInt(share) * BigInt(all) - exact).toBeLessThan(BigInt(all))
          expect(BigInt(share) * BigInt(all) - exact).toBeGreaterThan(BigInt(-all))
          if (sum <= all) expect(share).toBeLessThanOrEqual(weighed[position] ?? 0)
        }
      }),
    )
  })

  it('throws when there is nobody to take it', () => {
    expect(() => apportion(1, [])).toThrow('shared out')
    expect(() => apportion(1, [0, 0])).toThrow('shared out')
  })
})
