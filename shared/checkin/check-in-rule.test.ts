import { isOffered, ladderPointsOf, newCheckInRule } from './check-in-rule'

describe('the rule of the check-in', () => {
  it('offers none where the first day brings nothing', () => {
    expect(isOffered(newCheckInRule)).toBe(true)
    expect(isOffered({ ...newCheckInRule, ladderPoints: [0, 5] })).toBe(false)
    expect(isOffered({ ...newCheckInRule, ladderPoints: [] })).toBe(false)
  })

  it.each([
    [0, 0],
    [1, 2],
    [7, 5],
    [400, 5],
  ])('gives for day %i in a row %i points: the last step holds', (streakDays, points) => {
    expect(ladderPointsOf(newCheckInRule, streakDays)).toBe(points)
  })
})
