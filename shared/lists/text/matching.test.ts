import { endOf, isCutNumber } from './matching'

describe('a pattern at one place', () => {
  it('says where it ends', () => {
    expect([endOf(/苹果/y, '要苹果', 1), endOf(/苹果/y, '要苹果', 0)]).toEqual([3, null])
  })

  it('does not begin amid a number', () => {
    expect([isCutNumber('12', 1), isCutNumber('a2', 1)]).toEqual([true, false])
  })
})
