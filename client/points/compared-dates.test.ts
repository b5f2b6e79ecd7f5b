import { dayBefore } from './compared-dates'

describe('the dates that are compared', () => {
  it('has a day before the first of a month', () => {
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  })
})
