import type { WalletCoupon } from './coupons'
import { endpoint } from './endpoint'
import { nothing } from './fields'

export interface PackAnswer {
  points: number
  /** Last day on which the points can be spent. */
  pointsExpireOn: string
  coupons: WalletCoupon[]
  balancePoints: number
  claimedAt: number
}

export const gifts = {
  claimPack: endpoint<PackAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: nothing,
  }),
}
