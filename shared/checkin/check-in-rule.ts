/**
 * 每日签到: what a day in a row brings, at which lengths of a streak there is a bonus, and how many
 * missed days a member may make up. All of it is the shop's data.
 */

export interface CheckInRule {
  readonly ruleId: 'check-in'
  readonly version: number
  /** Points of the first day in a row, the second …; the last figure holds from there on. */
  readonly ladderPoints: readonly number[]
  /** The shorter streak first. */
  readonly bonuses: readonly StreakBonus[]
  /** Make-up cards of a calendar month; what is not used is not kept. */
  readonly makeUpsPerMonth: number
  /** How far back a missed day may lie. */
  readonly makeUpWithinDays: number
}

/** So many points beside the ladder's, on the day that makes a streak so long. */
export interface StreakBonus {
  readonly days: number
  readonly points: number
}

export const LADDER_DAYS = 7
export const BONUS_COUNT = 3

/** Of a new shop: about three yuan a month for somebody who never misses a day. */
export const newCheckInRule: CheckInRule = {
  ruleId: 'check-in',
  version: 1,
  ladderPoints: [2, 2, 3, 3, 4, 4, 5],
  bonuses: [
    { days: 7, points: 20 },
    { days: 14, points: 40 },
    { days: 30, points: 100 },
  ],
  makeUpsPerMonth: 1,
  makeUpWithinDays: 30,
}

/** A shop whose first day brings nothing has no check-in; its other figures stay as they were. */
export function isOffered({ ladderPoints }: CheckInRule): boolean {
  return (ladderPoints[0] ?? 0) > 0
}

/** What the n-th day in a row brings without its bonus. */
export function ladderPointsOf({ ladderPoints }: CheckInRule, streakDays: number): number {
  return ladderPoints[Math.min(streakDays, ladderPoints.length) - 1] ?? 0
}
