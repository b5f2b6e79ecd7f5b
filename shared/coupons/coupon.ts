/**
 * A coupon is a single right of one member: of a kind, on its days, within its limits, once. It is
 * issued, perhaps held while something waits for a yes, and used; or revoked, or it expires. What
 * a kind gives stands in `kinds.ts`, what a bill makes of several in `purchases/coupon-steps.ts`.
 */
import { addDays } from '../business-date'
import { type Outcome, refuse } from '../refusal'
import { admitLimits, type CouponLimits, type LimitedUse, noLimits } from './coupon-limits'
import { type CouponFigures, placeOf } from './kinds'

/**
 * Past its last day an `issued` coupon is shown as expired, and a hold that has lapsed holds
 * nothing: no job has to touch either.
 */
export type CouponState = 'issued' | 'held' | 'used' | 'revoked'

/** What a template and its coupons have in common. */
export type CouponRight = CouponFigures & {
  /** The least sum of goods, at their prices, before coupons and points; 0: any. */
  readonly thresholdFen: number
  readonly limits: CouponLimits
  /** Of the coupons of one group a bill takes one; null: the group of its place. */
  readonly stackGroup: string | null
  /** Its owner may give it to one friend, once. */
  readonly transferable: boolean
}

/** Fixed dates, or so many days, the day of issue included. */
export type Validity =
  | { readonly validDays: number }
  | { readonly validFromOn: string; readonly validUntilOn: string }

/** What a manager writes into a template. */
export type TemplateBody = CouponRight & {
  readonly title: string
  readonly validity: Validity
}

/** What a template says. */
export type TemplateText = TemplateBody & {
  /** Every coupon keeps the version that it was made from. */
  readonly version: number
}

/** What coupons are made from. */
export type CouponTemplate = TemplateText & { readonly templateId: string }

/** Who keeps a coupon from everybody else while something waits for a yes. */
export interface CouponHold {
  /** The proposal, or whatever waits. */
  readonly id: string
  /** Who waits: the same person may begin anew with the same coupon. */
  readonly staffId: string
  /** Epoch ms; after it the hold is none. */
  readonly untilAt: number
}

/** What a coupon keeps of its template, whatever becomes of that. */
export type CouponTerms = CouponRight & {
  readonly validFromOn: string
  readonly expiresOn: string
  readonly state: CouponState
  readonly heldBy: CouponHold | null
}

/** What it was given for, e.g. a grant, or a purchase whose refund makes it void. */
export interface CouponSource {
  readonly kind: 'grant' | 'purchase' | 'batch' | 'drop'
  readonly id: string
}

export interface CouponUse extends LimitedUse {
  /** What holds it for this very use; null when nothing does. */
  readonly holder: Pick<CouponHold, 'id' | 'staffId'> | null
}

/** A full refund gives a coupon back with at least this many days to use it, once. */
const RETURNED_MIN_DAYS = 7

/** What a new template says of what nobody has filled in. */
export const plainRight = {
  thresholdFen: 0,
  limits: noLimits,
  stackGroup: null,
  transferable: false,
} as const

/** What a shop has before its manager makes templates of its own. */
export const newTemplates: readonly CouponTemplate[] = [
  {
    ...plainRight,
    templateId: 'welcome-5',
    version: 1,
    title: '新人满30减5元券',
    kind: 'amountOff',
    faceFen: 500,
    thresholdFen: 3000,
    validity: { validDays: 30 },
  },
]

/** First and last day of a coupon that is issued on a date; a past last day makes none. */
export function validDatesOf(
  issuedOn: string,
  { validity }: Pick<CouponTemplate, 'validity'>,
): { readonly validFromOn: string; readonly expiresOn: string } {
  if ('validDays' in validity) {
    return { validFromOn: issuedOn, expiresOn: addDays(issuedOn, validity.validDays - 1) }
  }
  return { validFromOn: validity.validFromOn, expiresOn: validity.validUntilOn }
}

/**
 * May it be used here and now, whatever the bill? Refuses COUPON_USED, COUPON_NOT_FOUND when it was
 * withdrawn, COUPON_HELD while somebody else waits with it, COUPON_NOT_YET, COUPON_EXPIRED, and
 * what its limits refuse.
 */
export function admitUse(coupon: CouponTerms, use: CouponUse): Outcome<null> {
  if (coupon.state === 'used') return refuse('COUPON_USED')
  if (coupon.state === 'revoked') return refuse('COUPON_NOT_FOUND')
  if (isHeldFrom(coupon, use)) return refuse('COUPON_HELD')
  if (use.todayOn < coupon.validFromOn) {
    return refuse('COUPON_NOT_YET', { validFromOn: coupon.validFromOn })
  }
  if (use.todayOn > coupon.expiresOn) {
    return refuse('COUPON_EXPIRED', { expiresOn: coupon.expiresOn })
  }
  return admitLimits(coupon.limits, use)
}

/** What staff's prompt asks: may it come off some bill in this store today? */
export function isUsableIn(coupon: CouponTerms, use: CouponUse): boolean {
  return placeOf(coupon) !== 'desk' && admitUse(coupon, use).ok
}

/** May staff hand its thing over here and now? Refuses COUPON_AT_TILL for what a bill takes. */
export function admitHandOver(coupon: CouponTerms, use: CouponUse): Outcome<null> {
  return placeOf(coupon) === 'desk' ? admitUse(coupon, use) : refuse('COUPON_AT_TILL')
}

/** True while a hold keeps it from whoever asks at this instant. */
export function isHeldFrom(
  { state, heldBy }: Pick<CouponTerms, 'state' | 'heldBy'>,
  { now, holder }: Pick<CouponUse, 'now' | 'holder'>,
): boolean {
  if (state !== 'held' || !heldBy || heldBy.untilAt <= now) return false
  return heldBy.id !== holder?.id && heldBy.staffId !== holder?.staffId
}

/** The state as it is at an instant: a hold that has lapsed is none, an old coupon has expired. */
export function stateAt(
  { state, heldBy, expiresOn }: Pick<CouponTerms, 'state' | 'heldBy' | 'expiresOn'>,
  { now, todayOn }: Pick<CouponUse, 'now' | 'todayOn'>,
): CouponState | 'expired' {
  if (state === 'held' && heldBy && heldBy.untilAt > now) return 'held'
  if (state !== 'issued' && state !== 'held') return state
  return expiresOn < todayOn ? 'expired' : 'issued'
}

/** The last day of a coupon that a refund returns: the extra days are given once. */
export function returnedCouponExpiryOf(
  { expiresOn, returnedAt }: { readonly expiresOn: string; readonly returnedAt: number | null },
  todayOn: string,
): string {
  if (returnedAt !== null) return expiresOn
  const least = addDays(todayOn, RETURNED_MIN_DAYS)
  return expiresOn > least ? expiresOn : least
}
