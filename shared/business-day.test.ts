import fc from 'fast-check'
import { addDays, businessDateOf } from './business-date'
import { type BusinessDays, businessDayOf, dayBeginsAt, withRolloverHour } from './business-day'

const HOUR_MS = 3_600_000
const always = (rolloverHour: number): BusinessDays => ({ rolloverHour, fromOn: null, earlier: [] })
const at = (shanghai: string) => Date.parse(`${shanghai}+08:00`)

describe('the business days of a shop', () => {
  it('begin at its hour, from the first to the last', () => {
    expect(businessDayOf(at('2026-11-29T02:59:59'), always(3))).toBe('2026-11-28')
    expect(businessDayOf(at('2026-11-29T03:00:00'), always(3))).toBe('2026-11-29')
    expect(dayBeginsAt('2026-11-29', always(3))).toBe(at('2026-11-29T03:00'))
  })

  it('let today end later where the new hour is later', () => {
    const days = withRolloverHour(always(0), 3, at('2026-11-29T10:00'))
    expect(days).toMatchObject({ rolloverHour: 3, fromOn: '2026-11-30' })
    expect(businessDayOf(at('2026-11-30T02:59'), days)).toBe('2026-11-29')
    expect(businessDayOf(at('2026-11-30T03:00'), days)).toBe('2026-11-30')
    // What is past stays as it was booked.
    expect(businessDayOf(at('2026-11-29T00:40'), days)).toBe('2026-11-29')
    expect(dayBeginsAt('2026-11-29', days)).toBe(at('2026-11-29T00:00'))
  })

  it('let today end sooner where the new hour is sooner', () => {
    const days = withRolloverHour(always(3), 0, at('2026-11-29T10:00'))
    expect(businessDayOf(at('2026-11-29T23:59'), days)).toBe('2026-11-29')
    expect(businessDayOf(at('2026-11-30T00:00'), days)).toBe('2026-11-30')
  })

  it.each([
    ['in the night between the hours, at which the next date would have begun already', '00:40'],
    ['so shortly before it that an instance may not know yet', '23:55'],
  ])('wait for one date more: %s', (_why, time) => {
    const day = time < '12' ? '2026-11-30' : '2026-11-29'
    const days = withRolloverHour(always(3), 0, at(`${day}T${time}`))
    expect(days.fromOn).toBe('2026-12-01')
    expect(businessDayOf(at('2026-11-30T02:59'), days)).toBe('2026-11-29')
    expect(businessDayOf(at('2026-12-01T00:00'), days)).toBe('2026-12-01')
  })

  it('forget a change that never came into force', () => {
    const first = withRolloverHour(always(0), 3, at('2026-11-29T10:00'))
    const back = withRolloverHour(first, 0, at('2026-11-29T10:05'))
    expect(back).toEqual({
      rolloverHour: 0,
      fromOn: '2026-11-30',
      earlier: [{ rolloverHour: 0, fromOn: null }],
    })
  })

  it('never repeat, skip or go back, whatever was changed and when', () => {
    const changes = fc.array(
      fc.record({
        afterMinutes: fc.integer({ min: 1, max: 4_000 }),
        hour: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), changes, (firstHour, each) => {
        const startAt = at('2026-11-20T10:00')
        let now = startAt
        let days = always(firstHour)
        for (const { afterMinutes, hour } of each) {
          now += afterMinutes * 60_000
          const before = days
          days = withRolloverHour(days, hour, now)
          // For ten minutes an instance may go by the shop as it was: both say the same.
          for (let probe = now - 40 * HOUR_MS; probe <= now + 600_000; probe += HOUR_MS / 2) {
            expect(businessDayOf(probe, days)).toBe(businessDayOf(probe, before))
          }
          expect(businessDayOf(now + 600_000, days)).toBe(businessDayOf(now + 600_000, before))
        }
        let on = businessDayOf(startAt, days)
        const endAt = startAt + Math.ceil((now - startAt) / HOUR_MS + 80) * HOUR_MS
        for (let probe = startAt; probe <= endAt; probe += HOUR_MS) {
          const next = businessDayOf(probe, days)
          expect([on, addDays(on, 1)]).toContain(next)
          if (next !== on) expect(dayBeginsAt(next, days)).toBe(probe)
          on = next
        }
        expect(on).toBe(businessDateOf(endAt, days.rolloverHour))
      }),
      { numRuns: 40 },
    )
  })
})
