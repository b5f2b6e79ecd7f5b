/**
 * The lines of a purchase. What a coupon or points take off the bill is shared among the lines by
 * their amounts, to the fen, so that each line knows what was paid for it. Goods that earn nothing
 * bear their part too; an odd fen comes off those that earn, which so earn what whole fen they
 * cost. A bill that is typed as one sum is one line, and one more for what of it earns nothing.
 */
import { apportion } from '../apportion'
import { accept, type Outcome, refuse } from '../refusal'

export interface LineWish {
  readonly title: string
  readonly amountFen: number
  /** Earns no points. */
  readonly isExcluded: boolean
  /** What kind of goods it is, if the till tells; some coupons are for some goods only. */
  readonly category?: string | undefined
}

export interface PurchaseLine extends LineWish {
  /** 1, 2, 3 … within the purchase. */
  readonly lineNo: number
  readonly couponOffFen: number
  readonly pointsOffFen: number
  /** In money: the amount less both. */
  readonly paidFen: number
}

export interface BillLines {
  readonly billFen: number
  readonly excludedFen: number
  /** Null when the bill was typed as one sum. */
  readonly lines: readonly LineWish[] | null
}

/** Of a bill that was typed as one sum. */
export const WHOLE_TITLE = '商品'
const EXCLUDED_TITLE = '不积分商品'

/**
 * The lines of a bill. Refuses INPUT_INVALID when lines and bill do not add up, or more is
 * excluded than there is.
 */
export function linesOf({ billFen, excludedFen, lines }: BillLines): Outcome<readonly LineWish[]> {
  if (excludedFen > billFen) return refuse('INPUT_INVALID', { field: 'excludedFen' })
  if (lines === null) return accept(linesOfOneSum(billFen, excludedFen))
  if (amountOf(lines) !== billFen) return refuse('INPUT_INVALID', { field: 'lines' })
  // Whoever sends lines says there what earns nothing; said twice, it must be the same.
  const isTold = excludedFen === 0 || excludedFen === excludedAmountOf(lines)
  return isTold ? accept(lines) : refuse('INPUT_INVALID', { field: 'excludedFen' })
}

function linesOfOneSum(billFen: number, excludedFen: number): readonly LineWish[] {
  const counted = { title: WHOLE_TITLE, amountFen: billFen - excludedFen, isExcluded: false }
  const excluded = { title: EXCLUDED_TITLE, amountFen: excludedFen, isExcluded: true }
  return [counted, excluded].filter(({ amountFen }) => amountFen > 0)
}

/** Prices lines of which coupons took so much each; points come off what that left. */
export function priceLines(
  wishes: readonly LineWish[],
  off: { readonly couponOff: readonly number[]; readonly pointsOffFen: number },
): readonly PurchaseLine[] {
  const left = wishes.map((wish, position) => ({
    ...wish,
    amountFen: wish.amountFen - (off.couponOff[position] ?? 0),
  }))
  const pointsOff = shareOff(off.pointsOffFen, left)
  return wishes.map((wish, position) => {
    const couponOffFen = off.couponOff[position] ?? 0
    const pointsOffFen = pointsOff[position] ?? 0
    const paidFen = wish.amountFen - couponOffFen - pointsOffFen
    return { lineNo: position + 1, ...wish, couponOffFen, pointsOffFen, paidFen }
  })
}

/**
 * Shares out what comes off lines by their amounts. What earns and what does not take their parts
 * first, so that a line more or less is the same.
 */
export function shareOff(offFen: number, lines: readonly LineWish[]): readonly number[] {
  const excludedFen = excludedAmountOf(lines)
  const excludedOffFen = Math.floor((offFen * excludedFen) / Math.max(amountOf(lines), 1))
  const weightsOf = (isExcluded: boolean) =>
    lines.map((line) => (line.isExcluded === isExcluded ? line.amountFen : 0))
  const ofExcluded = apportion(excludedOffFen, weightsOf(true))
  const ofCounted = apportion(offFen - excludedOffFen, weightsOf(false))
  return lines.map((_line, position) => (ofExcluded[position] ?? 0) + (ofCounted[position] ?? 0))
}

export function amountOf(lines: readonly Pick<LineWish, 'amountFen'>[]): number {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

export function excludedAmountOf(lines: readonly LineWish[]): number {
  return amountOf(lines.filter(({ isExcluded }) => isExcluded))
}

/** What was paid in money for the goods that earn. */
export function countedPaidOf(
  lines: readonly Pick<PurchaseLine, 'isExcluded' | 'paidFen'>[],
): number {
  return lines.reduce((sum, { isExcluded, paidFen }) => sum + (isExcluded ? 0 : paidFen), 0)
}
