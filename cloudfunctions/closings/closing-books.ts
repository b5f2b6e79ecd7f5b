/** Signed closings: one after the other for each till, and never changed. */

import type { ClosingBefore } from '../../shared/closings/day-closing'
import type { SignedClosing } from '../../shared/contract/closings'
import { command, findWhere, type Stored, type Transaction } from '../runtime/database'

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

/** Where a closing stands in the list of its store: by day, then by till. */
export type ClosingPlace = Pick<DayClosingDocument, 'businessOn' | 'tillNo'>

/** A store's closings after a place in that list, of one till or of all. */
export function closingsBefore({
  storeId,
  tillNo,
  after,
  limit,
}: {
  storeId: string
  tillNo: string | undefined
  after: ClosingPlace | null
  limit: number
}): Promise<StoredClosing[]> {
  const these = tillNo === undefined ? { storeId } : { storeId, tillNo }
  const earlier = { ...these, businessOn: command.lt(after?.businessOn ?? '') }
  const sameDay = { storeId, ...after, tillNo: command.gt(after?.tillNo ?? '') }
  const filter =
    after === null ? these : tillNo === undefined ? command.or([earlier, sameDay]) : earlier
  const orders = { orderBy: ['businessOn', 'desc'], thenBy: ['tillNo', 'asc'] } as const
  return findWhere<DayClosingDocument>('day_closings', filter, { ...orders, limit })
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
