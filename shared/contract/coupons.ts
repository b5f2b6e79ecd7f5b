import type { CouponState } from '../coupons/coupon'
import type { CouponLimits } from '../coupons/coupon-limits'
import type { CouponFigures } from '../coupons/kinds'
import { couponBatches } from './coupon-batches'
import { couponDesk } from './coupon-desk'
import { couponOffers } from './coupon-offers'
import { couponTemplates } from './coupon-templates'
import { endpoint } from './endpoint'
import { nothing } from './fields'

/** A coupon as its owner and staff see it: the figures of its kind, and what they come to. */
export type WalletCoupon = CouponFigures & {
  couponId: string
  title: string
  /** The few characters on its face, e.g. `¥5`. */
  face: string
  /** What it gives, and from which bill on. */
  sentence: string
  /** Its limits in words: 限梧桐店, 限周一、周二 … */
  limitWords: string[]
  thresholdFen: number
  /** `expired` is `issued` past its last day; a hold that has lapsed is `issued` again. */
  state: CouponState | 'expired'
  validFromOn: string
  expiresOn: string
  /** Where and when it may be used; what is empty limits nothing. */
  limits: CouponLimits
  /** Of one group a bill takes one; null: the group of its place. */
  stackGroup: string | null
  usedAt: number | null
  /** While something waits for a yes with it: until when. */
  heldUntilAt: number | null
  /** What staff type to hand a gift or an exchanged thing over; null for other kinds. */
  couponCode: string | null
  /** Its owner may give it to a friend. */
  isTransferable: boolean
  /** While a friend may accept it: what her link names. */
  offerId: string | null
  /** When and why the shop withdrew it, where its owner is told. */
  revoked: { at: number; reason: string } | null
}

export interface Wallet {
  serverNow: number
  todayOn: string
  coupons: WalletCoupon[]
}

export const coupons = {
  wallet: endpoint<Wallet>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  ...couponTemplates,
  ...couponBatches,
  ...couponDesk,
  ...couponOffers,
}
