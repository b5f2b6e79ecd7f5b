import * as v from 'valibot'
import type { RedemptionState, RewardKind, RewardSaleState } from '../mall/redemption'
import type { EarnWords } from '../rules/earn-words'
import type { TierId } from '../tiers/tier'
import type { CouponAtDesk } from './coupon-desk'
import { endpoint } from './endpoint'
import { cursor, documentId, nothing, pickupCode, seenNumber } from './fields'
import type { WaitingLine } from './list-pickup'
import { rewardDesk } from './reward-desk'

export interface RewardCard {
  rewardId: string
  title: string
  kind: RewardKind
  pricePoints: number
  /** What is paid by WeChat besides; 0 for most. */
  cashFen: number
  /** What it costs in the shop, for comparison; 0: nobody says. */
  worthFen: number
  /** A file in storage, or empty: none. */
  picture: string
  description: string
  leftCount: number
  totalCount: number
  limitPerMember: number
  /** How many of those on one day; null: as many as there may be. */
  limitPerDay: number | null
  /** The level from which on it may be had; null: any. */
  tierFrom: TierId | null
  /** How many of it this member holds or has taken; 0 for a visitor. */
  redeemedCount: number
  redeemedTodayCount: number
  saleFromOn: string | null
  saleUntilOn: string | null
  saleState: RewardSaleState
}

export interface RewardList {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  /** What spending brings by the rule in force. */
  earn: EarnWords
  isMember: boolean
  balancePoints: number
  /** Her points cannot be spent for now. */
  isFrozen: boolean
  /** Her level; null while she has none that has to be reached. */
  tier: TierId | null
  /** The reward that she has pinned. */
  wishId: string | null
  rewards: RewardCard[]
}

export interface RedemptionCard {
  redemptionId: string
  rewardId: string
  rewardTitle: string
  picture: string
  kind: RewardKind
  pricePoints: number
  cashFen: number
  state: RedemptionState
  /** Until when its money is awaited; null once it came, or where there is none. */
  payUntilAt: number | null
  /** 12 digits; shown as QR and text while `waiting`, empty before it is paid. */
  pickupCode: string
  redeemedAt: number
  /** Last day on which it can be fetched. */
  expiresOn: string
  collectedAt: number | null
  collectedStoreName: string | null
  cancelledAt: number | null
}

export interface RedeemAnswer extends RedemptionCard {
  balancePoints: number
}

export interface WishAnswer {
  /** What she saves up for now; null: nothing. */
  rewardId: string | null
}

export interface RedemptionList {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  redemptions: RedemptionCard[]
  nextCursor: string | null
}

export interface CancelAnswer {
  redemptionId: string
  state: RedemptionState
  returnedPoints: number
  /** Of its money: it goes back the way it came. */
  refundFen: number
  balancePoints: number
  cancelledAt: number
}

/** What staff see before they hand a reward over. */
export interface PickupPreview {
  redemptionId: string
  pickupCode: string
  rewardTitle: string
  picture: string
  maskedName: string
  redeemedAt: number
  expiresOn: string
}

/**
 * What a code of twelve digits stands for at the desk: a redemption, a coupon that is shown, or all
 * that waits for a member of group-buy lists, which `lists.handOver` hands over.
 */
export type FoundPickup =
  | ({ what: 'redemption' } & PickupPreview)
  | ({ what: 'coupon' } & CouponAtDesk)
  | { what: 'entries'; pickupCode: string; maskedName: string; lines: WaitingLine[] }

export interface PickupAnswer extends PickupPreview {
  collectedAt: number
  storeName: string
  staffName: string
}

export const mall = {
  rewards: endpoint<RewardList>()({
    role: 'anyone',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  redeem: endpoint<RedeemAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({
      rewardId: documentId,
      /** What she saw that it costs: at another price nothing is redeemed. */
      seenPricePoints: v.optional(seenNumber),
      seenCashFen: v.optional(seenNumber),
    }),
  }),
  redemptions: endpoint<RedemptionList>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** Pins the one reward that she saves up for, in the place of another; null takes it off. */
  pinWish: endpoint<WishAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ rewardId: v.nullable(documentId) }),
  }),
  cancelRedemption: endpoint<CancelAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ redemptionId: documentId }),
  }),
  /** Looks at a pick-up without handing over: the first of staff's two steps. */
  findPickup: endpoint<FoundPickup>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({ pickupCode, storeId: v.optional(documentId) }),
  }),
  verifyPickup: endpoint<PickupAnswer>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({ pickupCode, storeId: v.optional(documentId) }),
  }),
  ...rewardDesk,
}
