import fc from 'fast-check'
import { heldUntil } from './hold-hours'

const at = (clock: string) => Date.parse(`2026-03-${clock}:00+08:00`)
const MINUTE_MS = 60_000

/** The same, minute by minute. */
function counted(from: number, minutes: number): number {
  let now = from
  for (let left = minutes; left > 0; now += MINUTE_MS) {
    const hour = new Date(now + 8 * 3_600_000).getUTCHours()
    if (hour >= 8 && hour < 22) left -= 1
  }
  return now
}

describe('a place is held', () => {
  it.each([
    ['in the middle of a day', '10T10:00', 120, '10T12:00'],
    ['to the last minute of a day', '10T20:00', 120, '10T22:00'],
    ['over a night', '10T21:00', 120, '11T09:00'],
    ['from late in the evening', '10T23:30', 120, '11T10:00'],
    ['from before the morning', '10T03:00', 120, '10T10:00'],
    ['longer than a day', '10T08:00', 15 * 60, '11T09:00'],
  ])('%s', (...[, from, minutes, until]) => {
    expect(heldUntil(at(from), minutes)).toBe(at(until))
  })

  it('for as many counted minutes as it should be', () => {
    const minutes = fc.integer({ min: 1, max: 3_000 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), minutes, (offset, count) => {
        const from = at('01T00:00') + offset * MINUTE_MS
        expect(heldUntil(from, count)).toBe(counted(from, count))
      }),
    )
  })
})
