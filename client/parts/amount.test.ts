import { type AmountKey, amountKeyOf, fenOf, pressed, typedOf } from './amount'

describe('an amount typed at the till', () => {
  it.each([
    ['45', 4500],
    ['45.', 4500],
    ['45.5', 4550],
    ['45.05', 4505],
    ['0.29', 29],
    ['1.10', 110],
    ['100000', 10_000_000],
    [' 8.88 ', 888],
    ['.5', 50],
    ['1,000', 100_000],
    ['１２。５', 1250],
  ])('reads %s yuan as %i fen, without a float', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen)
  })

  it.each(['', '.', '1.234', '-1', '1e3', '1,00', '100000.01', '1.2.3'])(
    'takes "%s" for no amount',
    (typed) => {
      expect(fenOf(typed)).toBeNull()
    },
  )

  it.each([1, 10, 99, 100, 4505, 10_000_000])('writes %i fen so that it reads the same', (fen) => {
    expect(fenOf(typedOf(fen))).toBe(fen)
  })

  it('builds an amount key by key', () => {
    expect(typedBy(['1', '2', '.', '5', '0'])).toBe('12.50')
  })

  it('starts a broken yuan with a nought', () => {
    expect(typedBy(['.', '5'])).toBe('0.5')
  })

  it('takes no third digit after the point, no second point, no leading nought', () => {
    expect(typedBy(['1', '.', '2', '3', '4'])).toBe('1.23')
    expect(typedBy(['1', '.', '2', '3', '0'])).toBe('1.23')
    expect(typedBy(['1', '.', '.', '2'])).toBe('1.2')
    expect(typedBy(['0', '7'])).toBe('7')
  })

  it('stops at the largest bill', () => {
    expect(typedBy(['9', '9', '9', '9', '9', '9'])).toBe('99999')
  })

  it('takes keys back to nothing, and stays there', () => {
    expect(typedBy(['1', 'back', 'back'])).toBe('')
  })

  it('knows a keyboard by its keys', () => {
    expect(amountKeyOf('7')).toBe('7')
    expect(amountKeyOf('Backspace')).toBe('back')
    expect(amountKeyOf('７')).toBe('7')
    expect(amountKeyOf('。')).toBe('.')
    expect(amountKeyOf('x')).toBeNull()
    expect(amountKeyOf('back')).toBeNull()
  })
})

function typedBy(keys: readonly AmountKey[]): string {
  return keys.reduce(pressed, '')
}
