import { endpoint } from './endpoint'
import { nothing } from './fields'

/** What today came to so far, and what waits for the manager. */
export interface ManagerToday {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  /** At her stores: what members bought, what of it was paid and not given back. */
  sales: { purchaseCount: number; paidFen: number }
  /** Of the whole shop, as all below but the closings. */
  joinedCount: number
  points: { inPoints: number; outPoints: number }
  /** Redemptions that wait to be fetched. */
  pickupCount: number
  /** Tills of hers that sold on a day that nobody closed, and one of them: its last such day. */
  closings: {
    missingCount: number
    first: { storeId: string; storeName: string; businessOn: string } | null
  }
  /** What she may decide about, by what it is. */
  approvals: {
    adjustments: number
    texts: number
    invitations: number
    /** Group-buy lists with new goods at her stores. */
    goods: number
    damages: number
  }
}

export const staffToday = {
  today: endpoint<ManagerToday>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: nothing,
  }),
}
