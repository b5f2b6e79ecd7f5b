import { cycleStart, lastDayOf, monthAfter, monthOf, monthsBetween } from './month'

describe('months', () => {
  it('are counted over the ends of years', () => {
    expect(monthOf('2026-12-31')).toBe('2026-12')
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
    expect(monthsBetween('2025-11', '2026-02')).toBe(3)
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
  })

  it.each([
    ['2026-03', 1, '2026-01'],
    ['2026-12', 1, '2026-01'],
    ['2026-03', 4, '2025-04'],
    ['2026-04', 4, '2026-04'],
    ['2026-01', 12, '2025-12'],
  ])('%s lies in the cycle of month %i that began in %s', (month, first, start) => {
    expect(cycleStart(month, first)).toBe(start)
  })
})
