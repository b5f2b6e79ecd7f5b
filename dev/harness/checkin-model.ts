import fc from 'fast-check'
import { addDays } from '../../shared/business-date'
import type { CheckInRule } from '../../shared/checkin/check-in-rule'

/** What somebody does on one day: she presses or not, and may try to mend a day so far back. */
export interface DayPlan {
  readonly presses: boolean
  readonly mendsBack: number | null
}

export interface ModelAnswer {
  readonly points: number
  readonly bonusPoints: number
  readonly streakDays: number
}

/** People press on most days, or nobody would ever reach thirty in a row. */
export const dayPlan: fc.Arbitrary<DayPlan> = fc.record({
  presses: fc.integer({ min: 0, max: 99 }).map((dice) => dice < 93),
  mendsBack: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -1, max: 34 }) },
  ),
})

/**
 * Check-ins as somebody would keep them on paper: the dates that are marked, and for each bonus the
 * dates of the streak that it was given for. It counts everything anew at every step.
 */
export function paperModel(rule: CheckInRule, joinedOn: string) {
  const marked = new Set<string>()
  const cards: string[] = []
  const given: { days: number; on: string }[] = []

  const runAround = (on: string): string[] => {
    const run = [on]
    while (marked.has(addDays(run[0] ?? on, -1))) run.unshift(addDays(run[0] ?? on, -1))
    while (marked.has(addDays(run.at(-1) ?? on, 1))) run.push(addDays(run.at(-1) ?? on, 1))
    return run
  }
  const streakOn = (todayOn: string): number => {
    const lastOn = marked.has(todayOn) ? todayOn : addDays(todayOn, -1)
    return marked.has(lastOn) ? runAround(lastOn).length : 0
  }
  /** The run has grown to what it is: bonuses of lengths that its newest part passed with that. */
  const bonusFor = (on: string): number => {
    const run = runAround(on)
    const newest = run.length - 1 - run.indexOf(on)
    const due = rule.bonuses.filter(
      ({ days }) =>
        days <= run.length &&
        days > (newest > 0 ? newest : run.indexOf(on)) &&
        !given.some((one) => one.days === days && run.includes(one.on)),
    )
    for (const { days } of due) given.push({ days, on: run[days - 1] ?? on })
    return due.reduce((sum, { points }) => sum + points, 0)
  }
  return {
    marked,
    streakOn,
    press(todayOn: string): ModelAnswer | null {
      if (marked.has(todayOn)) return null
      marked.add(todayOn)
      const streakDays = streakOn(todayOn)
      const points = rule.ladderPoints[Math.min(streakDays, 7) - 1] ?? 0
      return { points, bonusPoints: bonusFor(todayOn), streakDays }
    },
    mend(on: string, todayOn: string): ModelAnswer | null {
      const isMissed = on < todayOn && on >= joinedOn && !marked.has(on)
      const isTooOld = on < addDays(todayOn, -rule.makeUpWithinDays)
      const used = cards.filter((usedOn) => usedOn.slice(0, 7) === todayOn.slice(0, 7))
      if (!isMissed || isTooOld || used.length >= rule.makeUpsPerMonth) return null
      marked.add(on)
      cards.push(todayOn)
      const bonusPoints = bonusFor(on)
      return { points: 0, bonusPoints, streakDays: streakOn(todayOn) }
    },
    cardsLeft: (todayOn: string) =>
      Math.max(
        0,
        rule.makeUpsPerMonth -
          cards.filter((usedOn) => usedOn.slice(0, 7) === todayOn.slice(0, 7)).length,
      ),
  }
}
