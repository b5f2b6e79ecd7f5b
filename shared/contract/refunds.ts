/** The part of the purchases' contract that is about refunds, and about the shopper's own. */
import * as v from 'valibot'
import type { BillStep } from '../purchases/coupon-steps'
import type { EffectLine } from '../purchases/effect-line'
import type { PurchaseState } from '../purchases/purchase'
import type { RefundedLine, RefundedPoints } from '../purchases/refund-record'
import type { RefusalCode } from '../refusal'
import { endpoint } from './endpoint'
import { cursor, documentId, freightFen, previewHash, refundLines } from './fields'

/** All that a refund does: what the preview shows is what the confirmed refund answers. */
export interface RefundShown extends RefundedPoints {
  lines: readonly RefundedLine[]
  freightFen: number
  /** In money, freight included. */
  moneyFen: number
  /** All goods are back by it. */
  isFull: boolean
  isShopFault: boolean
  /** After it. */
  balancePoints: number
  debtPoints: number
  /** The coupons that come back, each with its last day. */
  coupons: { couponId: string; title: string; expiresOn: string }[]
  /** Titles of coupons that it used and that do not come back: their batch is void. */
  withdrawnCoupons: string[]
  /** Titles of unused gifts of the purchase that become void. */
  voidedGifts: string[]
  /** What else is undone with it: a stamp that is taken back. */
  undoneWith: readonly EffectLine[]
}

export interface RefundAnswer {
  purchaseId: string
  refundedFen: number
  /** What of it goes back by WeChat, by itself. */
  onlineFen: number
  /** Points taken back in all; of these `newDebtPoints` were already spent and became debt. */
  clawedBackPoints: number
  newDebtPoints: number
  balancePoints: number
  debtPoints: number
  couponReturned: boolean
  refundedAt: number
  shown: RefundShown
}

export interface LineRow {
  lineNo: number
  title: string
  amountFen: number
  isExcluded: boolean
  /** In money, for the whole line. */
  paidFen: number
  /** Goods that have not come back, at the price on the bill. */
  leftFen: number
}

/** A purchase as a refund looks at it. */
export interface PurchaseOpened {
  purchaseId: string
  maskedName: string
  storeName: string
  receiptNo: string | null
  settledAt: number
  state: PurchaseState
  billFen: number
  couponOffFen: number
  /** Points that paid a part, and the money that they took off. */
  pointsPaid: number
  pointsOffFen: number
  /** 抹零. */
  roundOffFen: number
  freightFen: number
  freightLeftFen: number
  paidFen: number
  refundedFen: number
  earnedPoints: number
  lines: LineRow[]
  /** How one came from the goods to what was paid. */
  steps: readonly BillStep[]
}

export interface RefundPreview {
  serverNow: number
  purchase: PurchaseOpened
  shown: RefundShown
  /** Of everything shown: a refund that names it does exactly this, or refuses PREVIEW_STALE. */
  previewHash: string
}

export interface MyPurchaseRow {
  purchaseId: string
  storeName: string
  paidFen: number
  earnedPoints: number
  receiptNo: string | null
  settledAt: number
  state: PurchaseState
  refundedFen: number
}

export interface MyPurchases {
  serverNow: number
  purchases: MyPurchaseRow[]
  nextCursor: string | null
}

export interface RefundTold {
  at: number
  moneyFen: number
  /** Money and goods, points by lot, debt, coupon: a sentence each. */
  sentences: string[]
}

export interface MyPurchase {
  serverNow: number
  purchase: PurchaseOpened
  refunds: RefundTold[]
}

/** A purchase as whoever serves at its store sees it. */
export interface StorePurchase extends MyPurchase {
  /** The receipt's date. */
  businessOn: string
  tillNo: string | null
  /** 补积分: its code was forgotten, and it was booked later, by its receipt. */
  isForgotten: boolean
  bookedAt: number
  /** What of the goods earns nothing. */
  excludedFen: number
  /** What else was booked with it, as it was read then. */
  bookedWith: readonly EffectLine[]
  /** Who booked it, for managers of the store; null for others, and for what came in a file. */
  bookedBy: string | null
  /** Why this caller may give nothing back of it; null when she may. */
  refundRefused: { code: RefusalCode; message: string } | null
}

/** Without `lines` it is whatever is left, or the freight alone when that is named. */
const wish = {
  purchaseId: documentId,
  lines: v.optional(refundLines),
  freightFen: v.optional(freightFen, 0),
  /** Points that expired meanwhile live longer when the shop was the cause. */
  isShopFault: v.optional(v.boolean(), false),
}

export const refunds = {
  refund: endpoint<RefundAnswer>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({ ...wish, previewHash: v.optional(previewHash) }),
  }),
  /** What `refund` with the same input would do, now. Nothing is written. */
  previewRefund: endpoint<RefundPreview>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object(wish),
  }),
  /** One purchase of a store where the caller serves: figures, lines, what each refund did. */
  show: endpoint<StorePurchase>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({ purchaseId: documentId }),
  }),
  /** The same for the member whose purchase it is. */
  previewMyRefund: endpoint<RefundPreview>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object(wish),
  }),
  mine: endpoint<MyPurchases>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  showMine: endpoint<MyPurchase>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({ purchaseId: documentId }),
  }),
}
