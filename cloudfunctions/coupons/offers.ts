/** Coupons on their way to a friend: what is offered, and what became of it. */
import { createHmac } from 'node:crypto'
import type { CouponAccepted } from '../../shared/contract/coupon-offers'
import type { Offer } from '../../shared/coupons/transfer'
import { codeSecret } from '../runtime/config'
import { command, findWhere, getById, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'
import type { Fleeting } from '../runtime/retention'

export interface OfferDocument extends Offer {
  readonly couponTitle: string
  /** Masked: the friend is told of whom it is. */
  readonly giverName: string
  readonly offeredAt: number
  /** What her taking it was answered; null while nobody has. */
  readonly taking: Booked<CouponAccepted> | null
}
export type StoredOffer = Stored<OfferDocument>

/** Offers that nobody asks about any more; the coupon itself says that it was given. */
export const oldOffers: Fleeting = { collection: 'coupon_offers', datedBy: { at: 'untilAt' } }

/** Nobody can guess it: who has the link may take the coupon. */
export function newOfferId(requestKey: string): string {
  return createHmac('sha256', codeSecret()).update(`offer/${requestKey}`).digest('hex').slice(0, 32)
}

export function readOffer(offerId: string, tx?: Transaction): Promise<StoredOffer | null> {
  return tx
    ? tx.get<OfferDocument>('coupon_offers', offerId)
    : getById<OfferDocument>('coupon_offers', offerId)
}

export function insertOffer(tx: Transaction, offer: StoredOffer): Promise<void> {
  return tx.insert('coupon_offers', offer)
}

export function saveOffer(tx: Transaction, offer: StoredOffer): Promise<void> {
  return tx.put('coupon_offers', offer)
}

/** Offers whose time is over and that nobody has closed, the oldest first. */
export function lapsedOffers(now: number, limit: number): Promise<StoredOffer[]> {
  const lapsed = { state: 'open', untilAt: command.lte(now) }
  return findWhere<OfferDocument>('coupon_offers', lapsed, { orderBy: ['untilAt', 'asc'], limit })
}
