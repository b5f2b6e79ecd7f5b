/**
 * A purchase at the till: the bill, what of it earns nothing, a coupon, what is left off, what is
 * paid, the points.
 * What makes two bills one stands in `same-bill.ts`. A shop without receipts is asked whether the
 * same member and amount within ten minutes is a repeat.
 */
import type { CouponUse } from '../coupons/coupon'
import { placeOf } from '../coupons/kinds'
import { accept, type Outcome, refuse } from '../refusal'
import { cutToCaps, type EarnedCount, type EarnRule, fullPointsFor } from '../rules/earning'
import { newShop } from '../rules/shop'
import type { PayWithPointsRule } from '../rules/shop-rules'
import type { Bill } from './bill'
import { type BillCoupon, type BillStep, type CouponedBill, withCoupons } from './coupon-steps'
import { type PayingAccount, pointsOffFor } from './points-payment'
import {
  amountOf,
  type BillLines,
  countedPaidOf,
  excludedAmountOf,
  linesOf,
  type PurchaseLine,
  priceLines,
  toldRoundOff,
} from './purchase-lines'
import { admitRoundOff, type DueBill, type RoundOffWish } from './round-off'
import type { BillMarks } from './same-bill'

export type PurchaseState = 'settled' | 'partlyRefunded' | 'refunded'

export interface BillWish extends BillLines {
  /** For bringing it: paid beside the goods, earns nothing. */
  readonly freightFen: number
  readonly todayOn: string
  /** The coupons to use, in any order; null: none. */
  readonly coupons: CouponsWish | null
  /** What the member has earned before, for the caps. */
  readonly earned: EarnedCount | null
  /** Points that pay a part of it, if any. */
  readonly paying?: PayingPoints | null
  /** 抹零; absent: to the fen. */
  readonly roundOff?: RoundOffWish
}

export interface CouponsWish {
  readonly some: readonly BillCoupon[]
  readonly use: CouponUse
}

/** So many points of this account are to take money off, by the shop's rule. */
export interface PayingPoints {
  readonly points: number
  readonly account: PayingAccount
  readonly rule: PayWithPointsRule | null
}

/** What the member's account remembers of the last minutes at the till. */
export interface RecentSettle {
  readonly purchaseId: string
  readonly at: number
  readonly billFen: number
  readonly storeId: string
  /** The 60-second step of the code that was used: one purchase for one code. */
  readonly codeStep: number
  readonly hasReceipt: boolean
  readonly paidFen: number
  readonly earnedPoints: number
}

const REPEAT_WINDOW_MS = 10 * 60_000
/** A ticket lives ten minutes from its scan, and its code two steps before that. */
const REMEMBERED_MS = 15 * 60_000

/**
 * Works out a bill: coupons come off first (`coupon-steps.ts`), then the points, then the freight
 * is added, and last of all the sum is rounded down. Refuses a bill of nothing, lines or excluded
 * goods that are not the bill's, coupons that do not fit, points that may not pay it, and what the
 * shop does not leave off.
 */
export function billFor(wish: BillWish, rule: EarnRule): Outcome<Bill> {
  const { freightFen, todayOn, coupons, earned } = wish
  const sum = admitSum(wish.billFen, coupons?.some ?? [])
  if (!sum.ok) return sum
  const wished = linesOf(wish)
  if (!wished.ok) return wished
  const couponed = withCoupons({ lines: wished.value, freightFen }, coupons)
  if (!couponed.ok) return couponed
  const { lines: goods, offFen, freightOffFen } = couponed.value
  const billFen = amountOf(goods)
  const couponOffFen = offFen.reduce((sum, fen) => sum + fen, 0)
  const pointsOff = pointsOffOf(wish, billFen - couponOffFen)
  if (!pointsOff.ok) return pointsOff
  const pointsOffFen = pointsOff.value
  const freightPaidFen = freightFen - freightOffFen
  const due = { goodsFen: billFen - couponOffFen - pointsOffFen, freightFen: freightPaidFen }
  const roundOff = roundOffOf(wish, due)
  if (!roundOff.ok) return roundOff
  const roundOffFen = roundOff.value
  const lines = priceLines(goods, { couponOff: offFen, pointsOffFen, roundOffFen })
  const fullPoints = fullPointsFor(countedPaidOf(lines), todayOn, rule)
  const { points: earnedPoints, cap } = cutToCaps(fullPoints, rule, { earned, on: todayOn })
  return accept({
    billFen,
    excludedFen: excludedAmountOf(lines),
    lines,
    freightFen: freightPaidFen,
    couponOffFen,
    points: wish.paying ? { points: wish.paying.points, offFen: pointsOffFen, lots: [] } : null,
    roundOffFen,
    paidFen: due.goodsFen + freightPaidFen - roundOffFen,
    steps: stepsOf({ goodsFen: amountOf(wished.value), freightFen }, couponed.value, {
      ...{ pointsOffFen, roundOffFen },
    }),
    earnedPoints,
    cap,
  })
}

/** Refuses INPUT_INVALID, field `billFen`, for a bill of nothing, unless a thing makes it one. */
export function admitSum(billFen: number, coupons: readonly BillCoupon[]): Outcome<null> {
  const isSomething = billFen > 0 || coupons.some(({ terms }) => placeOf(terms) === 'exchange')
  return isSomething ? accept(null) : refuse('INPUT_INVALID', { field: 'billFen' })
}

/** In the order of the receipt: goods, coupons, points, freight and what comes off it, 抹零. */
function stepsOf(
  { goodsFen, freightFen }: DueBill,
  { steps }: CouponedBill,
  { pointsOffFen, roundOffFen }: Pick<PurchaseLine, 'pointsOffFen' | 'roundOffFen'>,
): readonly BillStep[] {
  const step = (kind: BillStep['kind'], title: string, changeFen: number) =>
    changeFen === 0 ? [] : [{ kind, title, couponId: null, changeFen }]
  const isOfFreight = ({ kind }: BillStep) => kind === 'freightCoupon'
  return [
    ...step('goods', '商品', goodsFen),
    ...steps.filter((each) => !isOfFreight(each)),
    ...step('points', '积分抵扣', -pointsOffFen),
    ...step('freight', '运费', freightFen),
    ...steps.filter(isOfFreight),
    ...step('roundOff', '抹零', -roundOffFen),
  ]
}

function pointsOffOf({ paying }: BillWish, goodsFen: number): Outcome<number> {
  if (!paying) return accept(0)
  return pointsOffFor(paying.points, { goodsFen, account: paying.account }, paying.rule)
}

function roundOffOf(wish: BillWish, due: DueBill): Outcome<number> {
  const told = toldRoundOff(wish)
  if (!told.ok) return told
  const { roundOffFen = 0, rule = newShop.rounding } = wish.roundOff ?? {}
  return admitRoundOff(due, { roundOffFen, rule }, told.value)
}

/** Refuses CODE_USED for a code, or a ticket of it, that has settled already. */
export function admitCode(recent: readonly RecentSettle[], codeStep: number): Outcome<null> {
  const isUsed = recent.some((settle) => settle.codeStep === codeStep)
  return isUsed ? refuse('CODE_USED') : accept(null)
}

/**
 * May this purchase be booked beside the recent ones? Refuses CODE_USED for a code or ticket
 * that has settled already, PURCHASE_REPEAT for the same amount unless it was confirmed.
 */
export function admitSettle(
  recent: readonly RecentSettle[],
  wish: Pick<RecentSettle, 'at' | 'billFen' | 'storeId' | 'codeStep' | 'hasReceipt'>,
  repeatConfirmed: boolean,
): Outcome<null> {
  const fresh = admitCode(recent, wish.codeStep)
  if (!fresh.ok) return fresh
  return admitRepeat(recent, { ...wish, sumsFen: [wish.billFen] }, repeatConfirmed)
}

/**
 * The same question once the bill is worked out, so that its sums are known: the bill of before may
 * be typed as what was paid for it, or with its 抹零 told in another way.
 */
export function admitRepeat(
  recent: readonly RecentSettle[],
  wish: Pick<RecentSettle, 'at' | 'storeId' | 'hasReceipt'> & Pick<BillMarks, 'sumsFen'>,
  repeatConfirmed: boolean,
): Outcome<null> {
  const twin = recent.find(
    (settle) =>
      [settle.billFen, settle.paidFen].some((fen) => wish.sumsFen.includes(fen)) &&
      settle.storeId === wish.storeId &&
      wish.at - settle.at < REPEAT_WINDOW_MS,
  )
  if (twin && !wish.hasReceipt && !repeatConfirmed) {
    return refuse('PURCHASE_REPEAT', { settledAt: twin.at, billFen: twin.billFen })
  }
  return accept(null)
}

/** Adds a settle and forgets what no rule asks for any more. */
export function rememberSettle(
  recent: readonly RecentSettle[],
  settle: RecentSettle,
): readonly RecentSettle[] {
  return [...recent.filter((old) => settle.at - old.at < REMEMBERED_MS), settle]
}
