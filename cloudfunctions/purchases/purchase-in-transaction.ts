/**
 * The one way in which a purchase and its points are made, whether its code was shown in time, it
 * was booked later by its receipt, it came in a file, or a list brought it.
 */
import { earnOrHold, releasesOnOf } from '../../shared/points/pending'
import type { LedgerStep, PointsAccount } from '../../shared/points/points-account'
import { receiptKeyOf } from '../../shared/purchases/same-bill'
import { foldNumber } from '../../shared/reading/receipt'
import { accept, type Outcome } from '../../shared/refusal'
import { countEarned, earnedExpiryOf, releasedOn } from '../../shared/rules/earning'
import { type Book, enter } from '../points/ledger'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { bookWith, type Company, toldOf } from './companions-in-transaction'
import { type EarnEffect, entryKeyOf, type Purchase } from './purchase-document'

type MadeHere =
  | 'receiptKey'
  | 'receiptFold'
  | 'effect'
  | 'bookedWith'
  | 'earnedExpiresOn'
  | 'bookedAt'
type OfRefunds = 'state' | 'refunds' | 'refundedFen'

/** A purchase that the rules have worked out: all that its way in decides. */
export type Sale = Omit<Purchase, MadeHere | OfRefunds>

interface Entering {
  readonly sale: Sale
  readonly company: Company
  /** How many bills of its number, store and day were found to be others; 0 without a number. */
  readonly ordinal?: number
}

export interface Entered {
  readonly book: Book
  readonly purchase: Purchase
}

/**
 * Enters a sale's points in her book, makes the purchase, and lets its companions book their parts;
 * book and purchase are still to be written. Refuses what a companion refuses.
 */
export async function enterPurchase(
  tx: Transaction,
  book: Book,
  { sale, company, ordinal = 0 }: Entering,
): Promise<Outcome<Entered>> {
  const entered = enterSale(book, sale, ordinal)
  const told = toldOf(entered.purchase, book.instant.todayOn)
  const outcome = await bookWith(tx, entered.book, { company, told })
  if (!outcome.ok) return outcome
  const { book: after, lines: bookedWith } = outcome.value
  const { balancePoints } = after.account
  const effect = { ...entered.purchase.effect, balancePoints }
  return accept({ book: after, purchase: { ...entered.purchase, effect, bookedWith } })
}

function enterSale(book: Book, sale: Sale, ordinal: number): Entered {
  const { _id: purchaseId, bill, earnRule: rule, businessOn, storeId, receiptNo } = sale
  const { todayOn, now } = book.instant
  const { step, effect, expiresOn } = earnOn(book.account, sale, todayOn)
  const { paidFen, cap, excludedFen } = bill
  const entered = enter(book, step, {
    key: entryKeyOf(purchaseId),
    reason: sale.isForgotten ? 'purchaseForgotten' : 'purchase',
    storeId,
    sourceId: purchaseId,
    facts: {
      ...{ paidFen, receiptNo, cap, excludedFen: excludedFen || null },
      releasesOn: effect.releasesOn,
      ...(sale.isForgotten ? { boughtOn: businessOn } : {}),
    },
    rule,
  })
  const earned = countEarned(book.account.earned, bill.earnedPoints, businessOn)
  return {
    book: { ...entered, account: { ...entered.account, earned } },
    purchase: {
      ...sale,
      receiptKey: sale.listEntryId
        ? `list:${sale.listEntryId}`
        : receiptKeyOf({ purchaseId, ...sale }, ordinal),
      receiptFold: receiptNo === null ? null : foldNumber(receiptNo),
      effect,
      bookedWith: [],
      earnedExpiresOn: expiresOn,
      bookedAt: now,
      state: 'settled',
      refunds: [],
      refundedFen: 0,
    },
  }
}

type Earning = Pick<Sale, '_id' | 'bill' | 'earnRule' | 'businessOn' | 'storeId' | 'receiptNo'>

/** What a sale's points do to an account; nothing is entered yet. */
export function earnOn(
  account: PointsAccount,
  { _id, bill, earnRule, businessOn, storeId, receiptNo }: Earning,
  todayOn: Context['todayOn'],
): { readonly step: LedgerStep; readonly effect: EarnEffect; readonly expiresOn: string } {
  const releasesOn = releasedOn(businessOn, earnRule)
  const expiresOn = earnedExpiryOf(businessOn, earnRule)
  const entryKey = entryKeyOf(_id)
  const step = earnOrHold(account, {
    ...{ entryKey, points: bill.earnedPoints, expiresOn, storeId, receiptNo },
    // What would have come by now comes at once.
    releasesOn: releasesOn !== null && releasesOn > todayOn ? releasesOn : null,
  })
  const effect = {
    releasesOn: releasesOnOf(step, entryKey),
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
  }
  return { step, effect, expiresOn }
}
