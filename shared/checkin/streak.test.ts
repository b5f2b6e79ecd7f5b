import fc from 'fast-check'
import { dayPlan, paperModel } from '../../dev/harness/checkin-model'
import { addDays } from '../business-date'
import { type CheckInRule, newCheckInRule } from './check-in-rule'
import { type CheckIns, markOn, streakOn } from './check-ins'
import { checkInOn, makeUpLeft, makeUpOn, nextPointsOf, nextRewardOf } from './streak'

const rule = newCheckInRule
const joinedOn = '2026-01-01'

/** Presses on so many days in a row, the last of them `lastOn`. */
function pressed(count: number, lastOn: string, before: CheckIns = []): CheckIns {
  let checkIns = before
  for (let back = count - 1; back >= 0; back -= 1) {
    const step = checkInOn(checkIns, rule, addDays(lastOn, -back))
    if (!step.ok) throw new Error(step.code)
    checkIns = step.value.checkIns
  }
  return checkIns
}
const press = (checkIns: CheckIns, on: string, by: CheckInRule = rule) =>
  checkInOn(checkIns, by, on)
const mend = (checkIns: CheckIns, on: string, todayOn: string) =>
  makeUpOn(checkIns, rule, { on, todayOn, joinedOn })

describe('the check-in of a day', () => {
  it.each([
    [1, 2, 0],
    [2, 2, 0],
    [3, 3, 0],
    [6, 4, 0],
    [7, 5, 20],
    [8, 5, 0],
    [14, 5, 40],
    [30, 5, 100],
    [31, 5, 0],
  ])('as the %i-th in a row brings %i points and a bonus of %i', (nth, points, bonusPoints) => {
    const step = press(pressed(nth - 1, '2026-03-30'), '2026-03-31')
    expect(step).toMatchObject({ ok: true, value: { points, bonusPoints, streakDays: nth } })
  })

  it('is one a day, and a day later the next', () => {
    const once = pressed(1, '2026-03-10')
    expect(press(once, '2026-03-10')).toEqual({ ok: false, code: 'CHECKIN_DONE' })
    expect(press(once, '2026-03-11')).toMatchObject({ value: { streakDays: 2 } })
  })

  it('begins anew after a missed day', () => {
    expect(press(pressed(6, '2026-03-10'), '2026-03-12')).toMatchObject({
      value: { streakDays: 1, points: 2 },
    })
  })

  it('counts a streak over months and a leap day', () => {
    const checkIns = pressed(62, '2028-03-01')
    expect(streakOn(checkIns, '2028-03-01')).toBe(62)
    expect(streakOn(checkIns, '2028-03-02')).toBe(62)
    expect(streakOn(checkIns, '2028-03-03')).toBe(0)
  })

  it('is refused where the shop offers none', () => {
    const closed = { ...rule, ladderPoints: [0, 2, 2, 2, 2, 2, 2] }
    expect(press([], '2026-03-10', closed)).toEqual({ ok: false, code: 'CHECKIN_OFF' })
    expect(nextRewardOf([], closed, '2026-03-10')).toBeNull()
    expect(nextPointsOf([], closed, '2026-03-10')).toBe(0)
  })
})

describe('a make-up card', () => {
  const gap = pressed(3, '2026-03-10', pressed(5, '2026-03-06'))

  it.each([
    ['2026-03-10', 'today'],
    ['2026-03-11', 'ahead'],
    ['2025-12-31', 'before'],
    ['2026-03-05', 'there'],
    ['2026-02-07', 'old'],
  ])('does not mend %s: %s', (on, why) => {
    const detail = { field: 'on', why }
    expect(mend(gap, on, '2026-03-10')).toEqual({ ok: false, code: 'MAKE_UP_DAY', detail })
  })

  it('mends the streak and brings no points, but the bonus that is reached by it', () => {
    const mended = mend(gap, '2026-03-07', '2026-03-10')
    expect(mended).toMatchObject({ value: { points: 0, bonusPoints: 20, streakDays: 9 } })
  })

  it('is one a month, and the next month has another', () => {
    const mended = mend(gap, '2026-03-07', '2026-03-10')
    const checkIns = mended.ok ? mended.value.checkIns : []
    expect(makeUpLeft(checkIns, rule, '2026-03-31')).toBe(0)
    expect(mend(checkIns, '2026-03-01', '2026-03-10')).toEqual({ ok: false, code: 'MAKE_UP_USED' })
    expect(makeUpLeft(checkIns, rule, '2026-04-01')).toBe(1)
    expect(mend(checkIns, '2026-03-11', '2026-04-01')).toMatchObject({ ok: true })
  })

  it('gives no bonus again that a part of the streak has had', () => {
    const seven = pressed(7, '2026-03-07')
    const three = pressed(3, '2026-03-11', seven)
    const mended = mend(three, '2026-03-08', '2026-03-11')
    expect(mended).toMatchObject({ value: { bonusPoints: 0, streakDays: 11 } })
    const checkIns = mended.ok ? mended.value.checkIns : []
    expect(nextRewardOf(checkIns, rule, '2026-03-11')).toMatchObject({ inDays: 3, points: 40 })
  })

  it('is refused where a shop has none', () => {
    const without = { ...rule, makeUpsPerMonth: 0 }
    const missed = { on: '2026-03-07', todayOn: '2026-03-10', joinedOn }
    expect(makeUpOn(gap, without, missed)).toEqual({ ok: false, code: 'MAKE_UP_USED' })
  })
})

describe('the next reward', () => {
  it.each([
    [0, 7, 20],
    [5, 2, 20],
    [7, 7, 40],
    [29, 1, 100],
    [30, 1, 5],
  ])('after %i days in a row is %i days away: %i points', (days, inDays, points) => {
    const checkIns = pressed(days, '2026-03-09')
    expect(nextRewardOf(checkIns, rule, '2026-03-10')).toMatchObject({ inDays, points })
  })

  it('is as many presses away with today’s press as without', () => {
    const before = nextRewardOf(pressed(5, '2026-03-09'), rule, '2026-03-10')
    expect(before).toEqual({ inDays: 2, points: 20, streakDays: 7 })
    expect(nextRewardOf(pressed(6, '2026-03-10'), rule, '2026-03-10')?.inDays).toBe(1)
  })

  it('tells what the next press brings, today’s or tomorrow’s', () => {
    expect(nextPointsOf([], rule, '2026-03-10')).toBe(2)
    expect(nextPointsOf(pressed(6, '2026-03-09'), rule, '2026-03-10')).toBe(25)
    expect(nextPointsOf(pressed(6, '2026-03-10'), rule, '2026-03-10')).toBe(25)
  })
})

describe('400 days of presses, gaps and make-ups', () => {
  it('are as a model on paper has them', () => {
    fc.assert(
      fc.property(fc.array(dayPlan, { minLength: 400, maxLength: 400 }), (plans) => {
        const model = paperModel(rule, joinedOn)
        let checkIns: CheckIns = []
        for (const [at, { presses, mendsBack }] of plans.entries()) {
          const todayOn = addDays(joinedOn, at)
          if (mendsBack !== null) {
            const on = addDays(todayOn, -mendsBack)
            const step = makeUpOn(checkIns, rule, { on, todayOn, joinedOn })
            if (step.ok) checkIns = step.value.checkIns
            expect(step.ok ? told(step.value) : null).toEqual(model.mend(on, todayOn))
          }
          if (presses) {
            const step = checkInOn(checkIns, rule, todayOn)
            if (step.ok) checkIns = step.value.checkIns
            expect(step.ok ? told(step.value) : null).toEqual(model.press(todayOn))
          }
          expect(streakOn(checkIns, todayOn)).toBe(model.streakOn(todayOn))
          expect(makeUpLeft(checkIns, rule, todayOn)).toBe(model.cardsLeft(todayOn))
        }
        for (let at = 0; at < plans.length; at += 1) {
          const on = addDays(joinedOn, at)
          expect(markOn(checkIns, on) !== null).toBe(model.marked.has(on))
        }
      }),
      { numRuns: 6 },
    )
  })
})

function told(step: { points: number; bonusPoints: number; streakDays: number }) {
  const { points, bonusPoints, streakDays } = step
  return { points, bonusPoints, streakDays }
}
