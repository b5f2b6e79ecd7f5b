import { newCheckInRule } from './check-in-rule'
import { type CheckIns, withPressed } from './check-ins'
import { daysOfMonth } from './month'
import { checkInOn, makeUpOn } from './streak'

const rule = newCheckInRule
const asked = { month: '2026-03', todayOn: '2026-03-10', joinedOn: '2026-03-02' }
const dayOf = (checkIns: CheckIns, on: string, by = rule) =>
  daysOfMonth(checkIns, by, asked).find((day) => day.on === on)

describe('a month of check-ins', () => {
  const checkIns = ['2026-03-08', '2026-03-09'].reduce<CheckIns>(withPressed, [])

  it.each([
    ['2026-03-01', { state: 'before' }],
    ['2026-03-07', { state: 'missed', mayMakeUp: true }],
    ['2026-03-08', { state: 'checkedIn' }],
    ['2026-03-10', { state: 'open' }],
    ['2026-03-11', { state: 'ahead' }],
  ])('shows %s as it stands', (on, day) => {
    expect(dayOf(checkIns, on)).toEqual({ on, ...day })
  })

  it('says of a made-up day when its card was used, and of a bonus how it came', () => {
    const seven = ['03', '04', '05', '06'].map((day) => `2026-03-${day}`)
    const before = [...seven, '2026-03-08', '2026-03-09'].reduce<CheckIns>(withPressed, [])
    const step = makeUpOn(before, rule, { ...asked, on: '2026-03-07' })
    const mended = step.ok ? step.value.checkIns : []
    const [made, ninth] = ['2026-03-07', '2026-03-09'].map((on) => dayOf(mended, on))
    expect(made).toMatchObject({ state: 'madeUp', reason: '3 月 10 日用补签卡补签' })
    expect(ninth).toMatchObject({ reason: '连续 7 天，多得 20 积分' })
    expect(dayOf(mended, '2026-03-02')).toMatchObject({ reason: '本月的补签卡已用完' })
  })

  it('says why a missed day is lost', () => {
    const narrow = { ...rule, makeUpWithinDays: 3 }
    expect(dayOf(checkIns, '2026-03-06', narrow)?.reason).toBe('超过 3 天，不能补签')
    const none = { ...rule, makeUpsPerMonth: 0 }
    expect(dayOf(checkIns, '2026-03-07', none)?.reason).toBe('不能补签')
    const closed = { ...rule, ladderPoints: [0] }
    expect(dayOf(checkIns, '2026-03-07', closed)).toEqual({ on: '2026-03-07', state: 'missed' })
    expect(checkInOn([], closed, '2026-03-10').ok).toBe(false)
  })
})
