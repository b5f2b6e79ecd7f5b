import fc from 'fast-check'
import { formatYuan } from './yuan'

describe('money as people read it', () => {
  it.each([
    [0, '¥0.00'],
    [1, '¥0.01'],
    [9, '¥0.09'],
    [10, '¥0.10'],
    [99, '¥0.99'],
    [100, '¥1.00'],
    [3_580, '¥35.80'],
    [9_999, '¥99.99'],
    [10_000_000, '¥100000.00'],
    [-250, '-¥2.50'],
    [-5, '-¥0.05'],
  ])('%i fen is %s', (fen, expected) => expect(formatYuan(fen)).toBe(expected))

  it('loses no fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (fen) => {
        const text = formatYuan(fen)
        expect(text).toMatch(/^¥\d+\.\d\d$/)
        expect(Number(text.replace(/\D/g, ''))).toBe(fen)
      }),
    )
  })
})
