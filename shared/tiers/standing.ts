/**
 * Where a member stands: what she has reached since the last review, and what that review left to
 * her. It is worked out from her tally alone, as of any date, so that it does not matter when a job
 * ran; a purchase or a refund only changes what is counted.
 *
 * - More is reached at once, by whatever was counted up to any month since the last review.
 * - What a purchase reached, its refund takes back. What a review left stays until its last day.
 * - A review comes after the last day of a level. Who has what the level asks keeps it for another
 *   twelve months. Who has not keeps it for some days of grace, in which she may make up for it,
 *   and then falls one step.
 */
import { addDays } from '../business-date'
import { cycleStart, lastDayOf, monthAfter, monthOf, monthsBetween } from './month'
import { bestKept, type KeptTier, type MonthCount, type TierTally } from './tally'
import { isAtLeast, oneBelow, type Tier } from './tier'
import { noFigures, type TierFigures, type TierRule, tierBy } from './tier-rule'

const YEAR_MONTHS = 12
/** Nobody may be away for longer than this and be reviewed year by year. */
const MOST_REVIEWS = 50

/** What a review decided. */
export interface Review {
  /** The last day of the level that was reviewed. */
  readonly untilOn: string
  readonly from: Tier
  readonly to: Tier
}

export interface Standing {
  readonly tier: Tier
  /** The last day on which she has it whatever she does; null where it does not end. */
  readonly keepUntilOn: string | null
  /** The last day of grace, while it runs and something is missing. */
  readonly graceUntilOn: string | null
  /** The day after grace, on which the review is closed; null while none is open. */
  readonly decidedOn: string | null
  /** What the reviews until today have left to her. */
  readonly kept: KeptTier
  /** Those that nobody has written down yet, the oldest first. */
  readonly reviews: readonly Review[]
}

/** As of a date. */
export function standingOn(tally: TierTally, rule: TierRule, todayOn: string): Standing {
  let kept = bestKept(tally)
  if (rule.method === 'off') return plainWith(kept)
  const reviews: Review[] = []
  for (let no = 0; no < MOST_REVIEWS; no += 1) {
    const held = reachedSince(tally, rule, { kept, todayOn })
    const { tier, untilOn } = held
    if (untilOn === null || todayOn <= untilOn) {
      const open = { graceUntilOn: null, decidedOn: null }
      return { tier, keepUntilOn: untilOn, ...open, kept, reviews }
    }
    const next = afterReview(tally, rule, { held: { ...held, untilOn }, todayOn })
    if (next.isOpen) {
      const graceEndsOn = graceEndOf(untilOn, rule)
      const stays = next.kept ? reachedSince(tally, rule, { kept: next.kept, todayOn }) : held
      return {
        ...{ tier: stays.tier, keepUntilOn: stays.untilOn },
        graceUntilOn: next.kept ? null : graceEndsOn,
        ...{ decidedOn: addDays(graceEndsOn, 1), kept, reviews },
      }
    }
    reviews.push({ untilOn, from: tier, to: next.kept.tier })
    kept = next.kept
  }
  return { ...plainWith(kept), reviews }
}

function plainWith(kept: KeptTier): Standing {
  const open = { graceUntilOn: null, decidedOn: null }
  return { tier: 'plain', keepUntilOn: null, ...open, kept, reviews: [] }
}

interface Held {
  readonly tier: Tier
  readonly untilOn: string | null
}

/** What was left to her, or more: the first month in which it was reached says how long. */
function reachedSince(
  tally: TierTally,
  rule: TierRule,
  { kept, todayOn }: { readonly kept: KeptTier; readonly todayOn: string },
): Held {
  let { tier, untilOn }: Held = kept
  if (rule.window === 'lifetime') untilOn = null
  const now = monthOf(todayOn)
  for (const month of monthsToLookAt(tally, rule, { from: kept.fromMonth, to: now })) {
    if (untilOn !== null && month > monthOf(untilOn)) break
    const reached = tierBy(figuresIn(tally, rule, month), rule)
    if (isAtLeast(tier, reached)) continue
    tier = reached
    untilOn = lastDayFor(month, rule)
  }
  return { tier, untilOn }
}

/** All in which her figures may have risen: with purchases, or each where time alone counts. */
function monthsToLookAt(
  { months, earlier }: TierTally,
  { method }: TierRule,
  { from, to }: { readonly from: string; readonly to: string },
): readonly string[] {
  const isByTime = method === 'loyalty' || method === 'composite'
  const first = (isByTime ? earlier.firstMonth : null) ?? months[0]?.month ?? to
  const start = from > first ? from : first
  if (isByTime) {
    const count = Math.max(monthsBetween(start, to) + 1, 0)
    return Array.from({ length: count }, (_each, place) => monthAfter(start, place))
  }
  const bought = months.map(({ month }) => month).filter((month) => month >= start && month <= to)
  // The first month of a period may already have enough from before.
  const isListed = bought[0] === start || start > to
  return isListed ? bought : [start, ...bought]
}

/** What is over a year later, or with the next cycle; over all time nothing ends. */
function lastDayFor(month: string, { window, cycleMonth }: TierRule): string | null {
  if (window === 'lifetime') return null
  if (window === 'rolling') return lastDayOf(monthAfter(month, YEAR_MONTHS))
  return lastDayOf(monthAfter(cycleStart(month, cycleMonth), 2 * YEAR_MONTHS - 1))
}

type Decision =
  | { readonly isOpen: false; readonly kept: KeptTier }
  /** In grace: what she has made up for is not written down before it is over. */
  | { readonly isOpen: true; readonly kept: KeptTier | null }

function afterReview(
  tally: TierTally,
  rule: TierRule,
  {
    held,
    todayOn,
  }: { readonly held: Held & { readonly untilOn: string }; readonly todayOn: string },
): Decision {
  const { tier, untilOn } = held
  const month = monthOf(untilOn)
  const nextUntilOn = lastDayOf(monthAfter(month, YEAR_MONTHS))
  const fromMonth = monthAfter(month, 1)
  const again: KeptTier = { tier, fromMonth, untilOn: nextUntilOn }
  if (isAtLeast(tierBy(figuresIn(tally, rule, month), rule), tier)) {
    return { isOpen: false, kept: again }
  }
  const graceUntilOn = graceEndOf(untilOn, rule)
  const isOver = todayOn > graceUntilOn
  const made = graceFigures(tally, rule, { untilOn, on: isOver ? graceUntilOn : todayOn })
  if (isAtLeast(tierBy(made, rule), tier)) return { isOpen: !isOver, kept: again }
  if (!isOver) return { isOpen: true, kept: null }
  const below = oneBelow(tier)
  const ends = below === 'plain' ? null : nextUntilOn
  return { isOpen: false, kept: { tier: below, fromMonth, untilOn: ends } }
}

/** The last day on which she may make up for what was missing. */
export function graceEndOf(untilOn: string, { graceDays }: TierRule): string {
  return addDays(untilOn, graceDays)
}

/** The figures of the year that was reviewed, with what was bought in the days of grace. */
export function graceFigures(
  tally: TierTally,
  rule: TierRule,
  { untilOn, on }: { readonly untilOn: string; readonly on: string },
): TierFigures {
  const from = windowStart(monthOf(untilOn), rule)
  return figuresBetween(tally, from, monthOf(on))
}

/** What counts in the window that ends with this month. */
export function figuresIn(tally: TierTally, rule: TierRule, month: string): TierFigures {
  return figuresBetween(tally, windowStart(month, rule), month)
}

/** Null: from the beginning. */
function windowStart(month: string, { window, cycleMonth }: TierRule): string | null {
  if (window === 'lifetime') return null
  return window === 'rolling' ? monthAfter(month, 1 - YEAR_MONTHS) : cycleStart(month, cycleMonth)
}

function figuresBetween(tally: TierTally, from: string | null, to: string): TierFigures {
  const { months, earlier } = tally
  const counted = months.filter(({ month }) => month <= to && (from === null || month >= from))
  const old = from === null ? earlier : { ...earlier, paidFen: 0, bestVisits: 0, activeMonths: 0 }
  const firstMonth = earlier.firstMonth ?? months.find(hasVisit)?.month ?? null
  if (counted.length === 0 && from !== null && firstMonth === null) return noFigures
  return {
    paidFen: counted.reduce((sum, { paidFen }) => sum + paidFen, old.paidFen),
    monthVisits: counted.reduce((most, { visits }) => Math.max(most, visits), old.bestVisits),
    tenureMonths: firstMonth === null ? 0 : Math.max(monthsBetween(firstMonth, to), 0),
    activeMonths: counted.filter(hasVisit).length + old.activeMonths,
  }
}

function hasVisit({ visits }: MonthCount): boolean {
  return visits > 0
}
