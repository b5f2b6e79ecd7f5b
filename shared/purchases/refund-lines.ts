/**
 * What comes back of a purchase: everything that is left, or parts of its lines. The wish names
 * goods at the price on the bill; the money for them is the line's own share of what was paid, so
 * that any parts that make up the line give exactly its money back.
 */
import { MAX_REFUNDS } from '../limits'
import { accept, type Outcome, refuse } from '../refusal'
import type { Bill } from './bill'
import type { PurchaseLine } from './purchase-lines'
import type { RefundedLine, RefundRecord } from './refund-record'

export interface RefundableLines {
  readonly bill: Pick<Bill, 'lines' | 'freightFen' | 'points'>
  readonly refunds: readonly Pick<
    RefundRecord,
    'lines' | 'freightFen' | 'at' | 'staffName' | 'returnedPoints'
  >[]
}

export interface RefundWish {
  /** Null: whatever is left, freight too. */
  readonly lines: readonly { readonly lineNo: number; readonly amountFen: number }[] | null
  readonly freightFen: number
}

export interface LineLeft extends PurchaseLine {
  /** Goods that have not come back, at the price on the bill. */
  readonly leftFen: number
}

export interface RefundParts {
  readonly lines: readonly RefundedLine[]
  readonly freightFen: number
  /** In money, freight included. */
  readonly moneyFen: number
  /** All goods are back by it. */
  readonly isFull: boolean
  /** In money, for goods that earn and stay with the member. */
  readonly countedLeftFen: number
  /** Points that had paid for what comes back. */
  readonly returnedPoints: number
}

/** The lines with what is left of each. */
export function linesLeftOf({ bill, refunds }: RefundableLines): readonly LineLeft[] {
  return bill.lines.map((line) => {
    const back = refunds.flatMap((refund) => refund.lines)
    const own = back.filter(({ lineNo }) => lineNo === line.lineNo)
    return { ...line, leftFen: own.reduce((left, part) => left - part.amountFen, line.amountFen) }
  })
}

export function freightLeftOf({ bill, refunds }: RefundableLines): number {
  return refunds.reduce((left, refund) => left - refund.freightFen, bill.freightFen)
}

/**
 * Works out which goods and how much money come back. Refuses PURCHASE_REFUNDED when nothing is
 * left, REFUND_EXCEEDS for more than is left of a line or of the freight, INPUT_INVALID for a line
 * that is not there or named twice, and for nothing at all, REFUND_PARTS for one part too many.
 */
export function refundParts(purchase: RefundableLines, wish: RefundWish): Outcome<RefundParts> {
  const before = linesLeftOf(purchase)
  const freightLeftFen = freightLeftOf(purchase)
  const last = purchase.refunds.at(-1)
  if (last && freightLeftFen === 0 && before.every(({ leftFen }) => leftFen === 0)) {
    return refuse('PURCHASE_REFUNDED', { refundedAt: last.at, staffName: last.staffName })
  }
  const freightFen = wish.lines ? wish.freightFen : freightLeftFen
  if (freightFen > freightLeftFen) {
    return refuse('REFUND_EXCEEDS', { lineNo: null, leftFen: freightLeftFen })
  }
  const wished = wish.lines ? wishedOf(before, wish.lines) : accept(wholeOf(before))
  if (!wished.ok) return wished
  if (wished.value.length === 0 && freightFen === 0) {
    return refuse('INPUT_INVALID', { field: 'lines' })
  }
  const parts = partsOf(purchase, { before, wished: wished.value, freightFen })
  const isLast = parts.isFull && freightFen === freightLeftFen
  // The purchase carries all its refunds: parts of a fen would make it grow without end.
  if (!isLast && purchase.refunds.length >= MAX_REFUNDS - 1) {
    return refuse('REFUND_PARTS', { limitCount: MAX_REFUNDS })
  }
  return accept(parts)
}

type Wished = readonly { readonly lineNo: number; readonly amountFen: number }[]

function wholeOf(before: readonly LineLeft[]): Wished {
  return before
    .filter(({ leftFen }) => leftFen > 0)
    .map(({ lineNo, leftFen: amountFen }) => ({ lineNo, amountFen }))
}

function wishedOf(before: readonly LineLeft[], wished: Wished): Outcome<Wished> {
  const named = new Set(wished.map(({ lineNo }) => lineNo))
  const isKnown = wished.every(({ lineNo }) => before.some((line) => line.lineNo === lineNo))
  if (named.size < wished.length || !isKnown) return refuse('INPUT_INVALID', { field: 'lines' })
  for (const { lineNo, leftFen } of before) {
    const amountFen = wished.find((line) => line.lineNo === lineNo)?.amountFen ?? 0
    if (amountFen > leftFen) return refuse('REFUND_EXCEEDS', { lineNo, leftFen })
  }
  // In the purchase's own order, however they were named.
  return accept([...wished].sort((a, b) => a.lineNo - b.lineNo))
}

function partsOf(
  { bill, refunds }: RefundableLines,
  back: { before: readonly LineLeft[]; wished: Wished; freightFen: number },
): RefundParts {
  const { before, wished, freightFen } = back
  const after = before.map((line) => {
    const amountFen = wished.find(({ lineNo }) => lineNo === line.lineNo)?.amountFen ?? 0
    return { ...line, leftFen: line.leftFen - amountFen }
  })
  const lines = wished.map(({ lineNo, amountFen }) => {
    const was = before.find((line) => line.lineNo === lineNo)
    const is = after.find((line) => line.lineNo === lineNo)
    return {
      lineNo,
      amountFen,
      paidFen: is && was ? backOf(is, 'paidFen') - backOf(was, 'paidFen') : 0,
    }
  })
  const pointsOffFen = after.reduce((sum, line) => sum + backOf(line, 'pointsOffFen'), 0)
  // The share of the points that the share of what they took off is: one division, rounded down.
  const { points: paid } = bill
  const backPoints = paid ? Math.floor((paid.points * pointsOffFen) / paid.offFen) : 0
  return {
    lines,
    freightFen,
    moneyFen: lines.reduce((sum, { paidFen }) => sum + paidFen, freightFen),
    isFull: after.every(({ leftFen }) => leftFen === 0),
    countedLeftFen: after.reduce(
      (sum, line) => sum + (line.isExcluded ? 0 : line.paidFen - backOf(line, 'paidFen')),
      0,
    ),
    returnedPoints: refunds.reduce((left, refund) => left - refund.returnedPoints, backPoints),
  }
}

/** The part of a line's money, or of what points took off it, that went back with its goods. */
function backOf(line: LineLeft, part: 'paidFen' | 'pointsOffFen'): number {
  const { amountFen, leftFen } = line
  // A gift on the bill: nothing was paid for it, and nothing goes back.
  if (amountFen === 0) return 0
  return Math.floor((line[part] * (amountFen - leftFen)) / amountFen)
}
