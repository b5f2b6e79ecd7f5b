/** A fixed sum off a bill that reaches a threshold. */
import { accept, type Outcome, refuse } from '../refusal'

export interface AmountOff {
  readonly kind: 'amountOff'
  readonly faceFen: number
  /** The least bill; 0: any. */
  readonly thresholdFen: number
}

/** One fen off, one fen paid. */
const LEAST_BILL_FEN = 2

/**
 * Fen off this bill: at least 1, and at least 1 stays to be paid, so that a bill of 1 fen uses no
 * coupon up for nothing. Refuses COUPON_THRESHOLD with what is missing.
 */
export function amountOffFor(
  { faceFen, thresholdFen }: AmountOff,
  billFen: number,
): Outcome<number> {
  const leastFen = Math.max(thresholdFen, LEAST_BILL_FEN)
  if (billFen < leastFen) return refuse('COUPON_THRESHOLD', { missingFen: leastFen - billFen })
  return accept(Math.min(faceFen, billFen - 1))
}

/** A bill that is large enough for it, whatever else a bill must be. */
export function ampleBillFen({ faceFen, thresholdFen }: AmountOff): number {
  return Math.max(thresholdFen, faceFen) + 1
}
