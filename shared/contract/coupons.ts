import type { CouponKind, CouponState } from '../coupons/coupon'
import { endpoint } from './endpoint'
import { nothing } from './fields'

export interface WalletCoupon {
  couponId: string
  title: string
  kind: CouponKind
  faceFen: number
  thresholdFen: number
  /** `expired` is `issued` past its last day, told apart by the server's date. */
  state: CouponState | 'expired'
  validFromOn: string
  expiresOn: string
  /** Empty: valid in every store. */
  storeIds: string[]
  usedAt: number | null
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
}
