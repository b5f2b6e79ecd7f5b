import * as v from 'valibot'
import type { WalletCoupon } from './coupons'
import { endpoint } from './endpoint'
import { documentId, nothing } from './fields'

export interface PackAnswer {
  points: number
  /** Last day on which the points can be spent. */
  pointsExpireOn: string
  coupons: WalletCoupon[]
  balancePoints: number
  claimedAt: number
}

export const gifts = {
  /** The welcome pack; the same as `claim` of its scene. */
  claimPack: endpoint<PackAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: nothing,
  }),
  /** A gift that waits for her tap, by its scene. */
  claim: endpoint<PackAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ sceneId: documentId }),
  }),
}
