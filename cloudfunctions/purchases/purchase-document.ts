/** A purchase as it is stored, and what an older version did not write yet. */
import type { SettleAnswer } from '../../shared/contract/purchases'
import type { PointsPaid, PurchaseState } from '../../shared/purchases/purchase'
import { linesOf, type PurchaseLine, priceLines } from '../../shared/purchases/purchase-lines'
import type { RefundRecord } from '../../shared/purchases/refund-record'
import type { EarnRule } from '../../shared/rules/earning'
import { newShop } from '../../shared/rules/shop'
import type { Belonging } from '../runtime/belongings'
import type { Stored } from '../runtime/database'
import type { Booked } from '../runtime/once'

export interface PurchaseDocument extends Pick<Belonging, 'mergeId'> {
  /** Unique by store, business date, till and receipt; by itself without a receipt. */
  readonly receiptKey: string
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
  readonly billFen: number
  readonly excludedFen: number
  readonly couponId: string | null
  readonly couponOffFen: number
  /** The bill line by line, each with its share of what came off. */
  readonly lines: readonly PurchaseLine[]
  readonly freightFen: number
  /** What points paid of it. */
  readonly pointsPaid: PointsPaid | null
  /** In money: the lines' and the freight. */
  readonly paidFen: number
  readonly earnedPoints: number
  /** The lot that its points went into. */
  readonly earnedExpiresOn: string
  readonly ruleId: string
  readonly ruleVersion: number
  /** The whole rule as it was then: a refund asks it what the amount left would have earned. */
  readonly earnRule: EarnRule
  readonly settledAt: number
  /** When it was booked: at once at the till, later when it came in a file. */
  readonly bookedAt: number
  /** The import's job, or `till` for a till system; null for what was settled at the till. */
  readonly importedBy: string | null
  readonly settledBy: string
  readonly state: PurchaseState
  readonly refunds: readonly RefundRecord[]
  readonly refundedFen: number
  readonly request: Booked<SettleAnswer>
}
export type Purchase = Stored<PurchaseDocument>

type AddedLater =
  | 'isForgotten'
  | 'lines'
  | 'freightFen'
  | 'pointsPaid'
  | 'earnRule'
  | 'refunds'
  | 'refundedFen'
  | 'bookedAt'
  | 'importedBy'

/** As it may lie in the database: the first purchases knew one sum and one whole refund. */
export type StoredPurchase = Stored<
  Omit<PurchaseDocument, AddedLater> &
    Partial<Pick<PurchaseDocument, AddedLater>> & { readonly refund?: OldRefund | null }
>
type OldRefund = Pick<RefundRecord, 'at' | 'staffId' | 'staffName' | 'storeId'>

/** A purchase as the rules know it, whenever it was written. */
export function purchaseFrom(stored: StoredPurchase): Purchase {
  const { refund, ...told } = stored
  const { couponOffFen, ruleId, ruleVersion } = stored
  const wishes = linesOf({ ...stored, lines: null })
  const lines = wishes.ok ? priceLines(wishes.value, { couponOffFen, pointsOffFen: 0 }) : []
  return {
    isForgotten: false,
    lines,
    freightFen: 0,
    pointsPaid: null,
    earnRule: { ...newShop.earnRule, ruleId, version: ruleVersion },
    refunds: refund ? [wholeRefundOf(stored, lines, refund)] : [],
    refundedFen: refund ? stored.paidFen : 0,
    bookedAt: stored.settledAt,
    importedBy: null,
    ...told,
  }
}

/** What it did to the points stands in the book; here all were asked back at once. */
function wholeRefundOf(
  { paidFen, earnedPoints }: StoredPurchase,
  lines: readonly PurchaseLine[],
  refund: OldRefund,
): RefundRecord {
  return {
    ...refund,
    requestKey: '',
    lines: lines.map(({ lineNo, amountFen, paidFen: fen }) => ({
      lineNo,
      amountFen,
      paidFen: fen,
    })),
    freightFen: 0,
    moneyFen: paidFen,
    isFull: true,
    isShopFault: false,
    clawbackPoints: earnedPoints,
    expiredPoints: 0,
    pendingPoints: 0,
    takenLots: [],
    newDebtPoints: 0,
    returnedPoints: 0,
    returnedLots: [],
    debtRepaidPoints: 0,
    couponExpiresOn: null,
    voidedCount: 0,
  }
}
