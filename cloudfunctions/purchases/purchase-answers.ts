/** Bills from the wire and to it: there they lie flat, each endpoint with its own names. */
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { PurchaseRow, purchases, Quote, SettleAnswer } from '../../shared/contract/purchases'
import type { MyPurchaseRow, PurchaseOpened, RefundTold } from '../../shared/contract/refunds'
import type { Bill } from '../../shared/purchases/bill'
import { explainRefund } from '../../shared/purchases/explain-refund'
import { freightLeftOf, linesLeftOf } from '../../shared/purchases/refund-lines'
import { type Refusal, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import type { Purchase } from './purchase-document'

type BillInput = Pick<
  ParsedInputOf<typeof purchases.quote>,
  'billFen' | 'excludedFen' | 'freightFen' | 'lines' | 'roundOffFen'
>

/** What of an input is the bill itself. */
export function billLinesOf(input: BillInput) {
  const { billFen, excludedFen, freightFen, lines = null } = input
  return { billFen, excludedFen, freightFen, lines }
}

/** The bill as the rules take it, with what of it the shop may leave off. */
export function billWishOf(input: BillInput, { rounding: rule }: Pick<Shop, 'rounding'>) {
  return { ...billLinesOf(input), roundOff: { roundOffFen: input.roundOffFen, rule } }
}

/** The coupons that an input names, each once and in their order. */
export function couponIdsOf({
  couponId,
  couponIds = [],
}: Pick<ParsedInputOf<typeof purchases.quote>, 'couponId' | 'couponIds'>): readonly string[] {
  return [...new Set(couponId === undefined ? couponIds : [couponId, ...couponIds])].sort()
}

/** What of a quote the bill says. */
export function quotedOf(bill: Bill) {
  const { billFen, excludedFen, couponOffFen, freightFen, points, cap, steps } = bill
  const { roundOffFen } = bill
  return {
    ...{ billFen, excludedFen, couponOffFen, freightFen, roundOffFen, cap, steps },
    pointsOffFen: points?.offFen ?? 0,
    payableFen: bill.paidFen,
    earnPoints: bill.earnedPoints,
  } satisfies Partial<Quote>
}

/** What booking it answered, and answers again. */
export function settleAnswerOf(purchase: Purchase): SettleAnswer {
  const { _id: purchaseId, maskedName, storeId, storeName, settledAt } = purchase
  const { effect, bookedWith } = purchase
  const { billFen, excludedFen, couponOffFen, freightFen } = purchase.bill
  const { points, roundOffFen, paidFen, earnedPoints, cap, steps } = purchase.bill
  return {
    ...{ purchaseId, maskedName, storeId, storeName },
    ...{ billFen, excludedFen, couponOffFen, freightFen },
    paidPoints: points?.points ?? 0,
    pointsOffFen: points?.offFen ?? 0,
    ...{ roundOffFen, paidFen, steps, earnedPoints, cap, ...effect, bookedWith, settledAt },
  }
}

/** A purchase as a refund looks at it. */
export function openedOf(purchase: Purchase): PurchaseOpened {
  const { _id: purchaseId, maskedName, storeName, receiptNo, settledAt, state } = purchase
  const { billFen, couponOffFen, freightFen, points, paidFen, earnedPoints, steps } = purchase.bill
  const { roundOffFen } = purchase.bill
  return {
    ...{ purchaseId, maskedName, storeName, receiptNo, settledAt, state },
    ...{ billFen, couponOffFen, freightFen, roundOffFen, paidFen, earnedPoints },
    refundedFen: purchase.refundedFen,
    pointsPaid: points?.points ?? 0,
    pointsOffFen: points?.offFen ?? 0,
    freightLeftFen: freightLeftOf(purchase),
    steps,
    lines: linesLeftOf(purchase).map(
      ({ couponOffFen: _c, pointsOffFen: _p, roundOffFen: _r, ...line }) => line,
    ),
  }
}

/** What each refund of it did, in sentences. */
export function refundsToldOf({ bill, refunds }: Purchase): RefundTold[] {
  return refunds.map((refund) => ({
    at: refund.at,
    moneyFen: refund.moneyFen,
    sentences: explainRefund({ ...refund, titles: titlesOf(refund, bill.lines) }),
  }))
}

/** Of a bill of one line it need not be said what came back. */
function titlesOf(
  refund: Pick<Purchase['refunds'][number], 'lines'>,
  lines: Purchase['bill']['lines'],
): string[] {
  if (lines.length === 1) return []
  const named = new Set(refund.lines.map(({ lineNo }) => lineNo))
  return lines.filter(({ lineNo }) => named.has(lineNo)).map(({ title }) => title)
}

/** A row of the store's list. */
export function purchaseRowOf(purchase: Purchase): PurchaseRow {
  const { maskedName, storeId, businessOn, isForgotten } = purchase
  const { billFen, couponOffFen } = purchase.bill
  return {
    ...myPurchaseRowOf(purchase),
    ...{ maskedName, storeId, businessOn, isForgotten, billFen, couponOffFen },
    refundedAt: purchase.refunds.at(-1)?.at ?? null,
  }
}

/** A row of the member's own list. */
export function myPurchaseRowOf(purchase: Purchase): MyPurchaseRow {
  const { _id: purchaseId, storeName, receiptNo, settledAt, state, refundedFen } = purchase
  const { paidFen, earnedPoints } = purchase.bill
  return {
    ...{ purchaseId, storeName, paidFen, earnedPoints, receiptNo },
    ...{ settledAt, state, refundedFen },
  }
}

/** Somebody has booked this receipt before. */
export function receiptUsed({ settledAt, storeName, bill }: Purchase): Refusal {
  return refuse('RECEIPT_USED', { field: 'receiptNo', settledAt, storeName, paidFen: bill.paidFen })
}
