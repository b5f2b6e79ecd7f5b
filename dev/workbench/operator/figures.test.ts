import { bytesText, countText, distanceText, momentText, msText } from './figures'

const noon = Date.parse('2026-11-21T12:00:00+08:00')

describe('the figures on the operator’s page', () => {
  it.each([
    [0.4321, '0.4'],
    [9.96, '10'],
    [1240.4, '1,240'],
    [Number.NaN, '–'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(msText(ms)).toBe(text)
  })

  it('parts thousands, and writes bytes in the unit that is read quickest', () => {
    expect([999, 1_000, 21_600_000].map(countText)).toEqual(['999', '1,000', '21,600,000'])
    expect([512, 2_048, 51_200, 3 * 1024 ** 2].map(bytesText)).toEqual([
      '512 B',
      '2.0 KB',
      '50 KB',
      '3.0 MB',
    ])
  })

  it('leaves out of a moment what it shares with now, in Shanghai', () => {
    expect(momentText(Date.parse('2026-11-20T16:00:01Z'), noon)).toBe('00:00:01.000')
    expect(momentText(Date.parse('2026-11-20T15:59:00Z'), noon)).toBe('11-20 23:59:00')
    expect(momentText(Date.parse('2025-11-20T04:00:00Z'), noon)).toBe('2025-11-20 12:00')
  })

  it('says how far off a moment is, in the largest unit that fits', () => {
    expect(distanceText(noon + 90_000, noon)).toBe('1 分钟后')
    expect(distanceText(noon - 2 * 86_400_000, noon)).toBe('2 天前')
    expect(distanceText(noon, noon)).toBe('0 秒后')
  })
})
