/**
 * The daily check-in: one a calendar day, a ladder of points for days in a row, a bonus on the day
 * that makes a streak long enough. A make-up card mends a missed day: it brings no points of its
 * own, or a card would be worth more than a visit, but a bonus that is reached through it is given.
 * Of each length a streak has one bonus, however it grew.
 */
import { addDays, daysBetween } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import { type CheckInRule, isOffered, ladderPointsOf, type StreakBonus } from './check-in-rule'
import {
  bonusesOf,
  type CheckIns,
  madeUpsOf,
  markOn,
  runEndFrom,
  runLengthTo,
  streakOn,
  withBonuses,
  withMadeUp,
  withPressed,
} from './check-ins'

/** What a check-in or a make-up does. */
export interface CheckInStep {
  readonly checkIns: CheckIns
  /** The ladder's, 0 for a make-up. */
  readonly points: number
  readonly bonusPoints: number
  /** The days in a row as they are now. */
  readonly streakDays: number
}

export interface NextReward {
  /** So many more check-ins, today's included when it is still to come. */
  readonly inDays: number
  readonly points: number
  /** How long the streak is then. */
  readonly streakDays: number
}

/** No made-up day lies further back: what was given before it cannot be asked for again. */
const MOST_BACK_DAYS = 62

/** Today's check-in. Refuses CHECKIN_OFF, and CHECKIN_DONE when this day is marked already. */
export function checkInOn(
  checkIns: CheckIns,
  rule: CheckInRule,
  todayOn: string,
): Outcome<CheckInStep> {
  if (!isOffered(rule)) return refuse('CHECKIN_OFF')
  if (markOn(checkIns, todayOn) !== null) return refuse('CHECKIN_DONE')
  const pressed = withPressed(checkIns, todayOn)
  const streakDays = runLengthTo(pressed, todayOn)
  const grown = grownTo(pressed, rule, { endOn: todayOn, lengthBefore: streakDays - 1, todayOn })
  return accept({ ...grown, points: ladderPointsOf(rule, streakDays), streakDays })
}

export interface MissedDay {
  readonly on: string
  readonly todayOn: string
  /** The calendar day on which she joined. */
  readonly joinedOn: string
}

/**
 * Mends a missed day with a card of this month. Refuses CHECKIN_OFF; MAKE_UP_DAY with field and
 * reason for a day that cannot be mended; MAKE_UP_USED when no card is left.
 */
export function makeUpOn(
  checkIns: CheckIns,
  rule: CheckInRule,
  { on, todayOn, joinedOn }: MissedDay,
): Outcome<CheckInStep> {
  if (!isOffered(rule)) return refuse('CHECKIN_OFF')
  const why = whyNotMissed(checkIns, rule, { on, todayOn, joinedOn })
  if (why !== null) return refuse('MAKE_UP_DAY', { field: 'on', why })
  if (makeUpLeft(checkIns, rule, todayOn) === 0) return refuse('MAKE_UP_USED')
  const mended = withMadeUp(checkIns, { on, usedOn: todayOn })
  const endOn = runEndFrom(mended, on)
  const grown = grownTo(mended, rule, { endOn, lengthBefore: daysBetween(on, endOn), todayOn })
  return accept({ ...grown, points: 0, streakDays: streakOn(grown.checkIns, todayOn) })
}

export type WhyNot = 'today' | 'ahead' | 'before' | 'there' | 'old'

/** Why a day cannot be mended, whatever cards are left; null when it can. */
export function whyNotMissed(
  checkIns: CheckIns,
  rule: CheckInRule,
  { on, todayOn, joinedOn }: MissedDay,
): WhyNot | null {
  if (on === todayOn) return 'today'
  if (on > todayOn) return 'ahead'
  if (on < joinedOn) return 'before'
  if (markOn(checkIns, on) !== null) return 'there'
  return on < addDays(todayOn, -rule.makeUpWithinDays) ? 'old' : null
}

/** Cards of this month that she has not used. */
export function makeUpLeft(checkIns: CheckIns, rule: CheckInRule, todayOn: string): number {
  const month = todayOn.slice(0, 7)
  const used = madeUpsOf(checkIns).filter(({ usedOn }) => usedOn.slice(0, 7) === month)
  return Math.max(rule.makeUpsPerMonth - used.length, 0)
}

/** The next bonus of this streak; beyond the last one, what the next day brings. */
export function nextRewardOf(
  checkIns: CheckIns,
  rule: CheckInRule,
  todayOn: string,
): NextReward | null {
  if (!isOffered(rule)) return null
  const streakDays = streakOn(checkIns, todayOn)
  const [next] = rule.bonuses.filter(({ days, points }) => days > streakDays && points > 0)
  if (next) {
    return { inDays: next.days - streakDays, points: next.points, streakDays: next.days }
  }
  const tomorrow = streakDays + 1
  return { inDays: 1, points: ladderPointsOf(rule, tomorrow), streakDays: tomorrow }
}

/** What the next check-in brings, bonus included. */
export function nextPointsOf(checkIns: CheckIns, rule: CheckInRule, todayOn: string): number {
  const next = markOn(checkIns, todayOn) === null ? todayOn : addDays(todayOn, 1)
  const step = checkInOn(checkIns, rule, next)
  return step.ok ? step.value.points + step.value.bonusPoints : 0
}

interface Growth {
  readonly endOn: string
  /** Of its newest part: what lies before a mended day had its bonuses when it was as long. */
  readonly lengthBefore: number
  readonly todayOn: string
}

/** The bonuses that a run passes as it grows, each once in a run. */
function grownTo(
  checkIns: CheckIns,
  rule: CheckInRule,
  { endOn, lengthBefore, todayOn }: Growth,
): Pick<CheckInStep, 'checkIns' | 'bonusPoints'> {
  const length = runLengthTo(checkIns, endOn)
  const startOn = addDays(endOn, 1 - length)
  const had = bonusesOf(checkIns).filter(({ on }) => on >= startOn && on <= endOn)
  const isDue = ({ days, points }: StreakBonus) =>
    points > 0 && days > lengthBefore && days <= length && !had.some((one) => one.days === days)
  const given = rule.bonuses
    .filter(isDue)
    .map((bonus) => ({ ...bonus, on: addDays(startOn, bonus.days - 1) }))
  const bonusPoints = given.reduce((sum, { points }) => sum + points, 0)
  const openSinceOn = addDays(todayOn, -MOST_BACK_DAYS)
  return { checkIns: withBonuses(checkIns, given, openSinceOn), bonusPoints }
}
