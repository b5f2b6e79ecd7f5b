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

/** What a link gives, as whoever has it sees it before she takes it. */
export interface OfferShown {
  serverNow: number
  offerId: string
  /** Masked. */
  giverName: string
  untilAt: number
  /** She who looks has taken it. */
  isTaken: boolean
  /** Whoever has not joined yet sees it, and joins before she takes it. */
  hasJoined: boolean
  coupon: {
    title: string
    face: string
    sentence: string
    limitWords: string[]
    thresholdFen: number
    validFromOn: string
    expiresOn: string
  }
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
  showOffer: endpoint<OfferShown>()({
    role: 'anyone',
    identity: 'member',
    mutates: false,
    input: v.object({ offerId: documentId }),
  }),
  accept: endpoint<CouponAccepted>()({ ...ofMembers, input: v.object({ offerId: documentId }) }),
  withdraw: endpoint<OfferWithdrawn>()({ ...ofMembers, input: v.object({ offerId: documentId }) }),
}
