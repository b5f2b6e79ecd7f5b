import { canBeCut, isRough, numberOf } from './numerals'

describe('a number', () => {
  it.each([
    ['12', 12],
    ['2.5', 2.5],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['三百二十一', 321],
  ])('%s is %d', (written, value) => expect(numberOf(written)).toBe(value))

  it.each(['五一', '三三', '一百二', '百', ''])('%s is none', (written) => {
    expect(numberOf(written)).toBeNull()
  })

  it('is rough where it says two or three', () => {
    expect([isRough('两三'), isRough('二十三')]).toEqual([true, false])
  })

  it('behind a name may be cut in two ways', () => {
    expect([canBeCut('12'), canBeCut('10'), canBeCut('四十'), canBeCut('十二')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})
