/** A month of check-ins as its member sees it: each day with its state, and why it is so. */
import { type CheckInRule, isOffered } from './check-in-rule'
import { bonusesOf, type CheckIns, datesOf, madeUpsOf, markOn } from './check-ins'
import { makeUpLeft, type WhyNot, whyNotMissed } from './streak'

export type DayState =
  | 'checkedIn'
  | 'madeUp'
  /** Today, as long as she has not checked in. */
  | 'open'
  | 'missed'
  | 'ahead'
  /** Before she joined. */
  | 'before'

export interface CheckInDay {
  readonly on: string
  readonly state: DayState
  /** What was special about it, or why it cannot be made up. */
  readonly reason?: string
  /** Set on a missed day that a card may mend now. */
  readonly mayMakeUp?: true
}

export interface MonthAsked {
  readonly month: string
  readonly todayOn: string
  readonly joinedOn: string
}

/** Every day of the month. */
export function daysOfMonth(
  checkIns: CheckIns,
  rule: CheckInRule,
  { month, todayOn, joinedOn }: MonthAsked,
): readonly CheckInDay[] {
  return datesOf(month).map((on) => dayOn(checkIns, rule, { on, todayOn, joinedOn }))
}

function dayOn(
  checkIns: CheckIns,
  rule: CheckInRule,
  day: { readonly on: string; readonly todayOn: string; readonly joinedOn: string },
): CheckInDay {
  const { on, todayOn, joinedOn } = day
  const mark = markOn(checkIns, on)
  if (mark !== null) return { on, state: mark, ...reasonOfMark(checkIns, on) }
  if (on === todayOn) return { on, state: 'open' }
  if (on > todayOn) return { on, state: 'ahead' }
  if (on < joinedOn) return { on, state: 'before' }
  const why = whyNotMissed(checkIns, rule, day)
  const missed = { on, state: 'missed' } as const
  if (why !== null) return { ...missed, reason: whyWords[why](rule) }
  if (!isOffered(rule)) return missed
  if (makeUpLeft(checkIns, rule, todayOn) > 0) return { ...missed, mayMakeUp: true }
  return { ...missed, reason: rule.makeUpsPerMonth > 0 ? '本月的补签卡已用完' : '不能补签' }
}

/** Sentences for the reasons of a refused make-up, as the page tells them of a day. */
export const whyWords: Readonly<Record<WhyNot, (rule: CheckInRule) => string>> = {
  today: () => '今天直接签到就好',
  ahead: () => '还没到这一天',
  before: () => '这天还没有入会',
  there: () => '这天已经签到',
  old: ({ makeUpWithinDays }) => `超过 ${makeUpWithinDays} 天，不能补签`,
}

function reasonOfMark(checkIns: CheckIns, on: string): { readonly reason?: string } {
  const made = madeUpsOf(checkIns).find((one) => one.on === on)
  const bonus = bonusesOf(checkIns).filter((one) => one.on === on)
  const words = [
    ...(made ? [`${dayWords(made.usedOn)}用补签卡补签`] : []),
    ...bonus.map(({ days, points }) => `连续 ${days} 天，多得 ${points} 积分`),
  ]
  return words.length > 0 ? { reason: words.join('；') } : {}
}

function dayWords(on: string): string {
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}
