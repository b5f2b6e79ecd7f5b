import * as v from 'valibot'
import { endpoint } from './endpoint'
import { documentId } from './fields'

export interface CouponOffered {
  /** What the link names; who has it may accept, once. */
  offerId: string
  /** When the coupon is its giver's again by itself. */
  untilAt: number
}

export interface CouponAccepted {
  offerId: string
  couponId: string
  title: string
  acceptedAt: number
}

export interface OfferWithdrawn {
  offerId: string
  couponId: string
}

const ofMembers = { role: 'member', identity: 'member', mutates: true } as const

/** A coupon is given to one friend, once. */
export const couponOffers = {
  offer: endpoint<CouponOffered>()({
    ...ofMembers,
    input: v.object({ couponId: documentId }),
  }),
  accept: endpoint<CouponAccepted>()({ ...ofMembers, input: v.object({ offerId: documentId }) }),
  withdraw: endpoint<OfferWithdrawn>()({ ...ofMembers, input: v.object({ offerId: documentId }) }),
}
