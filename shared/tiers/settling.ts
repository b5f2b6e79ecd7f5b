/**
 * The one way from a member's tally to the next. What is due by the day comes first: a review looks
 * at what was counted until then, not at the purchase or the refund that brings it to light.
 */
import { addDays } from '../business-date'
import { keepGapOf } from './gap'
import { monthAfter, monthOf } from './month'
import { figuresIn, type Review, type Standing, standingOn } from './standing'
import type { TierTally } from './tally'
import { oneAbove, rankOf, type Tier } from './tier'
import { type TierRule, tierBy } from './tier-rule'

export interface TierWorld {
  readonly rule: TierRule
  readonly todayOn: string
}

export interface Settled {
  readonly tally: TierTally
  /** As of today, before and after the change. */
  readonly before: Standing
  readonly after: Standing
  /** What had been due and is written down by it. */
  readonly reviews: readonly Review[]
}

/** Nothing changes but the day, and the rule. */
const unchanged = (tally: TierTally): TierTally => tally

/** Works out what is due, makes the change, and what follows from it. */
export function settleTier(
  tally: TierTally,
  world: TierWorld,
  change: (tally: TierTally) => TierTally = unchanged,
): Settled {
  const { rule, todayOn } = world
  const before = standingOn(tally, rule, todayOn)
  const { reviews } = before
  const due = reviews.length > 0 ? { ...tally, kept: [before.kept] } : tally
  const changed = change(due)
  const after = standingOn(changed, rule, todayOn)
  const { tier, keepUntilOn } = after
  const stamped = { ...changed, tier, keepUntilOn, version: rule.version }
  return { tally: { ...stamped, nextOn: nextOnOf(stamped, after, world) }, before, after, reviews }
}

/** Up (+), down (−), or neither. */
export function stepsBetween(from: Tier, to: Tier): number {
  return rankOf(to) - rankOf(from)
}

/** How far ahead time alone may bring a level: the tally is looked at before that. */
const MONTHS_AHEAD = 24

/** The first date on which something is to be decided or told; null: none. */
function nextOnOf(
  tally: TierTally,
  standing: Standing,
  { rule, todayOn }: TierWorld,
): string | null {
  if (rule.method === 'off') return null
  // She is told at once, by the job.
  if (tally.tier !== tally.toldTier) return todayOn
  const dates = [
    lastDaysOf(tally, standing, { rule, todayOn }),
    standing.decidedOn,
    risesOn(tally, standing, { rule, todayOn }),
  ].filter((on) => on !== null)
  return dates.sort()[0] ?? null
}

function lastDaysOf(tally: TierTally, standing: Standing, world: TierWorld): string | null {
  const { keepUntilOn, graceUntilOn } = standing
  if (keepUntilOn === null) return null
  const afterOn = addDays(keepUntilOn, 1)
  // Of the end of grace `decidedOn` tells.
  if (graceUntilOn !== null) return tally.toldGrace === keepUntilOn ? null : afterOn
  const { rule, todayOn } = world
  const isShort = (keepGapOf(tally, rule, { standing, todayOn }) ?? 0) > 0
  const isTold = tally.toldAhead === keepUntilOn
  return isShort && !isTold ? addDays(keepUntilOn, -rule.noticeDays) : afterOn
}

/** Where months alone give a merit: the first day of the month that brings the next level. */
function risesOn(tally: TierTally, { tier }: Standing, { rule, todayOn }: TierWorld) {
  const isByTime = rule.method === 'loyalty' || rule.method === 'composite'
  if (!isByTime || oneAbove(tier) === null || tally.months.length === 0) return null
  const now = monthOf(todayOn)
  for (let ahead = 1; ahead <= MONTHS_AHEAD; ahead += 1) {
    const month = monthAfter(now, ahead)
    if (rankOf(tierBy(figuresIn(tally, rule, month), rule)) > rankOf(tier)) return `${month}-01`
  }
  return null
}
