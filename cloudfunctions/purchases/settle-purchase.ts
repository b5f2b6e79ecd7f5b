import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import { countEarned, earnedExpiryOf, releasedOn } from '../../shared/earning'
import { earnOrHold, releasesOnOf } from '../../shared/pending'
import type { LedgerStep } from '../../shared/points-account'
import {
  admitSettle,
  type Bill,
  billFor,
  receiptKeyOf,
  rememberSettle,
} from '../../shared/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/shop'
import { type Coupon, readCoupon, verifyCoupon } from '../coupons/repository'
import { enter, openBook, post } from '../points/ledger'
import { meaningHashOf, type StaffContext, type UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { onceOnly, sameOrRefused } from '../runtime/once'
import { managesStore, storeOf } from '../runtime/roles'
import { readShown, type Shown } from '../runtime/shown-code'
import type { Purchase } from './purchase-document'
import { type KnownMember, recogniseMember } from './recognise-member'
import { billLinesOf, insertPurchase, purchaseByReceipt, readPurchase } from './repository'

interface Wish {
  readonly input: ParsedInputOf<typeof purchases.settle>
  readonly shown: Shown
  readonly store: Store
  readonly context: StaffContext
  readonly hash: string
  readonly receiptKey: string
}

/** A wish whose member is known. */
interface Sale extends Wish {
  readonly member: KnownMember
}

/** A sale that the rules have worked out. */
interface Settled extends Sale {
  readonly bill: Bill
  readonly coupon: Coupon | null
  readonly answer: SettleAnswer
}

/**
 * Books one purchase at the till: bill, coupon, payment, points. Refuses what the code, the
 * coupon or the bill refuse, PURCHASE_OVER_CAP, PURCHASE_REPEAT, RECEIPT_USED, SELF_SERVICE.
 */
export const settlePurchase: UseCase<typeof purchases.settle> = async (input, context) => {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(context.staff, context.shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const wish: Wish = {
    input,
    shown: shown.value,
    store: store.value,
    context,
    ...meaningOf(input, shown.value, { storeId: store.value.storeId, context }),
  }
  return onceOnly<SettleAnswer>({
    hash: wish.hash,
    find: async () => (await readPurchase(context.requestKey))?.request ?? null,
    book: () => bookPurchase(wish),
  })
}

function meaningOf(
  input: Wish['input'],
  { memberNumber }: Shown,
  { storeId, context }: { storeId: string; context: StaffContext },
): Pick<Wish, 'hash' | 'receiptKey'> {
  const { billFen, excludedFen, couponId = null, tillNo = null, receiptNo = null } = input
  const receipt = { storeId, tillNo, receiptNo }
  const parts = partsOf(input)
  return {
    hash: meaningHashOf({ memberNumber, billFen, excludedFen, couponId, ...parts, ...receipt }),
    receiptKey: receiptKeyOf({
      purchaseId: context.requestKey,
      businessOn: context.todayOn,
      ...receipt,
    }),
  }
}

/** Said only where it is there: a bill without lines and freight means what it always meant. */
function partsOf({ lines, freightFen }: Wish['input']): Record<string, string | number> {
  return {
    ...(lines ? { lines: JSON.stringify(lines) } : {}),
    ...(freightFen > 0 ? { freightFen } : {}),
  }
}

async function bookPurchase(wish: Wish): Promise<Outcome<SettleAnswer> | 'duplicate'> {
  const { store, input, context } = wish
  const member = await recogniseMember(wish.shown, store.storeId, context)
  if (!member.ok) return member
  const capFen = context.shop.purchaseCapFen
  if (input.billFen > capFen && !managesStore(context.staff, store.storeId)) {
    return refuse('PURCHASE_OVER_CAP', { capFen })
  }
  const outcome = await inTransaction((tx) => settleIn(tx, { ...wish, member: member.value }))
  if (outcome !== 'duplicate' && (outcome.ok || input.receiptNo === undefined)) return outcome
  const byReceipt = await sameReceipt(wish)
  return byReceipt === 'duplicate' ? outcome : byReceipt
}

/**
 * A receipt that is booked already says more than a used code does: the same purchase by another
 * request is the first one, unless it was refunded.
 */
async function sameReceipt(wish: Wish): Promise<Outcome<SettleAnswer> | 'duplicate'> {
  const first = await purchaseByReceipt(wish.receiptKey)
  if (!first) return 'duplicate'
  const same = sameOrRefused(first.request, wish.hash)
  if (same.ok && first.state === 'settled') return same
  const { settledAt, storeName, paidFen } = first
  return refuse('RECEIPT_USED', { settledAt, storeName, paidFen })
}

async function settleIn(tx: Transaction, sale: Sale): Promise<Outcome<SettleAnswer> | 'duplicate'> {
  const { input, member, context } = sale
  const { shop, todayOn, requestKey: purchaseId } = context
  const { storeId } = sale.store
  const book = await openBook(tx, member.memberId, context)
  const { recentSettles, earned } = book.account
  // This very request, booked by a parallel call: neither a used code nor a repeat.
  if (recentSettles.some((recent) => recent.purchaseId === purchaseId)) return 'duplicate'
  const shown = shownAtTill(sale)
  const admitted = admitSettle(recentSettles, shown, input.repeatConfirmed)
  if (!admitted.ok) return admitted
  const coupon = input.couponId ? await readCoupon(tx, input.couponId, member.memberId) : null
  if (input.couponId && !coupon) return refuse('COUPON_NOT_FOUND')
  const bill = billFor({ ...billLinesOf(input), storeId, todayOn, coupon, earned }, shop.earnRule)
  if (!bill.ok) return bill
  const entryKey = `purchase:${purchaseId}`
  const step = earnOrHold(book.account, {
    entryKey,
    points: bill.value.earnPoints,
    releasesOn: releasedOn(todayOn, shop.earnRule),
    expiresOn: earnedExpiryOf(todayOn, shop.earnRule),
    storeId,
    receiptNo: input.receiptNo ?? null,
  })
  const answer = answerOf(sale, bill.value, step)
  const { paidFen, earnedPoints } = answer
  const purchase = purchaseOf({ ...sale, bill: bill.value, coupon, answer })
  const words = {
    key: entryKey,
    reason: 'purchase' as const,
    storeId,
    sourceId: purchaseId,
    facts: {
      paidFen,
      receiptNo: purchase.receiptNo,
      releasesOn: answer.releasesOn,
      cap: bill.value.cap,
      excludedFen: bill.value.excludedFen || null,
    },
    rule: shop.earnRule,
  }
  const remembered = { ...shown, purchaseId, paidFen, earnedPoints }
  await post(tx, enter(book, step, words), {
    recentSettles: rememberSettle(recentSettles, remembered),
    earned: countEarned(earned, earnedPoints, todayOn),
  })
  if (coupon) await verifyCoupon(tx, coupon, { purchaseId, storeId, at: context.now })
  await insertPurchase(tx, purchase)
  return accept(answer)
}

function shownAtTill({ input, store, member, context }: Sale) {
  const hasReceipt = input.receiptNo !== undefined
  const { codeStep } = member
  return { at: context.now, billFen: input.billFen, storeId: store.storeId, codeStep, hasReceipt }
}

function answerOf({ member, store, context }: Sale, bill: Bill, step: LedgerStep): SettleAnswer {
  return {
    purchaseId: context.requestKey,
    maskedName: member.maskedName,
    storeId: store.storeId,
    storeName: store.name,
    billFen: bill.billFen,
    excludedFen: bill.excludedFen,
    couponOffFen: bill.couponOffFen,
    paidFen: bill.payableFen,
    earnedPoints: bill.earnPoints,
    cap: bill.cap,
    releasesOn: releasesOnOf(step, `purchase:${context.requestKey}`),
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
    settledAt: context.now,
  }
}

function purchaseOf(settled: Settled): Purchase {
  const { input, receiptKey, hash, member, bill, coupon, answer, context } = settled
  const { shop, todayOn, staff } = context
  const { maskedName, storeId, storeName, billFen, excludedFen, couponOffFen } = answer
  return {
    _id: answer.purchaseId,
    receiptKey,
    memberId: member.memberId,
    maskedName,
    storeId,
    storeName,
    businessOn: todayOn,
    tillNo: input.tillNo ?? null,
    receiptNo: input.receiptNo ?? null,
    billFen,
    excludedFen,
    couponId: coupon?._id ?? null,
    couponOffFen,
    lines: bill.lines,
    freightFen: bill.freightFen,
    pointsPaid: null,
    paidFen: bill.payableFen,
    earnedPoints: bill.earnPoints,
    earnedExpiresOn: earnedExpiryOf(todayOn, shop.earnRule),
    ruleId: shop.earnRule.ruleId,
    ruleVersion: shop.earnRule.version,
    earnRule: shop.earnRule,
    settledAt: answer.settledAt,
    bookedAt: answer.settledAt,
    importedBy: null,
    settledBy: staff._id,
    state: 'settled',
    refunds: [],
    refundedFen: 0,
    request: { hash, answer },
  }
}
