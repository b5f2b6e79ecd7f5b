/**
 * What makes two bills one. All ways in ask here: the till, 补积分, files and till systems. A bill is
 * told by its store, its day and the number on its receipt as it is folded; by its till where that
 * is known; by its member and its money where the number does not say enough, or is missing.
 */
import { addDays, startOfDateAt } from '../business-date'
import { foldNumber } from '../reading/receipt'
import type { Bill } from './bill'

/** Who says of what day a bill is: the clock of the scan, a person, or the till's own file. */
export type Dated =
  | { readonly by: 'clock'; readonly at: number }
  | { readonly by: 'hand' }
  | { readonly by: 'file' }

/** What is known of a bill, booked or wished. */
export interface BillMarks {
  readonly storeId: string
  readonly memberId: string
  /** All her memberships: what one that was merged bought may still be on its way to the other. */
  readonly memberIds?: readonly string[]
  /** The receipt's date. */
  readonly businessOn: string
  readonly tillNo: string | null
  readonly receiptNo: string | null
  /** What its receipt may show as the sum, in fen (`sumsOnPaper`). */
  readonly sumsFen: readonly number[]
  readonly dated: Dated
}

/**
 * `same`: it is that bill, and is refused. `maybe`: a person is asked, who may say that it is
 * another one. `other`: nothing speaks for it.
 */
export type Likeness = 'same' | 'maybe' | 'other'

/** So near to the turn of the days a scan may stand on the other day's receipt. */
const NEAR_TURN_MS = 6 * 3_600_000
/** A number of so many signs hardly begins anew every day. */
const LONG_NUMBER = 8

/**
 * What the receipt of a bill may show as its sum, wherever its till stops to add up: the goods,
 * what is left after the coupons, after the points, before and after 抹零, and what was paid.
 */
export function sumsOnPaper({
  billFen,
  paidFen,
  steps,
}: Pick<Bill, 'billFen' | 'paidFen' | 'steps'>): readonly number[] {
  const sums = new Set([billFen, paidFen])
  let sumFen = 0
  for (const { changeFen } of steps) {
    sumFen += changeFen
    sums.add(sumFen)
  }
  return [...sums]
}

/** The days on which a receipt of this date may have been booked, its own first. */
export function daysAround(businessOn: string): readonly string[] {
  return [businessOn, addDays(businessOn, -1), addDays(businessOn, 1)]
}

/** Is this wish the booked bill? */
export function likenessOf(wish: BillMarks, booked: BillMarks): Likeness {
  if (wish.storeId !== booked.storeId) return 'other'
  if (!daysAround(wish.businessOn).includes(booked.businessOn)) return 'other'
  if (wish.receiptNo !== null && booked.receiptNo !== null) return byNumber(wish, booked)
  // Two without a number are the till's own question of ten minutes.
  if (wish.receiptNo === null && booked.receiptNo === null) return 'other'
  const isAlike = isSameMoney(wish, booked) && isSameMember(wish, booked)
  return isAlike && isDayOpen(wish, booked) ? 'maybe' : 'other'
}

/** A number each: how much speaks against it says how much must speak for it. */
function byNumber(wish: BillMarks, booked: BillMarks): Likeness {
  const number = foldNumber(wish.receiptNo ?? '')
  if (number !== foldNumber(booked.receiptNo ?? '')) return 'other'
  const [isMember, isMoney] = [isSameMember(wish, booked), isSameMoney(wish, booked)]
  const isDay = wish.businessOn === booked.businessOn
  const till = tillLikeness(wish.tillNo, booked.tillNo)
  const isSpelledAlike = wish.receiptNo === booked.receiptNo
  if (isDay && till === 'same') return isMoney || isSpelledAlike ? 'same' : 'maybe'
  if (isDay && till === 'open' && isMoney) return 'same'
  if (!isDay && till === 'other') return isMember && isMoney ? 'maybe' : 'other'
  return isMember || (isMoney && number.length >= LONG_NUMBER) ? 'maybe' : 'other'
}

/** A till that was not typed may have been any. */
function tillLikeness(one: string | null, other: string | null): 'same' | 'open' | 'other' {
  if (one === null || other === null) return one === other ? 'same' : 'open'
  return foldNumber(one) === foldNumber(other) ? 'same' : 'other'
}

function isSameMember(one: BillMarks, other: BillMarks): boolean {
  return memberIdsOf(one).some((memberId) => memberIdsOf(other).includes(memberId))
}

/** Whose bills are looked at beside this one. */
export function memberIdsOf({ memberId, memberIds = [] }: BillMarks): readonly string[] {
  return [memberId, ...memberIds]
}

function isSameMoney(one: BillMarks, other: BillMarks): boolean {
  return one.sumsFen.some((fen) => other.sumsFen.includes(fen))
}

/**
 * The same day; or the next one, where a person said the day, or the scan was near the turn of the
 * days: who drinks the same coffee every morning is not asked every morning.
 */
function isDayOpen(wish: BillMarks, booked: BillMarks): boolean {
  if (wish.businessOn === booked.businessOn) return true
  if (wish.dated.by === 'hand' || booked.dated.by === 'hand') return true
  const [, laterOn = ''] = [wish.businessOn, booked.businessOn].sort()
  const turnAt = startOfDateAt(laterOn)
  const isNear = ({ dated }: BillMarks) =>
    dated.by !== 'clock' || Math.abs(dated.at - turnAt) <= NEAR_TURN_MS
  return isNear(wish) && isNear(booked)
}

/** What speaks most against booking a wish beside all that is booked; null: nothing does. */
export function clearestOf<B>(
  booked: readonly B[],
  likeness: (bill: B) => Likeness,
): { readonly like: 'same' | 'maybe'; readonly bill: B } | null {
  for (const like of ['same', 'maybe'] as const) {
    const bill = booked.find((each) => likeness(each) === like)
    if (bill !== undefined) return { like, bill }
  }
  return null
}

/**
 * The value of the unique index. Bills of one folded number, store and day are counted, so that two
 * that come at once, whatever their tills, meet at one key; without a number each is its own.
 */
export function receiptKeyOf(
  bill: {
    readonly purchaseId: string
    readonly storeId: string
    readonly businessOn: string
    readonly receiptNo: string | null
  },
  ordinal: number,
): string {
  const { purchaseId, storeId, businessOn, receiptNo } = bill
  if (receiptNo === null) return `none/${purchaseId}`
  return `${storeId}/${businessOn}/${foldNumber(receiptNo)}/${ordinal}`
}

/** How many bills of this number, store and day there are already: what counts the next one. */
export function ordinalAmong(
  wish: BillMarks,
  booked: readonly Pick<BillMarks, 'storeId' | 'businessOn' | 'receiptNo'>[],
): number {
  const { receiptNo } = wish
  if (receiptNo === null) return 0
  const number = foldNumber(receiptNo)
  return booked.filter(
    (bill) =>
      bill.storeId === wish.storeId &&
      bill.businessOn === wish.businessOn &&
      bill.receiptNo !== null &&
      foldNumber(bill.receiptNo) === number,
  ).length
}
