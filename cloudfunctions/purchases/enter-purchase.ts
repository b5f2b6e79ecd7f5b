/** What every purchase does in its transaction, whether its code was shown in time or later. */
import type { SettleAnswer } from '../../shared/contract/purchases'
import { earnOrHold, releasesOnOf } from '../../shared/points/pending'
import type { LedgerStep } from '../../shared/points/points-account'
import type { Bill, PointsPaid } from '../../shared/purchases/purchase'
import { countEarned, type EarnRule, earnedExpiryOf, releasedOn } from '../../shared/rules/earning'
import type { Store } from '../../shared/rules/shop'
import type { Coupon } from '../coupons/repository'
import { type Book, type EntryWords, enter, post } from '../points/ledger'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import type { Purchase } from './purchase-document'
import type { KnownMember } from './recognise-member'
import { insertPurchase } from './repository'

/** A purchase that the rules have worked out. */
export interface WorkedOut {
  readonly context: StaffContext
  readonly member: KnownMember
  readonly store: Store
  readonly tillNo: string | null
  readonly receiptNo: string | null
  readonly receiptKey: string
  /** The receipt's date. */
  readonly businessOn: string
  /** Its code was forgotten, and it is booked by its receipt. */
  readonly isForgotten: boolean
  /** The rule that was in force then. */
  readonly rule: EarnRule
  readonly bill: Bill
  readonly coupon: Coupon | null
  /** What points paid of it, which the book has entered already. */
  readonly pointsPaid: PointsPaid | null
  /** What the request means. */
  readonly hash: string
}

type Counted = Omit<NonNullable<Parameters<typeof post>[2]>, 'earned'>

/** Books the points and the purchase, and what `counted` changes of the member's account. */
export async function enterPurchase(
  tx: Transaction,
  book: Book,
  { worked, counted }: { readonly worked: WorkedOut; readonly counted: Counted },
): Promise<SettleAnswer> {
  const { bill, rule, businessOn, store, receiptNo, context } = worked
  const releasesOn = releasedOn(businessOn, rule)
  const earnedExpiresOn = earnedExpiryOf(businessOn, rule)
  const step = earnOrHold(book.account, {
    entryKey: entryKeyOf(worked),
    points: bill.earnPoints,
    // What would have come by now comes at once.
    releasesOn: releasesOn !== null && releasesOn > context.todayOn ? releasesOn : null,
    expiresOn: earnedExpiresOn,
    storeId: store.storeId,
    receiptNo,
  })
  const answer = answerOf(worked, step)
  await post(tx, enter(book, step, wordsOf(worked, answer)), {
    ...counted,
    earned: countEarned(book.account.earned, bill.earnPoints, businessOn),
  })
  await insertPurchase(tx, purchaseOf(worked, answer, earnedExpiresOn))
  return answer
}

function entryKeyOf({ context }: WorkedOut): string {
  return `purchase:${context.requestKey}`
}

function wordsOf(worked: WorkedOut, answer: SettleAnswer): EntryWords {
  const { isForgotten, businessOn, receiptNo, rule } = worked
  const { paidFen, releasesOn, cap, storeId, purchaseId, excludedFen } = answer
  return {
    key: entryKeyOf(worked),
    reason: isForgotten ? 'purchaseForgotten' : 'purchase',
    storeId,
    sourceId: purchaseId,
    facts: {
      ...{ paidFen, receiptNo, releasesOn, cap, excludedFen: excludedFen || null },
      ...(isForgotten ? { boughtOn: businessOn } : {}),
    },
    rule,
  }
}

function answerOf(
  { member, store, context, bill, pointsPaid }: WorkedOut,
  step: LedgerStep,
): SettleAnswer {
  return {
    purchaseId: context.requestKey,
    maskedName: member.maskedName,
    storeId: store.storeId,
    storeName: store.name,
    billFen: bill.billFen,
    excludedFen: bill.excludedFen,
    couponOffFen: bill.couponOffFen,
    freightFen: bill.freightFen,
    paidPoints: pointsPaid?.points ?? 0,
    pointsOffFen: bill.pointsOffFen,
    paidFen: bill.payableFen,
    earnedPoints: bill.earnPoints,
    cap: bill.cap,
    releasesOn: releasesOnOf(step, `purchase:${context.requestKey}`),
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
    settledAt: context.now,
  }
}

function purchaseOf(worked: WorkedOut, answer: SettleAnswer, earnedExpiresOn: string): Purchase {
  const { member, bill, coupon, context, rule, businessOn, hash } = worked
  const { tillNo, receiptNo, receiptKey, isForgotten, pointsPaid } = worked
  const { maskedName, storeId, storeName, billFen, excludedFen, couponOffFen } = answer
  return {
    _id: answer.purchaseId,
    receiptKey,
    memberId: member.memberId,
    maskedName,
    storeId,
    storeName,
    businessOn,
    isForgotten,
    tillNo,
    receiptNo,
    billFen,
    excludedFen,
    couponId: coupon?._id ?? null,
    couponOffFen,
    lines: bill.lines,
    freightFen: bill.freightFen,
    pointsPaid,
    paidFen: bill.payableFen,
    earnedPoints: bill.earnPoints,
    earnedExpiresOn,
    ruleId: rule.ruleId,
    ruleVersion: rule.version,
    earnRule: rule,
    settledAt: answer.settledAt,
    bookedAt: answer.settledAt,
    importedBy: null,
    settledBy: context.staff._id,
    state: 'settled',
    refunds: [],
    refundedFen: 0,
    request: { hash, answer },
  }
}
