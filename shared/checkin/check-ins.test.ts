import fc from 'fast-check'
import { addDays } from '../business-date'
import { newCheckInRule } from './check-in-rule'
import {
  bonusesOf,
  type CheckIns,
  datesOf,
  joinCheckIns,
  markOn,
  partCheckIns,
  runEndFrom,
  runLengthTo,
  withMadeUp,
  withPressed,
} from './check-ins'
import { checkInOn } from './streak'

const on = (...dates: string[]): CheckIns => dates.reduce(withPressed, [])

describe('days of check-ins', () => {
  it('are told by how they were marked', () => {
    const checkIns = withMadeUp(on('2026-03-31'), { on: '2026-03-30', usedOn: '2026-03-31' })
    expect(markOn(checkIns, '2026-03-31')).toBe('checkedIn')
    expect(markOn(checkIns, '2026-03-30')).toBe('madeUp')
    expect(markOn(checkIns, '2026-03-29')).toBeNull()
    expect(runLengthTo(checkIns, '2026-03-31')).toBe(2)
    expect(runEndFrom(checkIns, '2026-03-30')).toBe('2026-03-31')
  })

  it('are kept for five years and no longer', () => {
    const checkIns = on('2021-03-31', '2021-04-01', '2026-04-01')
    expect(markOn(checkIns, '2021-03-31')).toBeNull()
    expect(markOn(checkIns, '2021-04-01')).toBe('checkedIn')
  })

  it('have the days of their month', () => {
    expect(datesOf('2028-02')).toHaveLength(29)
    expect(datesOf('2026-12').at(-1)).toBe('2026-12-31')
  })

  it('forget the bonuses of streaks that nothing can make longer', () => {
    let checkIns: CheckIns = []
    for (let at = 0; at < 500; at += 1) {
      // Eight days in a row, then one missed.
      if (at % 9 === 8) continue
      const step = checkInOn(checkIns, newCheckInRule, addDays('2026-01-01', at))
      if (step.ok) checkIns = step.value.checkIns
    }
    expect(bonusesOf(checkIns).length).toBeLessThan(10)
  })
})

describe('two memberships that become one', () => {
  const mine = on('2026-03-01', '2026-03-02')
  const other = on('2026-03-02', '2026-03-03')

  it('have the days of both', () => {
    const joined = joinCheckIns(mine, other)
    expect(runLengthTo(joined, '2026-03-03')).toBe(3)
    expect(joinCheckIns([], [])).toEqual([])
    expect(joinCheckIns(mine, [])).toEqual(mine)
  })

  it('are parted into what they were, also where both had the same day', () => {
    expect(partCheckIns(joinCheckIns(mine, other), other)).toEqual(mine)
    expect(partCheckIns(joinCheckIns([], other), other)).toEqual([])
  })

  it('keep what was pressed since, whatever else was merged meanwhile', () => {
    const date = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-03-01', days))
    const some = fc.array(date, { maxLength: 12 }).map((dates) => on(...dates))
    fc.assert(
      fc.property(fc.tuple(some, some, some), fc.array(date, { maxLength: 6 }), (sheets, since) => {
        const [own, one, two] = sheets
        const both = joinCheckIns(joinCheckIns(own, one), two)
        const later = since.reduce(withPressed, both)
        // The order of fields is the database's.
        const stored = JSON.parse(JSON.stringify(one), (_key, value) => sortedFields(value))
        const parted = partCheckIns(later, stored)
        const expected = joinCheckIns(since.reduce(withPressed, own), two)
        for (const day of datesOf('2026-03')) {
          expect(markOn(parted, day)).toBe(markOn(expected, day))
        }
      }),
      { numRuns: 200 },
    )
  })
})

function sortedFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a > b ? -1 : 1)))
}
