import { gramsOf } from './grams'

describe('a weight', () => {
  it('is read as scales show it, exactly', () => {
    expect(['1250', '1.25kg', '2.5斤', '0.333 公斤'].map(gramsOf)).toEqual([
      1_250, 1_250, 1_250, 333,
    ])
    expect(['', '0', '1.25', '半斤', '0.333斤'].map(gramsOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
