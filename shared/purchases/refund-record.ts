/**
 * What a refund leaves in its purchase. The amounts of all of them say what is left of each line,
 * and the shopper reads in them what each one did.
 */
import type { Lot } from '../points/lots'
import type { EffectLine } from './effect-line'

export interface RefundedLine {
  readonly lineNo: number
  /** Goods that came back, at the price on the bill. */
  readonly amountFen: number
  /** Money for them. */
  readonly paidFen: number
}

/** Points that paid for the goods and came back: from which lot, and into which. */
export interface ReturnedLot extends Lot {
  readonly fromOn: string
}

/** A coupon that came back, with its last day. */
export interface ReturnedCoupon {
  readonly couponId: string
  readonly title: string
  readonly expiresOn: string
}

/** What a refund does to the member's points. */
export interface RefundedPoints {
  /** Points that the amount left would not have earned. */
  readonly clawbackPoints: number
  /** Of these, what had expired in her hands already and is not taken a second time. */
  readonly expiredPoints: number
  /** Of these, what had not come yet. */
  readonly pendingPoints: number
  /** Of these, what was taken, by lot; what is missing then became debt. */
  readonly takenLots: readonly Lot[]
  readonly newDebtPoints: number
  /** Points that had paid for the goods; of these, what repays debt at once. */
  readonly returnedPoints: number
  readonly returnedLots: readonly ReturnedLot[]
  readonly debtRepaidPoints: number
}

export interface RefundRecord extends RefundedPoints {
  readonly requestKey: string
  readonly at: number
  readonly staffId: string
  readonly staffName: string
  readonly storeId: string
  readonly lines: readonly RefundedLine[]
  readonly freightFen: number
  /** In money, freight included. */
  readonly moneyFen: number
  /** The shop was the cause: points that expired meanwhile live longer. */
  readonly isShopFault: boolean
  /** All goods are back by it. */
  readonly isFull: boolean
  readonly returnedCoupons: readonly ReturnedCoupon[]
  /** Unused gifts of the purchase that are void since. */
  readonly voidedCount: number
  /** What else was undone with it, as it was read then. */
  readonly undoneWith: readonly EffectLine[]
}
