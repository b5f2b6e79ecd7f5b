import { certifiableOn, daysFrom, isBalanced, offBy } from './certificate'

describe('the daily certificate', () => {
  it.each([
    ['2026-03-11T00:09:59+08:00', 0, '2026-03-09'],
    ['2026-03-11T00:10:00+08:00', 0, '2026-03-10'],
    ['2026-03-11T03:00:00+08:00', 3, '2026-03-09'],
    ['2026-03-11T03:10:00+08:00', 3, '2026-03-10'],
  ])('at %s, with the day beginning at %i, may be made for %s', (at, rolloverHour, on) => {
    expect(certifiableOn(Date.parse(at), { rolloverHour, fromOn: null, earlier: [] })).toBe(on)
  })

  it('catches up every day that was missed, across the end of a month', () => {
    expect(daysFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([])
  })

  it('is 账平 only when nothing at all was found', () => {
    const fine = { findingCount: 0, dayFindings: [], offPoints: 0 }
    expect(isBalanced(fine)).toBe(true)
    expect(isBalanced({ ...fine, findingCount: 1 })).toBe(false)
    expect(isBalanced({ ...fine, dayFindings: ['2026-03-10'] })).toBe(false)
    expect(isBalanced({ ...fine, offPoints: -1 })).toBe(false)
  })

  it('nets debt only in the equation of the whole shop', () => {
    expect(offBy({ balancePoints: 150, debtPoints: 50, pendingPoints: 7 }, 100)).toBe(0)
    expect(offBy({ balancePoints: 150, debtPoints: 0, pendingPoints: 7 }, 100)).toBe(50)
  })
})
