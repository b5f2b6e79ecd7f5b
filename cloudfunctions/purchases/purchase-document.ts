/** A purchase as it is stored. */
import type { PaidThing } from '../../shared/payments/order'
import type { Bill } from '../../shared/purchases/bill'
import type { EffectLine } from '../../shared/purchases/effect-line'
import type { PurchaseState } from '../../shared/purchases/purchase'
import type { RefundRecord } from '../../shared/purchases/refund-record'
import type { EarnRule } from '../../shared/rules/earning'
import type { Belonging } from '../runtime/belongings'
import type { Stored } from '../runtime/database'

export interface PurchaseDocument extends Pick<Belonging, 'mergeId'> {
  /** Unique by store, business date, folded number and its count; by itself without a receipt. */
  readonly receiptKey: string
  /** The receipt's number as all its spellings have it in common. */
  readonly receiptFold: string | null
  readonly memberId: string
  readonly maskedName: string
  readonly storeId: string
  readonly storeName: string
  /** The receipt's date. */
  readonly businessOn: string
  /** Its code was forgotten: it was booked later, by its receipt. */
  readonly isForgotten: boolean
  readonly tillNo: string | null
  readonly receiptNo: string | null
  readonly bill: Bill
  readonly couponIds: readonly string[]
  /** What booking it did to her points. */
  readonly effect: EarnEffect
  /** What else was booked with it, as it was read then. */
  readonly bookedWith: readonly EffectLine[]
  /** The lot that its points went into. */
  readonly earnedExpiresOn: string
  /** The whole rule as it was then: a refund asks it what the amount left would have earned. */
  readonly earnRule: EarnRule
  readonly settledAt: number
  /** When it was booked: at once at the till, later when it came in a file. */
  readonly bookedAt: number
  /** The import's job, or `till` for a till system; null for what was settled at the till. */
  readonly importedBy: string | null
  /** The entry of a group-buy list that it settles; absent for all others. */
  readonly listEntryId?: string
  /** What was paid for by WeChat, at least a part of it: absent for all others. */
  readonly paidOnline?: { readonly what: PaidThing; readonly thingId: string }
  readonly settledBy: string
  readonly state: PurchaseState
  readonly refunds: readonly RefundRecord[]
  readonly refundedFen: number
  /** What the request meant that booked it: the same one again is answered from the purchase. */
  readonly requestHash: string
}
export type Purchase = Stored<PurchaseDocument>

/** What the points of a bill did to her account. */
export interface EarnEffect {
  /** The first date on which they can be spent; null when that was at once. */
  readonly releasesOn: string | null
  readonly debtRepaidPoints: number
  /** The balance after it. */
  readonly balancePoints: number
}

/** The entry that books a purchase's points. */
export const entryKeyOf = (purchaseId: string): string => `purchase:${purchaseId}`
