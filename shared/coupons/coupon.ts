/**
 * A coupon is a single right of one member: of a kind, on its days, in its stores, once. A kind is
 * a row here and a file of its own with its figures and its rule.
 */
import { addDays } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import { type AmountOff, amountOffFor, ampleBillFen } from './amount-off'

/** What a coupon gives: a tagged union, one member for each kind. */
export type CouponFigures = AmountOff
export type CouponKind = CouponFigures['kind']

interface CouponRule<F> {
  /** Fen off a bill that it fits; refuses with why it does not. */
  offFor(figures: F, billFen: number): Outcome<number>
  /** A bill of this size it surely fits. */
  ampleBillFen(figures: F): number
}

const kinds: { readonly [K in CouponKind]: CouponRule<Extract<CouponFigures, { kind: K }>> } = {
  amountOff: { offFor: amountOffFor, ampleBillFen },
}

/** Past its last day an `issued` coupon is shown as expired; no job has to touch it. */
export type CouponState = 'issued' | 'used' | 'revoked'

/** What coupons are made from. */
export type CouponTemplate = CouponFigures & {
  readonly templateId: string
  readonly title: string
  /** Days of use, the day of issue included. */
  readonly validDays: number
  /** Empty: every store. */
  readonly storeIds: readonly string[]
}

/** What a coupon keeps of its template, whatever becomes of that. */
export type CouponTerms = CouponFigures & {
  readonly validFromOn: string
  readonly expiresOn: string
  readonly storeIds: readonly string[]
  readonly state: CouponState
}

/** What it was given for, e.g. a grant, or a purchase whose refund makes it void. */
export interface CouponSource {
  readonly kind: 'grant' | 'purchase'
  readonly id: string
}

export interface CouponUse {
  readonly billFen: number
  readonly storeId: string
  readonly todayOn: string
}

/** A full refund gives a coupon back with at least this many days to use it. */
const RETURNED_MIN_DAYS = 7

/** What a shop has before its manager makes templates of its own. */
export const newTemplates: readonly CouponTemplate[] = [
  {
    templateId: 'welcome-5',
    title: '新人满30减5元券',
    kind: 'amountOff',
    faceFen: 500,
    thresholdFen: 3000,
    validDays: 30,
    storeIds: [],
  },
]

/** Last day of a coupon issued on a date: valid for `validDays`, that date included. */
export function couponExpiryOf(issuedOn: string, template: CouponTemplate): string {
  return addDays(issuedOn, template.validDays - 1)
}

/** May it be used in this store on this date, whatever the bill? What staff's prompt asks. */
export function isUsableIn(coupon: CouponTerms, use: Omit<CouponUse, 'billFen'>): boolean {
  const billFen = kinds[coupon.kind].ampleBillFen(coupon)
  return couponOffFor(coupon, { ...use, billFen }).ok
}

/** Fen off this bill: at least 1. Refuses with why it does not fit. */
export function couponOffFor(coupon: CouponTerms, use: CouponUse): Outcome<number> {
  const admitted = admitUse(coupon, use)
  if (!admitted.ok) return admitted
  return kinds[coupon.kind].offFor(coupon, use.billFen)
}

function admitUse(coupon: CouponTerms, use: CouponUse): Outcome<null> {
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
  return accept(null)
}

/** The last day of a coupon that a refund returns. */
export function returnedCouponExpiryOf(expiresOn: string, todayOn: string): string {
  const least = addDays(todayOn, RETURNED_MIN_DAYS)
  return expiresOn > least ? expiresOn : least
}
