/**
 * Earning by spend: 1 yuan paid is 1 point, rounded down (99.99 yuan earn 99). Coupons are not
 * paid, and what the shop excludes earns nothing; a coupon's money comes off excluded and other
 * goods in proportion.
 */
import { addDays } from './business-date'
import { expiryOf } from './lots'

/** A versioned document: every entry keeps which version it was booked by. */
export interface EarnRule {
  readonly ruleId: string
  readonly version: number
  /** Fen that must be paid for one point. */
  readonly fenPerPoint: number
  readonly validityMonths: number
  /** Days before the points can be spent: 0 at the till. */
  readonly pendingDays: number
}

export interface EarningBill {
  readonly billFen: number
  readonly excludedFen: number
  readonly payableFen: number
}

/**
 * Whole points for a bill. One division, rounded down: the payable share of what is not excluded,
 * at the rule's rate. The products stay below 2^53, since a bill is at most 10^7 fen.
 */
export function pointsFor(bill: EarningBill, rule: EarnRule): number {
  const countedFen = bill.billFen - bill.excludedFen
  return Math.floor((bill.payableFen * countedFen) / (bill.billFen * rule.fenPerPoint))
}

/** The lot into which points of a purchase on this date go: validity runs from their release. */
export function earnedExpiryOf(purchasedOn: string, rule: EarnRule): string {
  return expiryOf(addDays(purchasedOn, rule.pendingDays), rule.validityMonths)
}

/** The first date on which they can be spent; null when that is at once. */
export function releasedOn(purchasedOn: string, rule: EarnRule): string | null {
  return rule.pendingDays === 0 ? null : addDays(purchasedOn, rule.pendingDays)
}
