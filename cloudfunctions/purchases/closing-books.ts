/** Signed closings: one after the other for each till, and never changed. */
import type { SignedClosing } from '../../shared/contract/day-closings'
import type { ClosingBefore } from '../../shared/day-closing'
import { findWhere, type Stored, type Transaction } from '../runtime/database'

export interface DayClosingDocument
  extends SignedClosing,
    Pick<ClosingBefore, 'businessOn' | 'countedLately'> {
  readonly storeId: string
  readonly storeName: string
  readonly tillNo: string
  /** 1, 2, 3 … for each till. */
  readonly seq: number
  readonly staffId: string
}
export type StoredClosing = Stored<DayClosingDocument>

/** The tills of a shop are few. */
const MAX_TILLS = 50

export function closingIdOf(storeId: string, tillNo: string, seq: number): string {
  return `${storeId}:${tillNo}:${seq}`
}

export async function lastClosing(storeId: string, tillNo: string): Promise<StoredClosing | null> {
  const orderBy = ['seq', 'desc'] as const
  const filter = { storeId, tillNo }
  const found = await findWhere<DayClosingDocument>('day_closings', filter, { orderBy, limit: 1 })
  return found[0] ?? null
}

export function closingsOfDay(storeId: string, businessOn: string): Promise<StoredClosing[]> {
  const filter = { storeId, businessOn }
  return findWhere<DayClosingDocument>('day_closings', filter, { limit: MAX_TILLS })
}

export function insertClosing(tx: Transaction, closing: StoredClosing): Promise<void> {
  return tx.insert('day_closings', closing)
}

/** What the page shows of it. */
export function signedOf(closing: DayClosingDocument): SignedClosing {
  const { sums, lateSums, late, openDays, till, differences, receiptDifferences } = closing
  const { note, signedAt, staffName } = closing
  return {
    ...{ sums, lateSums, late, openDays, till, differences, receiptDifferences },
    ...{ note, signedAt, staffName },
  }
}
