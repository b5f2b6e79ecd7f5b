/**
 * The day's closing of one till. What our books have of the day is held against what the till
 * says; whatever differs is named, by sum and by receipt, and needs a word from whoever signs. A
 * signed day stays as it is: a purchase or refund that comes later belongs to the next closing, and
 * is listed there apart. Days of a till are signed in their order.
 */
import { foldNumber } from '../reading/receipt'
import { accept, type Outcome, refuse } from '../refusal'

/** One till of one store; a shop without till numbers has one, called `-`. */
export const NO_TILL = '-'
/** What lists bring is booked apart from all tills; no till can be called so. */
export const LISTS_TILL = '+lists'

export interface ClosingReceipt {
  readonly receiptNo: string
  readonly amountFen: number
}

/** What of our purchases falls into a closing; all money is in fen. */
export interface DaySums {
  readonly purchaseCount: number
  readonly billFen: number
  readonly couponFen: number
  readonly pointsFen: number
  /** 抹零. */
  readonly roundOffFen: number
  /** Paid in money. */
  readonly paidFen: number
  readonly refundCount: number
  readonly refundFen: number
}

/** What the till says, as it was typed. Null: nobody counted it, which is not none. */
export interface TillTotals {
  /** Of everybody, members or not. */
  readonly receiptCount: number
  readonly amountFen: number
  readonly refundFen: number | null
  readonly couponFen: number | null
  readonly pointsFen: number | null
  /** Of these, sales to people who are no members. */
  readonly nonMemberCount: number | null
  readonly nonMemberFen: number | null
  /** People who came in, whether or not they bought. */
  readonly footfallCount: number | null
}

export type ClosingFigure = 'receipts' | 'amount' | 'refund' | 'coupon' | 'points'

/** Till less ours less non-members: 0 where they agree. */
export interface Difference {
  readonly figure: ClosingFigure
  readonly tillFigure: number
  readonly ourFigure: number
  readonly difference: number
}

export interface ReceiptDifference {
  readonly receiptNo: string
  /** Null where it is missing: in the till's list, or in our books. */
  readonly tillFen: number | null
  readonly ourFen: number | null
}

export const noSums: DaySums = {
  purchaseCount: 0,
  billFen: 0,
  couponFen: 0,
  pointsFen: 0,
  roundOffFen: 0,
  paidFen: 0,
  refundCount: 0,
  refundFen: 0,
}

/** A till's paper roll of one day. */
export const MAX_CLOSING_RECEIPTS = 500
/** One function call reads and adds up so many; a day of a neighbourhood shop has a tenth. */
export const MAX_CLOSING_PURCHASES = 10_000

/** The sums of two parts of a day; exact, since all of it is whole fen. */
export function addSums(a: DaySums, b: DaySums): DaySums {
  return {
    purchaseCount: a.purchaseCount + b.purchaseCount,
    billFen: a.billFen + b.billFen,
    couponFen: a.couponFen + b.couponFen,
    pointsFen: a.pointsFen + b.pointsFen,
    roundOffFen: a.roundOffFen + b.roundOffFen,
    paidFen: a.paidFen + b.paidFen,
    refundCount: a.refundCount + b.refundCount,
    refundFen: a.refundFen + b.refundFen,
  }
}

/** The closing before, of the same till: up to which day, cut off at which instant. */
export interface ClosingBefore {
  readonly businessOn: string
  readonly signedAt: number
  /** What it counted of the last minutes before: a booking may have been under way then. */
  readonly countedLately: readonly string[]
}

/** Longer than a booking can be under way: as the sweepers reckon. */
export const UNDER_WAY_MS = 120_000

export interface Happening {
  /** Its business date, and the instant at which it was booked. */
  readonly on: string
  readonly at: number
  readonly key: string
}

/**
 * Does it belong to the closing of this day? `onTime`: to the day itself, or to a day before that
 * was never closed; `late`: it came after its own day was signed; null: to another closing.
 */
export function belongsTo(
  happening: Happening,
  { businessOn, before }: { businessOn: string; before: ClosingBefore | null },
): 'onTime' | 'late' | null {
  const { on, at, key } = happening
  if (on > businessOn) return null
  if (!before) return on === businessOn ? 'onTime' : null
  if (on > before.businessOn) return on === businessOn ? 'onTime' : 'late'
  const isNew = at >= before.signedAt - UNDER_WAY_MS && !before.countedLately.includes(key)
  return isNew ? 'late' : null
}

/** Where till and books differ; empty when the day agrees to the fen in all that was counted. */
export function differencesOf(ours: DaySums, till: TillTotals): readonly Difference[] {
  const { receiptCount, nonMemberCount, amountFen, nonMemberFen } = till
  const { purchaseCount, paidFen } = ours
  const pairs: readonly (readonly [ClosingFigure, number | null, number])[] = [
    ['receipts', ofMembers(receiptCount, nonMemberCount, purchaseCount), purchaseCount],
    ['amount', ofMembers(amountFen, nonMemberFen, paidFen), paidFen],
    ['refund', till.refundFen, ours.refundFen],
    ['coupon', till.couponFen, ours.couponFen],
    ['points', till.pointsFen, ours.pointsFen],
  ]
  return pairs.flatMap(([figure, tillFigure, ourFigure]) => {
    if (tillFigure === null || tillFigure === ourFigure) return []
    return [{ figure, tillFigure, ourFigure, difference: tillFigure - ourFigure }]
  })
}

/**
 * What of the till's figure is members'. Where nobody counted the others, all beyond our books is
 * theirs; a till with less than our books is wrong whoever bought.
 */
function ofMembers(all: number, others: number | null, ours: number): number {
  return others === null ? Math.min(all, ours) : all - others
}

/**
 * Receipts missing here or there, or with other money, in the order of their numbers. A late one of
 * another day may have a number of today's: each is held against one of the till's, first of all
 * against one with its money.
 */
export function receiptDifferencesOf(
  ours: readonly ClosingReceipt[],
  tills: readonly ClosingReceipt[],
): readonly ReceiptDifference[] {
  const [ourFens, tillFens] = [fensByNumber(ours), fensByNumber(tills)]
  // As the till spells it, where it has it.
  const spelled = new Map(
    [...ours, ...tills].map(({ receiptNo }) => [foldNumber(receiptNo), receiptNo]),
  )
  const numbers = [...spelled].sort(([, one], [, other]) => (one < other ? -1 : 1))
  return numbers.flatMap(([folded, receiptNo]) => {
    const here = [...(ourFens.get(folded) ?? [])]
    const there = (tillFens.get(folded) ?? []).filter((fen) => !takeOut(here, fen))
    const count = Math.max(here.length, there.length)
    return Array.from({ length: count }, (_unused, place) => ({
      receiptNo,
      tillFen: there[place] ?? null,
      ourFen: here[place] ?? null,
    }))
  })
}

/** By their folded numbers. */
function fensByNumber(receipts: readonly ClosingReceipt[]): Map<string, number[]> {
  const byNumber = new Map<string, number[]>()
  for (const { receiptNo, amountFen } of receipts) {
    const folded = foldNumber(receiptNo)
    byNumber.set(folded, [...(byNumber.get(folded) ?? []), amountFen])
  }
  return byNumber
}

/** Takes one of that money out of the list; false when there is none. */
function takeOut(fens: number[], fen: number): boolean {
  const place = fens.indexOf(fen)
  if (place >= 0) fens.splice(place, 1)
  return place >= 0
}

/**
 * A receipt of our books that the till does not have, or has with other money. One that only the
 * till has is no fault by itself: most are of people who are no members, some of a forgotten code.
 */
export function isOurs({ ourFen }: ReceiptDifference): boolean {
  return ourFen !== null
}

/**
 * May it be signed? Refuses CLOSING_SIGNED for a day that is, CLOSING_ORDER for one before it,
 * CLOSING_AHEAD for a day to come, CLOSING_NOTE when something differs and nobody says why.
 */
export function admitSigning(wish: {
  readonly businessOn: string
  readonly todayOn: string
  readonly lastSignedOn: string | null
  readonly isDifferent: boolean
  readonly note: string | null
}): Outcome<null> {
  const { businessOn, todayOn, lastSignedOn, isDifferent, note } = wish
  if (businessOn > todayOn) return refuse('CLOSING_AHEAD')
  if (lastSignedOn === businessOn) return refuse('CLOSING_SIGNED')
  if (lastSignedOn !== null && lastSignedOn > businessOn) {
    return refuse('CLOSING_ORDER', { lastSignedOn })
  }
  return isDifferent && note === null ? refuse('CLOSING_NOTE') : accept(null)
}
