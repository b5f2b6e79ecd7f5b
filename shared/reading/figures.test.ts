import { figureIn } from './figures'

describe('a figure', () => {
  it.each([
    ['1,280.50', { isNegative: false, whole: '1280', decimals: '5' }],
    ['-007', { isNegative: true, whole: '7', decimals: '' }],
    ['(3.0)', { isNegative: true, whole: '3', decimals: '' }],
    ['x', null],
  ])('is parted: %s', (text, value) => {
    expect(figureIn(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'blank'],
    ['1,28', 'grouping'],
    ['1.2E+3', 'rounded'],
  ])('is not %j: %s', (text, fault) => {
    expect(figureIn(text)).toEqual({ ok: false, fault })
  })
})
