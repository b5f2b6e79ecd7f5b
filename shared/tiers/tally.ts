/**
 * What a member's account counts for her level: by calendar months, so that it stays small however
 * long she comes, and with what it takes to take a purchase back exactly. What follows from it by
 * the rule in force is kept beside it (`tier`, `nextOn`) for whoever has no rule at hand.
 */
import { monthAfter, monthOf } from './month'
import { higherOf, isAtLeast, type Tier } from './tier'
import { type Cluster, withoutVisit, withVisit } from './visits'

/** One month with purchases. */
export interface MonthCount {
  readonly month: string
  readonly paidFen: number
  readonly visits: number
}

/** A level that the last review left to her: no refund takes it before its last day. */
export interface KeptTier {
  readonly tier: Tier
  /** From which month on she may have reached more. */
  readonly fromMonth: string
  /** Null: for good, or as long as she has reached nothing. */
  readonly untilOn: string | null
}

/** What is too long ago to be told apart by months. */
export interface EarlierCount {
  readonly paidFen: number
  readonly bestVisits: number
  readonly activeMonths: number
  readonly firstMonth: string | null
}

/** A level that a purchase brought. */
export interface Upgrade {
  readonly purchaseId: string
  readonly from: Tier
  readonly to: Tier
}

export interface TierTally {
  /** By the rule, as of the last change: who needs it as of today asks `standingOn`. */
  readonly tier: Tier
  /** The last day of it; null where it does not end. */
  readonly keepUntilOn: string | null
  /** The version of the rule that said so; 0: none has yet. */
  readonly version: number
  /** The first date on which something is to be decided or told; for the job. */
  readonly nextOn: string | null
  /** More than one only while two memberships became one: the highest counts. */
  readonly kept: readonly KeptTier[]
  /** In their order; only months with something in them. */
  readonly months: readonly MonthCount[]
  readonly earlier: EarlierCount
  readonly clusters: readonly Cluster[]
  /** Set while the last thing that was counted is a purchase that brought her a level. */
  readonly upgrade: Upgrade | null
  /** The level that she was told of last. */
  readonly toldTier: Tier
  /** The last days of which she is told already: ahead of them, and that they are over. */
  readonly toldAhead: string | null
  readonly toldGrace: string | null
}

/** Who was never reviewed: whatever she has bought may have brought her something. */
const neverReviewed: KeptTier = { tier: 'plain', fromMonth: '0000-01', untilOn: null }

/** What the last review left to her; of two memberships that became one, the better. */
export function bestKept({ kept }: Pick<TierTally, 'kept'>): KeptTier {
  return kept.length > 0 ? kept.reduce(betterOf) : neverReviewed
}

function betterOf(one: KeptTier, other: KeptTier): KeptTier {
  if (one.tier !== other.tier) return isAtLeast(one.tier, other.tier) ? one : other
  if (one.untilOn !== other.untilOn)
    return (one.untilOn ?? '') > (other.untilOn ?? '') ? one : other
  return one.fromMonth < other.fromMonth ? one : other
}

const nothingEarlier: EarlierCount = {
  paidFen: 0,
  bestVisits: 0,
  activeMonths: 0,
  firstMonth: null,
}

export const noTally: TierTally = {
  ...{ tier: 'plain', keepUntilOn: null, version: 0, nextOn: null },
  ...{ kept: [], months: [], earlier: nothingEarlier, clusters: [] },
  ...{ upgrade: null, toldTier: 'plain', toldAhead: null, toldGrace: null },
}

/** A year to look back from each month of the two years in which a level may be kept. */
const KEPT_MONTHS = 37
/** Any date in the past: the job looks at it at once. */
const AT_ONCE = '2000-01-01'

/** What a purchase counts for; `at` is null where only its day is known. */
export interface Qualifying {
  readonly storeId: string
  /** The receipt's date. */
  readonly on: string
  readonly at: number | null
  /** In money: nothing that coupons or points paid. */
  readonly paidFen: number
}

/** Counts one more purchase. What was paid with points alone is no purchase for a level. */
export function withPurchase(tally: TierTally, purchase: Qualifying, todayOn: string): TierTally {
  const { paidFen } = purchase
  if (paidFen <= 0) return tally
  const { clusters, change } = withVisit(tally.clusters, visitOf(purchase))
  const counted = changed({ ...tally, clusters }, purchase.on, { paidFen, visits: change })
  return folded(counted, todayOn)
}

/** Takes back what was refunded of a purchase, `leftFen` being what of it stays. */
export function withRefund(
  tally: TierTally,
  purchase: Qualifying,
  { leftFen }: { readonly leftFen: number },
): TierTally {
  const { paidFen, on } = purchase
  if (leftFen > 0) return changed(tally, on, { paidFen: -paidFen, visits: 0 })
  const { clusters, change } = withoutVisit(tally.clusters, visitOf(purchase))
  return changed({ ...tally, clusters }, on, { paidFen: -paidFen, visits: change })
}

function visitOf({ storeId, on, at }: Qualifying) {
  return { storeId, month: monthOf(on), at }
}

type Change = Pick<MonthCount, 'paidFen' | 'visits'>

/** Never below nothing: what was bought before levels were counted may be given back, too. */
function changed(tally: TierTally, on: string, { paidFen, visits }: Change): TierTally {
  const month = monthOf(on)
  const known = tally.months.find((each) => each.month === month)
  if (!known && paidFen < 0) {
    const left = Math.max(tally.earlier.paidFen + paidFen, 0)
    return { ...tally, earlier: { ...tally.earlier, paidFen: left } }
  }
  const after = {
    month,
    paidFen: Math.max((known?.paidFen ?? 0) + paidFen, 0),
    visits: Math.max((known?.visits ?? 0) + visits, 0),
  }
  const others = tally.months.filter((each) => each !== known)
  const isEmpty = after.paidFen === 0 && after.visits === 0
  return { ...tally, months: inOrder(isEmpty ? others : [...others, after]) }
}

function inOrder(months: readonly MonthCount[]): readonly MonthCount[] {
  return [...months].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** Months that no review looks at any more become one count. */
function folded(tally: TierTally, todayOn: string): TierTally {
  const oldest = monthAfter(monthOf(todayOn), 1 - KEPT_MONTHS)
  const old = tally.months.filter(({ month }) => month < oldest)
  if (old.length === 0) return tally
  return {
    ...tally,
    months: tally.months.filter(({ month }) => month >= oldest),
    earlier: old.reduce(foldIn, tally.earlier),
    clusters: tally.clusters.filter(({ month }) => month >= oldest),
  }
}

function foldIn(earlier: EarlierCount, { month, paidFen, visits }: MonthCount): EarlierCount {
  return {
    paidFen: earlier.paidFen + paidFen,
    bestVisits: Math.max(earlier.bestVisits, visits),
    activeMonths: earlier.activeMonths + 1,
    firstMonth: firstOf(earlier.firstMonth, month),
  }
}

function firstOf(one: string | null, other: string | null): string | null {
  return [one, other].filter((month) => month !== null).sort()[0] ?? null
}

/** Of two memberships that become one; the job works out what she has reached together. */
export function joinTier(mine: TierTally, other: TierTally): TierTally {
  if (isNothing(other)) return mine
  if (isNothing(mine)) return { ...other, nextOn: AT_ONCE }
  const better = isAtLeast(mine.tier, other.tier) ? mine : other
  const summed = other.months.reduce((so, each) => changed(so, `${each.month}-01`, each), mine)
  return {
    ...summed,
    ...{ tier: higherOf(mine.tier, other.tier), keepUntilOn: better.keepUntilOn },
    ...{ version: Math.min(mine.version, other.version), nextOn: AT_ONCE },
    kept: [...keptBy(mine), ...broughtBy(other)],
    clusters: [...mine.clusters, ...other.clusters],
    earlier: {
      paidFen: mine.earlier.paidFen + other.earlier.paidFen,
      bestVisits: Math.max(mine.earlier.bestVisits, other.earlier.bestVisits),
      activeMonths: Math.max(mine.earlier.activeMonths, other.earlier.activeMonths),
      firstMonth: firstOf(mine.earlier.firstMonth, other.earlier.firstMonth),
    },
  }
}

/** Without what the other one had brought; what is older than three years stays as it is. */
export function partTier(joined: TierTally, brought: TierTally): TierTally {
  if (isNothing(brought)) return joined
  const without = brought.months.reduce((so, { month, paidFen, visits }) => {
    return changed(so, `${month}-01`, { paidFen: -paidFen, visits: -visits })
  }, joined)
  const { kept, clusters, earlier } = joined
  return {
    ...without,
    nextOn: AT_ONCE,
    kept: simplest(withoutEach(kept, broughtBy(brought))),
    clusters: withoutEach(clusters, brought.clusters),
    earlier: { ...earlier, paidFen: Math.max(earlier.paidFen - brought.earlier.paidFen, 0) },
  }
}

function keptBy({ kept }: TierTally): readonly KeptTier[] {
  return kept.length > 0 ? kept : [neverReviewed]
}

/** What another membership has at this moment stays hers until its last day. */
function broughtBy(other: TierTally): readonly KeptTier[] {
  const { tier, keepUntilOn: untilOn } = other
  const { tier: reviewed, fromMonth } = bestKept(other)
  const isReached = tier !== reviewed && isAtLeast(tier, reviewed)
  return isReached ? [...keptBy(other), { tier, fromMonth, untilOn }] : keptBy(other)
}

function simplest(kept: readonly KeptTier[]): readonly KeptTier[] {
  const says = ({ tier, fromMonth }: KeptTier) =>
    tier !== neverReviewed.tier || fromMonth !== neverReviewed.fromMonth
  return kept.some(says) ? kept : []
}

function withoutEach<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  const taken = some.map((each) => JSON.stringify(each))
  return all.filter((each) => {
    const place = taken.indexOf(JSON.stringify(each))
    if (place < 0) return true
    taken.splice(place, 1)
    return false
  })
}

function isNothing({ months, kept, earlier }: TierTally): boolean {
  return months.length === 0 && kept.length === 0 && earlier.firstMonth === null
}
