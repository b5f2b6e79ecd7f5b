import { budgetIn, budgetText } from './communities.store'

describe("a community's budget", () => {
  it('is a number of coupons a month, or none is set', () => {
    expect([budgetIn('300'), budgetIn('0'), budgetIn(' ')]).toEqual([300, 0, null])
    expect([budgetIn('多'), budgetIn('1000001'), budgetIn('-1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([budgetText(1_200), budgetText(null)]).toEqual(['每月 1,200 张', '张数不限'])
  })
})
