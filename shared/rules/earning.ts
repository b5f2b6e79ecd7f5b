/**
 * Earning by spend: 1 yuan paid is 1 point, rounded down (99.99 yuan earn 99). Coupons are not
 * paid, and what the shop excludes earns nothing; a coupon's money comes off excluded and other
 * goods in proportion.
 */
import { addDays, expiryOf } from '../business-date'
import type { TierId } from '../tiers/tier'

/** A versioned document: every entry keeps which version it was booked by. */
export interface EarnRule {
  readonly ruleId: string
  readonly version: number
  /** Fen that must be paid for one point. */
  readonly fenPerPoint: number
  readonly validityMonths: number
  /** Days before the points can be spent: 0 at the till. */
  readonly pendingDays: number
  /** What one member earns at most by this rule on a day, and in a month; null for no cap. */
  readonly dayCapPoints: number | null
  readonly monthCapPoints: number | null
  /** Days of the month on which whole base points count more: 200 percent doubles them. */
  readonly memberDay: { readonly days: readonly number[]; readonly percent: number } | null
  /** What whole base points count for members of a tier: 120 percent add a fifth. */
  readonly tierPercents: Readonly<Record<TierId, number>>
  /** Of these, the one of the member whose purchase it is; absent while she has no tier. */
  readonly tierPercent?: number
}

/**
 * The rule as it applies to a member of this tier. It is this one that a purchase keeps, so that
 * a refund knows what her tier was.
 */
export function ruleForTier(rule: EarnRule, tier: TierId | null): EarnRule {
  return tier === null ? rule : { ...rule, tierPercent: rule.tierPercents[tier] }
}

/** What a member has earned by the rule on one date, and in its month so far. */
export interface EarnedCount {
  readonly on: string
  readonly dayPoints: number
  readonly monthPoints: number
  /** What was earned before, by date and by month, as far as an old receipt may ask for it. */
  readonly earlier?: readonly EarlierCount[]
}

export interface EarlierCount {
  /** A date, or a month `YYYY-MM`. */
  readonly of: string
  readonly points: number
}

/** No shop takes an older receipt. */
const DATES_COUNTED_DAYS = 92

/** Which cap cut the points of a purchase, if any. */
export type EarnCap = 'day' | 'month' | null

/** Whole base points for the money that was paid for goods that earn: rounded down. */
export function pointsFor(countedPaidFen: number, rule: EarnRule): number {
  return Math.floor(countedPaidFen / rule.fenPerPoint)
}

/**
 * All points for that money on a date, before any cap. A refund asks it again for what is left,
 * with the rule by which the purchase was booked.
 */
export function fullPointsFor(countedPaidFen: number, on: string, rule: EarnRule): number {
  const basePoints = pointsFor(countedPaidFen, rule)
  return basePoints + bonusPointsFor(basePoints, on, rule) + tierBonusFor(basePoints, rule)
}

/** Bonus points of her tier, from whole base points too. One division, rounded down. */
function tierBonusFor(basePoints: number, { tierPercent = 100 }: EarnRule): number {
  return Math.floor((basePoints * (tierPercent - 100)) / 100)
}

/**
 * Bonus points of a member day. They follow from whole base points, so that a receipt can be
 * checked by hand. One division, rounded down.
 */
export function bonusPointsFor(basePoints: number, on: string, { memberDay }: EarnRule): number {
  if (!memberDay?.days.includes(Number(on.slice(8)))) return 0
  return Math.floor((basePoints * (memberDay.percent - 100)) / 100)
}

/** What of these points the rule's caps leave, and which of them cut something off. */
export function cutToCaps(
  points: number,
  rule: EarnRule,
  { earned, on }: { earned: EarnedCount | null; on: string },
): { readonly points: number; readonly cap: EarnCap } {
  const { dayPoints, monthPoints } = countOn(earned, on)
  const dayRoom = Math.max((rule.dayCapPoints ?? Number.MAX_SAFE_INTEGER) - dayPoints, 0)
  const monthRoom = Math.max((rule.monthCapPoints ?? Number.MAX_SAFE_INTEGER) - monthPoints, 0)
  if (points <= Math.min(dayRoom, monthRoom)) return { points, cap: null }
  return monthRoom <= dayRoom
    ? { points: monthRoom, cap: 'month' }
    : { points: dayRoom, cap: 'day' }
}

/**
 * Counts points of a date, also of one before the newest: a receipt that is brought later, or, with
 * negative points, a purchase that was undone.
 */
export function countEarned(earned: EarnedCount | null, points: number, on: string): EarnedCount {
  if (earned && on < earned.on) return countEarlier(earned, points, on)
  const { dayPoints, monthPoints } = countOn(earned, on)
  const counted = {
    on,
    dayPoints: Math.max(dayPoints + points, 0),
    monthPoints: Math.max(monthPoints + points, 0),
  }
  const earlier = earned ? earlierThan(on, earned) : []
  return earlier.length > 0 ? { ...counted, earlier } : counted
}

function countEarlier(earned: EarnedCount, points: number, on: string): EarnedCount {
  const { dayPoints, monthPoints } = countOn(earned, on)
  const dayAfter = { of: on, points: Math.max(dayPoints + points, 0) }
  const monthAfter = { of: monthOf(on), points: Math.max(monthPoints + points, 0) }
  const isSameMonth = monthAfter.of === monthOf(earned.on)
  const changed = isSameMonth ? [dayAfter] : [dayAfter, monthAfter]
  const others = (earned.earlier ?? []).filter(({ of }) => changed.every((each) => each.of !== of))
  const earlier = keptOn(earned.on, [...others, ...changed])
  return { ...earned, monthPoints: isSameMonth ? monthAfter.points : earned.monthPoints, earlier }
}

/** What the count of a newer date still remembers of this one. */
function earlierThan(on: string, earned: EarnedCount): readonly EarlierCount[] {
  const { earlier = [], dayPoints, monthPoints } = earned
  const day = on === earned.on ? [] : [{ of: earned.on, points: dayPoints }]
  const month = monthOf(on) === monthOf(earned.on) ? [] : [monthOf(earned.on)]
  const months = month.map((of) => ({ of, points: monthPoints }))
  return keptOn(on, [...earlier, ...day, ...months])
}

function keptOn(on: string, counts: readonly EarlierCount[]): readonly EarlierCount[] {
  const oldestOn = addDays(on, -DATES_COUNTED_DAYS)
  return counts.filter(({ of }) => of >= oldestOn || of === monthOf(oldestOn))
}

/** What two memberships have earned that become one: of the later date, or of both. */
export function mergeEarned(
  one: EarnedCount | null,
  other: EarnedCount | null,
): EarnedCount | null {
  if (!one || !other) return one ?? other
  const { on } = one.on > other.on ? one : other
  const [a, b] = [countOn(one, on), countOn(other, on)]
  const counted = {
    on,
    dayPoints: a.dayPoints + b.dayPoints,
    monthPoints: a.monthPoints + b.monthPoints,
  }
  const counts = [...earlierThan(on, one), ...earlierThan(on, other)]
  const earlier = [...new Set(counts.map(({ of }) => of))].map((of) => ({
    of,
    points: counts.reduce((sum, each) => (each.of === of ? sum + each.points : sum), 0),
  }))
  return earlier.length > 0 ? { ...counted, earlier } : counted
}

/** The one without what the other had earned when they became one: their merge is undone. */
export function withoutEarned(
  one: EarnedCount | null,
  other: EarnedCount | null,
): EarnedCount | null {
  if (!one || !other) return one
  const days = [{ of: other.on, points: other.dayPoints }, ...(other.earlier ?? [])]
  // A month is the sum of its days.
  return days
    .filter(({ of }) => of !== monthOf(of))
    .reduce((so, { of, points }) => countEarned(so, 0 - points, of), one)
}

function countOn(earned: EarnedCount | null, on: string): Omit<EarnedCount, 'on' | 'earlier'> {
  const earlierOf = (of: string) => earned?.earlier?.find((each) => each.of === of)?.points ?? 0
  return {
    dayPoints: earned?.on === on ? earned.dayPoints : earlierOf(on),
    monthPoints:
      earned && monthOf(earned.on) === monthOf(on) ? earned.monthPoints : earlierOf(monthOf(on)),
  }
}

function monthOf(on: string): string {
  return on.slice(0, 7)
}

/** The lot into which points of a purchase on this date go: validity runs from their release. */
export function earnedExpiryOf(purchasedOn: string, rule: EarnRule): string {
  return expiryOf(addDays(purchasedOn, rule.pendingDays), rule.validityMonths)
}

/** The first date on which they can be spent; null when that is at once. */
export function releasedOn(purchasedOn: string, rule: EarnRule): string | null {
  return rule.pendingDays === 0 ? null : addDays(purchasedOn, rule.pendingDays)
}
