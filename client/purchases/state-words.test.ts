import { stateWords } from './state-words'

const row = { state: 'settled', refundedFen: 0, earnedPoints: 1_250 } as const

describe('what became of a purchase', () => {
  it('is its points, what was refunded of it, or that it was', () => {
    expect(stateWords(row)).toEqual({ text: '+1,250 积分', tone: 'leaf' })
    const part = { ...row, state: 'partlyRefunded', refundedFen: 2_050 } as const
    expect(stateWords(part)).toEqual({ text: '已退 ¥20.50', tone: 'plum' })
    expect(stateWords({ ...row, state: 'refunded' })).toEqual({ text: '已退款', tone: 'plum' })
  })
})
