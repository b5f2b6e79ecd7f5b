/**
 * A coupon may be given to one friend, once, where its template allows it. It is the same coupon
 * all the while: held for a day, then its taker's, or its giver's again by itself.
 */
import { accept, type Outcome, refuse } from '../refusal'
import { type CouponTerms, type CouponUse, stateAt } from './coupon'

export interface Offer {
  readonly couponId: string
  readonly giverId: string
  /** An `open` one past its time is over: no job has to touch it. */
  readonly state: 'open' | 'taken' | 'withdrawn' | 'over'
  /** Epoch ms. */
  readonly untilAt: number
  readonly takerId: string | null
}

export const OFFER_LIFE_MS = 24 * 3_600_000

/**
 * May its owner give it away? Refuses COUPON_NOT_TRANSFERABLE, COUPON_TRANSFERRED for one that
 * was given once, and what is used, withdrawn, held or past its last day.
 */
export function admitOffer(
  coupon: CouponTerms & { readonly transferred?: object | null },
  at: Pick<CouponUse, 'now' | 'todayOn'>,
): Outcome<null> {
  if (!coupon.transferable) return refuse('COUPON_NOT_TRANSFERABLE')
  if (coupon.transferred) return refuse('COUPON_TRANSFERRED')
  const state = stateAt(coupon, at)
  if (state === 'used') return refuse('COUPON_USED')
  if (state === 'revoked') return refuse('COUPON_NOT_FOUND')
  if (state === 'held') return refuse('COUPON_HELD')
  const { expiresOn } = coupon
  return state === 'issued' ? accept(null) : refuse('COUPON_EXPIRED', { expiresOn })
}

/** May she take it? Refuses OFFER_OWN, OFFER_TAKEN by another, OFFER_OVER. */
export function admitAccept(
  offer: Offer,
  { memberId, ownerId, now }: { memberId: string; ownerId: string; now: number },
): Outcome<null> {
  if (offer.state === 'taken') return refuse('OFFER_TAKEN')
  if (memberId === offer.giverId || memberId === ownerId) return refuse('OFFER_OWN')
  return isOpenAt(offer, now) ? accept(null) : refuse('OFFER_OVER')
}

/** May its giver take it back? Refuses OFFER_NOT_FOUND for others, OFFER_TAKEN, OFFER_OVER. */
export function admitWithdraw(
  offer: Offer,
  { memberId, ownerId, now }: { memberId: string; ownerId: string; now: number },
): Outcome<null> {
  if (memberId !== offer.giverId && memberId !== ownerId) return refuse('OFFER_NOT_FOUND')
  if (offer.state === 'taken') return refuse('OFFER_TAKEN')
  return isOpenAt(offer, now) ? accept(null) : refuse('OFFER_OVER')
}

function isOpenAt({ state, untilAt }: Offer, now: number): boolean {
  return state === 'open' && now < untilAt
}
