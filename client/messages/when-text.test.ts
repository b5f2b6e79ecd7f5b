import { whenText } from './when-text'

const nowAt = Date.parse('2026-01-02T09:00:00+08:00')

describe('when a message came', () => {
  it.each([
    ['2026-01-02T00:05:00+08:00', '今天 00:05'],
    ['2026-01-01T23:59:00+08:00', '昨天 23:59'],
    ['2025-12-31T08:00:00+08:00', '2025年12月31日 08:00'],
  ])('%s is told as %s', (at, text) => {
    expect(whenText(Date.parse(at), nowAt)).toBe(text)
  })

  it('needs no year within the year', () => {
    const at = Date.parse('2026-01-02T09:00:00+08:00')
    expect(whenText(at, Date.parse('2026-06-02T09:00:00+08:00'))).toBe('1月2日 09:00')
  })
})
