/**
 * A coupon is a single right of one member. A money-off coupon takes its face value off a bill
 * that reaches its threshold, on its days, in its stores, once.
 */
import { addDays } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'

export type CouponKind = 'amountOff'

/** Past its last day an `issued` coupon is shown as expired; no job has to touch it. */
export type CouponState = 'issued' | 'used' | 'revoked'

export interface CouponTemplate {
  readonly templateId: string
  readonly title: string
  readonly kind: CouponKind
  readonly faceFen: number
  readonly thresholdFen: number
  /** Days of use, the day of issue included. */
  readonly validDays: number
  /** Empty: every store. */
  readonly storeIds: readonly string[]
}

export interface CouponTerms {
  readonly kind: CouponKind
  readonly faceFen: number
  readonly thresholdFen: number
  readonly validFromOn: string
  readonly expiresOn: string
  readonly storeIds: readonly string[]
  readonly state: CouponState
}

export interface CouponUse {
  readonly billFen: number
  readonly storeId: string
  readonly todayOn: string
}

/** One fen off, one fen paid. */
const LEAST_BILL_FEN = 2

/** A full refund gives a coupon back with at least this many days to use it. */
const RETURNED_MIN_DAYS = 7

/** Last day of a coupon issued on a date: valid for `validDays`, that date included. */
export function couponExpiryOf(issuedOn: string, template: CouponTemplate): string {
  return addDays(issuedOn, template.validDays - 1)
}

/** May it be used in this store on this date, whatever the bill? What the clerk's prompt asks. */
export function isUsableIn(coupon: CouponTerms, use: Omit<CouponUse, 'billFen'>): boolean {
  const { faceFen, thresholdFen } = coupon
  return couponOffFor(coupon, { ...use, billFen: Math.max(thresholdFen, faceFen) + 1 }).ok
}

/**
 * Fen off this bill: at least 1, and at least 1 stays to be paid, so that a bill of 1 fen uses no
 * coupon up for nothing. Refuses with why it does not fit.
 */
export function couponOffFor(coupon: CouponTerms, use: CouponUse): Outcome<number> {
  if (coupon.state === 'used') return refuse('COUPON_USED')
  if (coupon.state === 'revoked') return refuse('COUPON_NOT_FOUND')
  if (use.todayOn < coupon.validFromOn) {
    return refuse('COUPON_NOT_YET', { validFromOn: coupon.validFromOn })
  }
  if (use.todayOn > coupon.expiresOn) {
    return refuse('COUPON_EXPIRED', { expiresOn: coupon.expiresOn })
  }
  if (coupon.storeIds.length > 0 && !coupon.storeIds.includes(use.storeId)) {
    return refuse('COUPON_STORE')
  }
  const leastFen = Math.max(coupon.thresholdFen, LEAST_BILL_FEN)
  if (use.billFen < leastFen) {
    return refuse('COUPON_THRESHOLD', { missingFen: leastFen - use.billFen })
  }
  return accept(Math.min(coupon.faceFen, use.billFen - 1))
}

/** The last day of a coupon that a refund returns. */
export function returnedCouponExpiryOf(expiresOn: string, todayOn: string): string {
  const least = addDays(todayOn, RETURNED_MIN_DAYS)
  return expiresOn > least ? expiresOn : least
}
