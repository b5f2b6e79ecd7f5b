import { nextMonth } from './clock'

describe('the next month on the workbench', () => {
  it.each([
    ['the same day and hour', '2026-03-10T09:30:00+08:00', '2026-04-10T09:30:00+08:00'],
    ['a day that the month lacks', '2026-01-31T23:59:00+08:00', '2026-02-28T23:59:00+08:00'],
    ['the next year', '2026-12-15T00:10:00+08:00', '2027-01-15T00:10:00+08:00'],
    [
      'an hour that is yesterday in London',
      '2026-05-01T03:00:00+08:00',
      '2026-06-01T03:00:00+08:00',
    ],
  ])('reaches %s', (_what, from, to) => {
    expect(new Date(nextMonth(Date.parse(from)))).toEqual(new Date(to))
  })
})
