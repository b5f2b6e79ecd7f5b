/**
 * 补积分: who forgot her code brings the receipt within a week, and the purchase is booked as it
 * would have been then: on the receipt's date, by the rule that was in force, with its expiry. A
 * receipt counts once, and a member brings only so many in a month.
 */
import { addDays } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import type { ForgottenReceiptRule } from '../rules/shop-rules'

/** How many receipts a member has brought in a month. */
export interface ForgottenCount {
  readonly month: string
  readonly count: number
}

/**
 * May a receipt of this date be booked today? Refuses INPUT_INVALID for a date to come,
 * RECEIPT_TOO_OLD with the earliest date, RECEIPT_MONTH_CAP with how many there may be.
 */
export function admitForgotten(
  { receiptOn, todayOn }: { readonly receiptOn: string; readonly todayOn: string },
  counted: ForgottenCount | null,
  { withinDays, monthCapCount }: ForgottenReceiptRule,
): Outcome<null> {
  if (receiptOn > todayOn) return refuse('INPUT_INVALID', { field: 'receiptOn' })
  const earliestOn = earliestReceiptOn(todayOn, withinDays)
  if (receiptOn < earliestOn) return refuse('RECEIPT_TOO_OLD', { earliestOn })
  if (countIn(counted, todayOn) >= monthCapCount) {
    return refuse('RECEIPT_MONTH_CAP', { limitCount: monthCapCount })
  }
  return accept(null)
}

/** The oldest receipt that is taken today. */
export function earliestReceiptOn(todayOn: string, withinDays: number): string {
  return addDays(todayOn, -withinDays)
}

/** One more, in the month in which it was brought. */
export function countForgotten(counted: ForgottenCount | null, todayOn: string): ForgottenCount {
  return { month: todayOn.slice(0, 7), count: countIn(counted, todayOn) + 1 }
}

/** What two memberships have brought that become one, in the later month; or (−1) are parted. */
export function mergeForgotten(
  one: ForgottenCount | null,
  other: ForgottenCount | null,
  sign: 1 | -1 = 1,
): ForgottenCount | null {
  if (!one || !other) return one ?? (sign === 1 ? other : null)
  const { month } = one.month < other.month && sign === 1 ? other : one
  const ofOne = one.month === month ? one.count : 0
  const ofOther = other.month === month ? other.count : 0
  return { month, count: Math.max(ofOne + sign * ofOther, 0) }
}

function countIn(counted: ForgottenCount | null, todayOn: string): number {
  return counted?.month === todayOn.slice(0, 7) ? counted.count : 0
}
