import { timesOfCopy, timesOfNextWeek } from './next-times'

const at = (text: string) => Date.parse(`${text}+08:00`)

describe('the times of a copy', () => {
  it('are as many days after today as they were then', () => {
    const then = { opensAt: null, cutOffAt: at('2026-03-06T20:00') }
    const copied = timesOfCopy(then, at('2026-03-04T23:59'), at('2026-03-10T00:01'))
    expect(copied).toEqual({ opensAt: null, cutOffAt: at('2026-03-12T20:00') })
  })

  it('come a day later where they would be over, and open at once where they would have', () => {
    const then = { opensAt: at('2026-03-04T08:00'), cutOffAt: at('2026-03-04T20:00') }
    const made = at('2026-03-04T07:00')
    const late = timesOfCopy(then, made, at('2026-03-10T20:00'))
    expect(late).toEqual({ opensAt: null, cutOffAt: at('2026-03-11T20:00') })
    const early = timesOfCopy(then, made, at('2026-03-10T06:00'))
    const opensAt = at('2026-03-10T08:00')
    expect(early).toEqual({ opensAt, cutOffAt: at('2026-03-10T20:00') })
    // A list that was extended beyond its day, copied long after its hour.
    const past = timesOfCopy({ opensAt: null, cutOffAt: at('2026-03-01T20:00') }, made, made)
    expect(past.cutOffAt).toBe(at('2026-03-04T20:00'))
  })
})

describe('the times of next week', () => {
  it('are at the same weekday and hour, of the first week that is not over', () => {
    const [began, cutOff] = [at('2026-03-02T08:00'), at('2026-03-04T20:00')]
    const next = { opensAt: at('2026-03-09T08:00'), cutOffAt: at('2026-03-11T20:00') }
    expect(timesOfNextWeek(began, cutOff, at('2026-03-04T20:00'))).toEqual(next)
    expect(timesOfNextWeek(began, cutOff, at('2026-03-11T19:59'))).toEqual(next)
    expect(timesOfNextWeek(began, cutOff, at('2026-03-11T20:00')).cutOffAt).toBe(
      at('2026-03-18T20:00'),
    )
    // Closed early: the plan's own cut-off counts.
    expect(timesOfNextWeek(began, cutOff, began).cutOffAt).toBe(next.cutOffAt)
  })
})
