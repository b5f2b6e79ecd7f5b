import { fieldOf, missingIn } from './import-columns'

describe('a column of a file', () => {
  it.each([
    ['门店', 'store'],
    [' 小票号 ', 'receipt'],
    ['*手机号', 'phone'],
    ['实收（元）', 'amount'],
    ['ＡＭＯＵＮＴ', 'amount'],
    ['日期：', 'date'],
    ['积分', null],
    ['', null],
    ['constructor', null],
  ])('called %j is %s', (name, field) => {
    expect(fieldOf('purchases', name)).toBe(field)
  })

  it('is missed when it is asked for', () => {
    expect(missingIn('opening', ['phone', null])?.field).toBe('points')
    expect(missingIn('opening', ['points', 'phone'])).toBeUndefined()
  })
})
