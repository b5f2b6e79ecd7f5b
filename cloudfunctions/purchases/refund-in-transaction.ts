/**
 * How a refund undoes a purchase in the transaction of whoever asks for it: at the store, or for
 * bad goods of a group-buy list.
 */
import type { RefundAnswer } from '../../shared/contract/refunds'
import type { RefundEffect } from '../../shared/purchases/refund'
import type { RefundRecord } from '../../shared/purchases/refund-record'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { countEarned } from '../../shared/rules/earning'
import type { Batch } from '../coupons/batches-in-transaction'
import type { Coupon } from '../coupons/coupon-document'
import { voidBatchOf, withdrawCoupon } from '../coupons/release-in-transaction'
import { namedCoupon, returnCoupon, revokeCoupon } from '../coupons/repository'
import { tell } from '../messages/tell-in-transaction'
import { refundUpTo } from '../payments/order-in-transaction'
import { type Book, enter, openBook, post } from '../points/ledger'
import { isOnItsWayBack } from '../runtime/belongings'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import type { Staff } from '../runtime/people'
import { bookUndone, findWith, toldOf } from './companions-in-transaction'
import type { Purchase } from './purchase-document'
import {
  figuresOf,
  outcomeOf,
  previewHashOf,
  type RefundCase,
  type RefundInput,
  type RefundOutcome,
  shownOf,
  toldRefundOf,
} from './refund-case'
import { savePurchase } from './repository'

/** Why a coupon is void that came with what was refunded. */
const REFUNDED = '送券的那笔消费已退款'

export type RefundWish = RefundInput & { readonly previewHash?: string | undefined }

export interface RefundContext extends Pick<Context, 'shop' | 'todayOn' | 'now' | 'requestKey'> {
  readonly staff: Pick<Staff, '_id' | 'displayName'>
}

export interface RefundAsked {
  readonly wish: RefundWish
  /** What was given for the purchase, read before the transaction. */
  readonly giftIds: readonly string[]
  readonly context: RefundContext
}

/** Undoes it, or parts of its lines; whether she may who asks for it, is asked before. */
export async function refundIn(
  tx: Transaction,
  purchase: Purchase,
  asked: RefundAsked,
): Promise<Outcome<RefundAnswer>> {
  const { wish, context } = asked
  const book = await openBook(tx, purchase.memberId, context)
  if (isOnItsWayBack(purchase, book.account.mergedFrom)) return refuse('BUSY')
  const coupons = await namedIn(tx, purchase.couponIds)
  const gifts = await namedIn(tx, asked.giftIds)
  const company = await findWith(toldOf(purchase, context.todayOn), tx)
  const voidBatches = await voidBatchesOf(tx, coupons)
  const voidBatchIds = new Set(voidBatches.keys())
  const own = { purchase, account: book.account, coupons, gifts }
  const found: RefundCase = { ...own, company, voidBatchIds }
  const outcome = outcomeOf(found, wish, context)
  if (!outcome.ok) return outcome
  const shown = shownOf(found, outcome.value, wish)
  if (wish.previewHash !== undefined && wish.previewHash !== previewHashOf(purchase._id, shown)) {
    return refuse('PREVIEW_STALE')
  }
  await bookRefund(tx, { found, outcome: outcome.value, book, asked, voidBatches })
  const online = await backOnline(tx, purchase, { moneyFen: shown.moneyFen, at: context.now })
  if (!online.ok) return online
  return accept({
    purchaseId: purchase._id,
    refundedFen: shown.moneyFen,
    onlineFen: online.value,
    clawedBackPoints: shown.clawbackPoints - shown.expiredPoints,
    newDebtPoints: shown.newDebtPoints,
    balancePoints: shown.balancePoints,
    debtPoints: shown.debtPoints,
    couponReturned: shown.coupons.length > 0,
    refundedAt: context.now,
    shown,
  })
}

/** What WeChat has of it goes back there by itself; the rest is given back in person. */
async function backOnline(
  tx: Transaction,
  { _id, paidOnline, refunds }: Purchase,
  { moneyFen, at }: { moneyFen: number; at: number },
): Promise<Outcome<number>> {
  if (!paidOnline || moneyFen === 0) return accept(0)
  const cause = `refund:${_id}:${refunds.length + 1}`
  return refundUpTo(tx, paidOnline, { cause, amountFen: moneyFen, at })
}

async function namedIn(tx: Transaction, couponIds: readonly string[]): Promise<Coupon[]> {
  const found: Coupon[] = []
  // One operation at a time in a transaction.
  for (const couponId of couponIds) {
    const coupon = await namedCoupon(couponId, tx)
    if (coupon) found.push(coupon)
  }
  return found
}

/** Of the batches of these coupons those that were voided. */
async function voidBatchesOf(
  tx: Transaction,
  coupons: readonly Coupon[],
): Promise<ReadonlyMap<string, Batch>> {
  const found = new Map<string, Batch>()
  for (const coupon of coupons) {
    const batch = await voidBatchOf(tx, coupon)
    if (batch) found.set(batch._id, batch)
  }
  return found
}

interface Booking {
  readonly found: RefundCase
  readonly voidBatches: ReadonlyMap<string, Batch>
  readonly outcome: RefundOutcome
  readonly book: Book
  readonly asked: RefundAsked
}

async function bookRefund(tx: Transaction, booking: Booking) {
  const { found, outcome, book, asked } = booking
  const { effect } = outcome
  const { purchase, company } = found
  const { context } = asked
  const { isShopFault } = asked.wish
  const { storeId } = purchase
  const told = toldRefundOf(purchase, effect, context.todayOn)
  const after = entered(book, effect, purchase)
  await post(tx, await bookUndone(tx, after, { all: company, told, shop: context.shop }), {
    earned: countEarned(book.account.earned, -effect.clawbackPoints, purchase.businessOn),
  })
  await moveCoupons(tx, booking)
  await savePurchase(tx, {
    ...purchase,
    state: effect.isFull ? 'refunded' : 'partlyRefunded',
    refunds: [...purchase.refunds, recordOf(outcome, { isShopFault, storeId }, context)],
    refundedFen: purchase.refundedFen + effect.moneyFen,
  })
}

/** What it used comes back, unless its batch is void; what was given for it goes. */
async function moveCoupons(
  tx: Transaction,
  { found, outcome: { effect }, book, asked: { context }, voidBatches }: Booking,
): Promise<void> {
  const returnedIds = effect.returnedCoupons.map(({ couponId }) => couponId)
  for (const coupon of found.coupons) {
    const batch = voidBatches.get(coupon.batchId ?? '')
    if (returnedIds.includes(coupon._id)) await returnCoupon(tx, coupon, context)
    if (batch && effect.withdrawnCouponIds.includes(coupon._id)) {
      await withdrawCoupon(tx, { coupon, batch }, context)
    }
  }
  for (const gift of found.gifts) {
    if (!effect.voidedGiftIds.includes(gift._id)) continue
    await revokeCoupon(tx, gift)
    await tell(tx, {
      // Who has it by now has lost it.
      memberId: gift.transferred ? gift.memberId : book.account._id,
      ...{ source: gift._id, at: context.now, kind: 'couponVoided' },
      facts: { couponTitle: gift.title, reason: REFUNDED },
    })
  }
}

/** The refund's steps in the member's chain: their keys carry its number within the purchase. */
function entered(book: Book, { steps, moneyFen }: RefundEffect, purchase: Purchase): Book {
  const key = `refund:${purchase._id}:${purchase.refunds.length + 1}`
  const words = {
    storeId: purchase.storeId,
    sourceId: purchase._id,
    facts: { paidFen: moneyFen, receiptNo: purchase.receiptNo },
    rule: purchase.earnRule,
  }
  return steps.reduce((before, { does, step }, position) => {
    const reason = does === 'takes' ? 'purchaseRefunded' : 'paidPointsReturned'
    return enter(before, step, {
      ...{ ...words, reason },
      key: position === 0 ? key : `${key}:${position + 1}`,
    })
  }, book)
}

function recordOf(
  { effect, undone }: RefundOutcome,
  { isShopFault, storeId }: Pick<RefundWish, 'isShopFault'> & Pick<Purchase, 'storeId'>,
  { now, staff, requestKey }: RefundContext,
): RefundRecord {
  const { returnedCoupons, voidedGiftIds } = effect
  return {
    ...{ requestKey, at: now, staffId: staff._id, staffName: staff.displayName, storeId },
    ...{ ...figuresOf(effect), isShopFault, returnedCoupons },
    ...{ voidedCount: voidedGiftIds.length, undoneWith: undone.lines },
  }
}
