import { memberNumberIn } from './member-number'

describe('the member that a manager means', () => {
  it.each([
    ['12345678', '12345678'],
    ['1234 5678', '12345678'],
    ['123456789012345678', '12345678'],
    ['1234 5678 9012 3456 78', '12345678'],
    ['１２３４５６７８', '12345678'],
  ])('reads %s', (typed, memberNumber) => {
    expect(memberNumberIn(typed)).toBe(memberNumber)
  })

  it.each(['', '1234567', '123456789', '123456789012', 'https://a.example'])(
    'takes "%s" for nobody',
    (typed) => {
      expect(memberNumberIn(typed)).toBeNull()
    },
  )
})
