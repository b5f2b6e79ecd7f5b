/**
 * The one way in which a purchase and its points are made, whether its code was shown in time, it
 * was booked later by its receipt, or it came in a file.
 */
import { earnOrHold, releasesOnOf } from '../../shared/points/pending'
import type { LedgerStep, PointsAccount } from '../../shared/points/points-account'
import { receiptKeyOf } from '../../shared/purchases/purchase'
import { countEarned, earnedExpiryOf, releasedOn } from '../../shared/rules/earning'
import { type Book, enter } from '../points/ledger'
import type { Context } from '../runtime/context'
import { type EarnEffect, entryKeyOf, type Purchase } from './purchase-document'

type MadeHere = 'receiptKey' | 'effect' | 'earnedExpiresOn' | 'bookedAt'
type OfRefunds = 'state' | 'refunds' | 'refundedFen'

/** A purchase that the rules have worked out: all that its way in decides. */
export type Sale = Omit<Purchase, MadeHere | OfRefunds>

export interface Entered {
  readonly book: Book
  readonly purchase: Purchase
}

/** Enters a sale's points in her book and makes the purchase; both are still to be written. */
export function enterPurchase(book: Book, sale: Sale): Entered {
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
      receiptKey: receiptKeyOf({ purchaseId, ...sale }),
      effect,
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
