/**
 * What is booked beside a wish, asked by all ways in. It is read after the transaction has read the
 * member's account, which is her lock: what she was booked before is seen, what comes meanwhile
 * makes the transaction begin anew. Two members with one number meet at the purchase's unique key.
 */
import {
  type BillMarks,
  clearestOf,
  likenessOf,
  ordinalAmong,
  sumsOnPaper,
} from '../../shared/purchases/same-bill'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Book } from '../points/ledger'
import { inTransaction, type Transaction } from '../runtime/database'
import { receiptUsed } from './purchase-answers'
import type { Purchase } from './purchase-document'

/** The marks of a booked purchase. */
export function marksOf(purchase: Purchase): BillMarks {
  const { storeId, memberId, businessOn, tillNo, receiptNo, bill, settledAt } = purchase
  const { isForgotten, importedBy } = purchase
  const paper = importedBy === null ? null : ({ by: 'file' } as const)
  const dated = paper ?? { by: 'clock', at: settledAt }
  return {
    ...{ storeId, memberId, businessOn, tillNo, receiptNo },
    sumsFen: sumsOnPaper(bill),
    dated: isForgotten ? { by: 'hand' } : dated,
  }
}

/** The memberships of the book that is open: her own, and those that it took in. */
export function membershipsOf({ account: { _id, mergedFrom } }: Book): readonly string[] {
  return [_id, ...mergedFrom.map(({ memberId }) => memberId)]
}

/** What speaks most against the wish, and the number that the next bill of its key has. */
export function besideOf(wish: BillMarks, booked: readonly Purchase[]) {
  return {
    found: clearestOf(booked, (purchase) => likenessOf(wish, marksOf(purchase))),
    ordinal: ordinalAmong(wish, booked),
  }
}

/** Refuses RECEIPT_USED for the same bill; asks RECEIPT_REPEAT for what may be, unless answered. */
export function admitBeside(
  wish: BillMarks,
  booked: readonly Purchase[],
  repeatConfirmed: boolean,
): Outcome<{ readonly ordinal: number }> {
  const { found, ordinal } = besideOf(wish, booked)
  if (found?.like === 'same') return receiptUsed(found.bill)
  if (!found || repeatConfirmed) return accept({ ordinal })
  const { settledAt, storeName, bill } = found.bill
  const field = wish.receiptNo === null ? 'billFen' : 'receiptNo'
  return refuse('RECEIPT_REPEAT', { field, settledAt, storeName, billFen: bill.billFen })
}

/** Two members, or two days, may have met at one key: looks again, each time at what is new. */
const ATTEMPTS = 4

/**
 * Runs a booking in transactions of its own until it meets nobody at its key. Refuses ALREADY_THERE
 * when it is this very request that is there.
 */
export async function bookedBeside<T>(
  work: (tx: Transaction) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let outcome = await inTransaction(work)
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    if (outcome.ok || outcome.code !== 'ALREADY_THERE') return outcome
    outcome = await inTransaction(work)
  }
  return outcome
}
