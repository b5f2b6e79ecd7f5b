/**
 * The lines of a purchase. What a coupon, points or 抹零 take off the bill is shared among the
 * lines by their amounts, to the fen, so that each line knows what was paid for it. Goods that earn
 * nothing bear their part too; an odd fen comes off those that earn, which so earn what whole fen
 * they cost. A bill typed as one sum is one line, and one more for what of it earns nothing.
 */
import { apportion } from '../apportion'
import { MAX_ROUND_OFF_FEN } from '../limits'
import { accept, type Outcome, refuse } from '../refusal'

export interface LineWish {
  readonly title: string
  /** 0 for a gift; below nothing it is what was left off the bill (`round-off.ts`). */
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
  readonly roundOffFen: number
  /** In money: the amount less all of these. */
  readonly paidFen: number
}

export interface BillLines {
  readonly billFen: number
  readonly excludedFen: number
  /** Null when the bill was typed as one sum. */
  readonly lines: readonly LineWish[] | null
}

/** Of a bill that was typed as one sum. */
const WHOLE_TITLE = '商品'
const EXCLUDED_TITLE = '不积分商品'

/** Do its lines say more than its sum does? Not when it was typed as one. */
export function isToldByLines(lines: readonly Pick<LineWish, 'title'>[]): boolean {
  return lines.some(({ title }) => title !== WHOLE_TITLE)
}

/**
 * The goods of a bill, line by line. Refuses INPUT_INVALID when lines and bill do not add up, or
 * more is excluded than there is.
 */
export function linesOf(bill: BillLines): Outcome<readonly LineWish[]> {
  const { billFen, excludedFen, lines } = bill
  if (lines === null) {
    if (excludedFen > billFen) return refuse('INPUT_INVALID', { field: 'excludedFen' })
    return accept(linesOfOneSum(billFen, excludedFen))
  }
  const told = toldRoundOff(bill)
  if (!told.ok) return told
  const goods = goodsAmong(lines)
  // Whoever sends lines says there what earns nothing; said twice, it must be the same.
  const isTold = excludedFen === 0 || excludedFen === excludedAmountOf(goods)
  return isTold ? accept(goods) : refuse('INPUT_INVALID', { field: 'excludedFen' })
}

/**
 * What the lines tell of 抹零: by how much the goods are more than the bill. Refuses INPUT_INVALID,
 * field `lines`, when they and the bill do not add up: less than it, a yuan and more above it, or
 * lines below nothing that come to something else.
 */
export function toldRoundOff({ billFen, lines }: BillLines): Outcome<number> {
  if (lines === null) return accept(0)
  const told = amountOf(goodsAmong(lines)) - billFen
  const below = 0 - amountOf(lines.filter(({ amountFen }) => amountFen < 0))
  const isTold = told >= 0 && told <= MAX_ROUND_OFF_FEN && (below === 0 || below === told)
  return isTold ? accept(told) : refuse('INPUT_INVALID', { field: 'lines' })
}

/** Without lines below nothing: those are no goods. A free one is. */
function goodsAmong(lines: readonly LineWish[]): readonly LineWish[] {
  return lines.filter(({ amountFen }) => amountFen >= 0)
}

function linesOfOneSum(billFen: number, excludedFen: number): readonly LineWish[] {
  const counted = { title: WHOLE_TITLE, amountFen: billFen - excludedFen, isExcluded: false }
  const excluded = { title: EXCLUDED_TITLE, amountFen: excludedFen, isExcluded: true }
  return [counted, excluded].filter(({ amountFen }) => amountFen > 0)
}

/** What comes off lines: by coupons of each, by points and 抹零 of all together. */
export interface OffLines {
  readonly couponOff: readonly number[]
  readonly pointsOffFen: number
  readonly roundOffFen?: number
}

/** Prices lines: points come off what coupons left, and at last what is left off the bill. */
export function priceLines(wishes: readonly LineWish[], off: OffLines): readonly PurchaseLine[] {
  const ofCoupons = lessThan(wishes, off.couponOff)
  const pointsOff = shareOff(off.pointsOffFen, ofCoupons)
  const ofPoints = lessThan(ofCoupons, pointsOff)
  const roundOff = shareOff(off.roundOffFen ?? 0, ofPoints)
  return lessThan(ofPoints, roundOff).map(({ amountFen: paidFen, ...wish }, position) => ({
    ...{ lineNo: position + 1, ...wish, amountFen: wishes[position]?.amountFen ?? 0 },
    couponOffFen: off.couponOff[position] ?? 0,
    pointsOffFen: pointsOff[position] ?? 0,
    roundOffFen: roundOff[position] ?? 0,
    paidFen,
  }))
}

function lessThan(lines: readonly LineWish[], off: readonly number[]): readonly LineWish[] {
  return lines.map((line, position) => {
    return { ...line, amountFen: line.amountFen - (off[position] ?? 0) }
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
