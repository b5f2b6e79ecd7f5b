/** The purchases' collection. A purchase is written in the transaction that books its points. */
import type { PurchaseRow, SettleAnswer } from '../../shared/contract/purchases'
import type { PurchaseState } from '../../shared/purchase'
import { command, findWhere, getById, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'

export interface RefundRecord {
  readonly at: number
  readonly staffId: string
  readonly staffName: string
  readonly storeId: string
}

export interface PurchaseDocument {
  /** Unique by store, business date, till and receipt; by itself without a receipt. */
  readonly receiptKey: string
  readonly memberId: string
  readonly maskedName: string
  readonly storeId: string
  readonly storeName: string
  readonly businessOn: string
  readonly tillNo: string | null
  readonly receiptNo: string | null
  readonly billFen: number
  readonly excludedFen: number
  readonly couponId: string | null
  readonly couponOffFen: number
  readonly paidFen: number
  readonly earnedPoints: number
  /** The lot that its points went into. */
  readonly earnedExpiresOn: string
  readonly ruleId: string
  readonly ruleVersion: number
  readonly settledAt: number
  readonly settledBy: string
  readonly state: PurchaseState
  readonly refund: RefundRecord | null
  readonly request: Booked<SettleAnswer>
}
export type Purchase = Stored<PurchaseDocument>

export function readPurchase(purchaseId: string, tx?: Transaction): Promise<Purchase | null> {
  return tx
    ? tx.get<PurchaseDocument>('purchases', purchaseId)
    : getById<PurchaseDocument>('purchases', purchaseId)
}

export async function purchaseByReceipt(receiptKey: string): Promise<Purchase | null> {
  const found = await findWhere<PurchaseDocument>('purchases', { receiptKey }, { limit: 1 })
  return found[0] ?? null
}

/** A page of a store's purchases settled before an instant, the newest first. */
export function purchasesAt(
  storeId: string,
  page: { beforeAt: number | null; limit: number },
): Promise<Purchase[]> {
  const older = page.beforeAt === null ? {} : { settledAt: command.lt(page.beforeAt) }
  return findWhere<PurchaseDocument>(
    'purchases',
    { storeId, ...older },
    {
      orderBy: ['settledAt', 'desc'],
      limit: page.limit,
    },
  )
}

export function insertPurchase(tx: Transaction, purchase: Purchase): Promise<void> {
  return tx.insert('purchases', purchase)
}

export function savePurchase(tx: Transaction, purchase: Purchase): Promise<void> {
  return tx.put('purchases', purchase)
}

export function purchaseRowOf(purchase: Purchase): PurchaseRow {
  const { _id, maskedName, storeId, storeName, billFen, paidFen, couponOffFen } = purchase
  const { earnedPoints, receiptNo, settledAt, state, refund } = purchase
  return {
    purchaseId: _id,
    maskedName,
    storeId,
    storeName,
    billFen,
    paidFen,
    couponOffFen,
    earnedPoints,
    receiptNo,
    settledAt,
    state,
    refundedAt: refund?.at ?? null,
  }
}
