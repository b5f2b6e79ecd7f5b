import { endpoint } from './endpoint'
import { nothing } from './fields'

export interface StampCardView {
  title: string
  stampsPerCard: number
  leastPaidFen: number
  /** The title of the coupon that a full card gives. */
  rewardTitle: string
  /** The business dates of the stamps on the card, in their order. */
  stampedOns: string[]
  missingCount: number
}

export interface StampCardAnswer {
  serverNow: number
  /** Null where the shop has none. */
  card: StampCardView | null
}

export const stamps = {
  card: endpoint<StampCardAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
}
