import { sinceOn } from './compared-dates'

describe('the dates that are compared', () => {
  it.each([
    ['week', '2026-03-05', '2026-02-26'],
    ['month', '2026-03-05', '2026-02-05'],
    ['month', '2026-03-31', '2026-02-28'],
    ['month', '2026-01-31', '2025-12-31'],
    ['month', '2028-03-30', '2028-02-29'],
  ] as const)('a %s before %s is %s', (since, todayOn, on) => {
    expect(sinceOn(since, todayOn)).toBe(on)
  })
})
