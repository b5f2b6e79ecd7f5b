import { cronFault, nextDueAt } from './cron'

/** The instants that follow one another, in UTC+8. */
function dueAfter(config: string, from: string, count: number): string[] {
  const found: string[] = []
  let ms = Date.parse(`${from}+08:00`)
  for (let n = 0; n < count; n += 1) {
    const next = nextDueAt(config, ms)
    if (next === undefined) break
    found.push(new Date(next + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '))
    ms = next
  }
  return found
}

describe("a timer's expression", () => {
  // The examples of the platform's page on timers.
  it.each([
    ['*/5 * * * * * *', '2026-01-01 00:00:03', ['2026-01-01 00:00:05', '2026-01-01 00:00:10']],
    ['0 0 2 1 * * *', '2026-01-31 00:00:00', ['2026-02-01 02:00:00', '2026-03-01 02:00:00']],
    [
      '0 15 10 * * MON-FRI *',
      '2026-01-02 10:00:00',
      ['2026-01-02 10:15:00', '2026-01-05 10:15:00'],
    ],
    [
      '0 0 10,14,16 * * * *',
      '2026-01-01 10:00:00',
      ['2026-01-01 14:00:00', '2026-01-01 16:00:00', '2026-01-02 10:00:00'],
    ],
    ['0 */30 9-17 * * * *', '2026-01-01 17:00:00', ['2026-01-01 17:30:00', '2026-01-02 09:00:00']],
    ['0 0 12 * * WED *', '2026-01-01 00:00:00', ['2026-01-07 12:00:00', '2026-01-14 12:00:00']],
    [
      '0 1/10 * * * * *',
      '2026-01-01 00:40:00',
      ['2026-01-01 00:41:00', '2026-01-01 00:51:00', '2026-01-01 01:01:00'],
    ],
  ])('%s after %s is %j', (config, from, expected) => {
    expect(cronFault(config)).toBeUndefined()
    expect(dueAfter(config, from, expected.length)).toEqual(expected)
  })

  it('joins a day and a weekday that are both given by OR', () => {
    expect(dueAfter('0 0 0 1 * MON *', '2026-01-20 00:00:00', 4)).toEqual([
      '2026-01-26 00:00:00',
      '2026-02-01 00:00:00',
      '2026-02-02 00:00:00',
      '2026-02-09 00:00:00',
    ])
  })

  it('skips the months that lack its day, and waits for the leap year', () => {
    expect(dueAfter('0 0 0 31 * * *', '2026-01-31 00:00:00', 3)).toEqual([
      '2026-03-31 00:00:00',
      '2026-05-31 00:00:00',
      '2026-07-31 00:00:00',
    ])
    expect(dueAfter('0 0 0 29 FEB * *', '2026-01-01 00:00:00', 2)).toEqual([
      '2028-02-29 00:00:00',
      '2032-02-29 00:00:00',
    ])
    expect(dueAfter('0 0 0 30 2 * *', '2026-01-01 00:00:00', 1)).toEqual([])
  })

  it('keeps to its year, and is over after it', () => {
    expect(dueAfter('0 0 0 1 1 * 2027', '2026-01-01 00:00:00', 2)).toEqual(['2027-01-01 00:00:00'])
  })

  it('is read in UTC+8: the shop’s midnight is four in the afternoon in London', () => {
    const next = nextDueAt('0 0 0 * * * *', Date.parse('2026-03-09T12:00:00Z'))
    expect(next).toBe(Date.parse('2026-03-09T16:00:00Z'))
  })

  it.each([
    ['0 0 2 * * *', 'seven'],
    ['0 0 2 1 * * * *', 'seven'],
    ['0  0 2 1 * * *', 'seven'],
    ['60 * * * * * *', 'second'],
    ['0 0 24 * * * *', 'hour'],
    ['0 0 0 0 * * *', 'day'],
    ['0 0 0 L * * *', 'day'],
    ['0 0 0 * 13 * *', 'month'],
    ['0 0 0 * * 7 *', 'weekday'],
    ['0 0 0 * * FRI-MON *', 'weekday'],
    ['0 0 0 ? * MON *', 'day'],
    ['0 */0 * * * * *', 'minute'],
    ['0 0 0 1 1 * 1969', 'year'],
    ['@daily', 'seven'],
  ])('%s is refused for its %s', (config, reason) => {
    expect(cronFault(config)).toContain(reason)
    expect(() => nextDueAt(config, 0)).toThrow(RangeError)
  })
})
