import * as v from 'valibot'
import type { BillStep } from '../purchases/coupon-steps'
import type { EffectLine } from '../purchases/effect-line'
import type { PointsRoom } from '../purchases/points-payment'
import type { PurchaseState } from '../purchases/purchase'
import type { RoundOffChoice } from '../purchases/round-off'
import type { RefusalCode, RefusalDetail } from '../refusal'
import type { EarnCap } from '../rules/earning'
import { purchaseLines, roundOffFen } from './bill-fields'
import type { WalletCoupon } from './coupons'
import { endpoint } from './endpoint'
import {
  billFen,
  businessDate,
  couponIds,
  cursor,
  documentId,
  excludedFen,
  freightFen,
  memberCode,
  paidPoints,
  receiptNo,
  searchText,
  ticket,
  tillBillFen,
  tillNo,
} from './fields'
import { pointsPayment } from './points-payment'
import { refunds } from './refunds'

export interface Quote {
  serverNow: number
  maskedName: string
  storeId: string
  billFen: number
  excludedFen: number
  couponOffFen: number
  freightFen: number
  /** Money that the points take off which were asked for. */
  pointsOffFen: number
  /** 抹零 that was asked for, or that the lines tell. */
  roundOffFen: number
  payableFen: number
  /** What the shop may leave off this bill, the least first, each with what is paid then. */
  roundOffChoices: readonly RoundOffChoice[]
  /** How many points may pay a part of this bill; null in a shop where none may. */
  pointsRoom: (PointsRoom & { pointsPerYuan: number }) | null
  /** Points that this purchase earns. */
  earnPoints: number
  /** The first date on which they can be spent; null when that is at once. */
  releasesOn: string | null
  /** Which cap of the earn rule cut the points, if any. */
  cap: EarnCap
  /** Of these, points that repay debt first. */
  debtRepaidPoints: number
  /** The balance after the purchase. */
  balancePoints: number
  /** The member's coupons that fit this bill and store, each alone, the best first. */
  usableCoupons: WalletCoupon[]
  /** What the till proposes: the lawful coupons that together save most. */
  proposed: { couponIds: string[]; offFen: number }
  /** Why others that take money off are not among them. */
  leftOut: LeftOutCoupon[]
  /** How one comes from the goods to what is to be paid. */
  steps: readonly BillStep[]
  /** What else it would do: stamp her card. */
  bookedWith: readonly EffectLine[]
}

export interface LeftOutCoupon {
  couponId: string
  title: string
  /** The refusal that it would meet, with its sentence and its facts. */
  code: RefusalCode
  message: string
  detail: RefusalDetail
}

export interface SettleAnswer {
  purchaseId: string
  maskedName: string
  storeId: string
  storeName: string
  billFen: number
  excludedFen: number
  couponOffFen: number
  freightFen: number
  /** Points that paid a part of it, and the money that they took off. */
  paidPoints: number
  pointsOffFen: number
  /** 抹零. */
  roundOffFen: number
  paidFen: number
  /** How one came from the goods to what was paid. */
  steps: readonly BillStep[]
  earnedPoints: number
  releasesOn: string | null
  /** Which cap of the earn rule cut the points, if any. */
  cap: EarnCap
  debtRepaidPoints: number
  balancePoints: number
  /** What else it did: what the success sheet tells beside money and points. */
  bookedWith: readonly EffectLine[]
  settledAt: number
}

export interface PurchaseRow {
  purchaseId: string
  maskedName: string
  storeId: string
  storeName: string
  billFen: number
  paidFen: number
  couponOffFen: number
  earnedPoints: number
  receiptNo: string | null
  /** The receipt's date. */
  businessOn: string
  /** 补积分: its code was forgotten, and it was booked later, by its receipt. */
  isForgotten: boolean
  settledAt: number
  state: PurchaseState
  /** Money given back so far, and when last. */
  refundedFen: number
  refundedAt: number | null
}

export interface RecentPurchases {
  serverNow: number
  purchases: PurchaseRow[]
  nextCursor: string | null
}

/** A member is told by her code of this minute, or by the ticket that a scan gave. */
const bill = {
  memberCode: v.optional(memberCode),
  ticket: v.optional(ticket),
  billFen: tillBillFen,
  excludedFen: v.optional(excludedFen, 0),
  /**
   * What was bought, if the till tells it: the amounts sum to the bill, or to more by what was left
   * off it. A gift is a line of 0; what was left off may be a line below nothing.
   */
  lines: v.optional(purchaseLines),
  freightFen: v.optional(freightFen, 0),
  /** 抹零, as `roundOffChoices` offers it. */
  roundOffFen: v.optional(roundOffFen, 0),
  /** One coupon, or several; named in both ways they are one. */
  couponId: v.optional(documentId),
  couponIds: v.optional(couponIds),
  tillNo: v.optional(tillNo),
  receiptNo: v.optional(receiptNo),
  storeId: v.optional(documentId),
}

export const purchases = {
  ...pointsPayment,
  quote: endpoint<Quote>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    /** `paidPoints`: the figures as they would be if so many paid a part. */
    input: v.object({ ...bill, paidPoints: v.optional(paidPoints) }),
  }),
  settle: endpoint<SettleAnswer>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    /**
     * `repeatConfirmed`: staff were asked 重复? and say that it is another purchase.
     * `proposalId`: points pay a part of it, as the shopper has confirmed on her phone.
     */
    input: v.object({
      ...bill,
      repeatConfirmed: v.optional(v.boolean(), false),
      proposalId: v.optional(documentId),
    }),
  }),
  /**
   * 补积分: a purchase whose code was forgotten, by its old receipt; each counts once.
   * `repeatConfirmed`: staff were asked, and say that it is another purchase.
   */
  bookForgotten: endpoint<SettleAnswer>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({
      memberCode: v.optional(memberCode),
      ticket: v.optional(ticket),
      receiptOn: businessDate,
      receiptNo,
      tillNo: v.optional(tillNo),
      billFen,
      excludedFen: v.optional(excludedFen, 0),
      storeId: v.optional(documentId),
      repeatConfirmed: v.optional(v.boolean(), false),
    }),
  }),
  recent: endpoint<RecentPurchases>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({ storeId: v.optional(documentId), cursor: v.optional(cursor) }),
  }),
  /** The store's purchases with this receipt number, amount, or first letter of a name. */
  find: endpoint<RecentPurchases>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({
      text: searchText,
      storeId: v.optional(documentId),
      cursor: v.optional(cursor),
    }),
  }),
  ...refunds,
}
