import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import { earnedExpiryOf } from '../../shared/earning'
import { earn } from '../../shared/ledger'
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
import { type KnownMember, recogniseMember } from './recognise-member'
import { insertPurchase, type Purchase, purchaseByReceipt, readPurchase } from './repository'

interface Wish {
  readonly input: ParsedInputOf<typeof purchases.settle>
  readonly shown: Shown
  readonly store: Store
  readonly hash: string
  readonly receiptKey: string
}

/**
 * Books one purchase at the till: bill, coupon, payment, points. Refuses what the code, the
 * coupon or the bill refuse, PURCHASE_OVER_CAP, PURCHASE_REPEAT, RECEIPT_USED, SELF_SERVICE.
 */
export const settlePurchase: UseCase<typeof purchases.settle> = async (input, context) => {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const wish = wishOf(input, shown.value, store.value, context)
  const outcome = await onceOnly<SettleAnswer>({
    hash: wish.hash,
    find: async () => (await readPurchase(context.requestKey))?.request ?? null,
    book: () => bookPurchase(wish, context),
  })
  return outcome
}

function wishOf(input: Wish['input'], shown: Shown, store: Store, context: StaffContext): Wish {
  const { billFen, excludedFen, couponId = null, tillNo = null, receiptNo = null } = input
  const { storeId } = store
  const { memberNumber } = shown
  const hash = meaningHashOf({
    memberNumber,
    storeId,
    billFen,
    excludedFen,
    couponId,
    tillNo,
    receiptNo,
  })
  const receiptKey = receiptKeyOf({
    purchaseId: context.requestKey,
    storeId,
    businessOn: context.todayOn,
    tillNo,
    receiptNo,
  })
  return { input, shown, store, hash, receiptKey }
}

async function bookPurchase(
  wish: Wish,
  context: StaffContext,
): Promise<Outcome<SettleAnswer> | 'duplicate'> {
  const { store, input } = wish
  const member = await recogniseMember(wish.shown, store.storeId, context)
  if (!member.ok) return member
  const capFen = context.shop.purchaseCapFen
  if (input.billFen > capFen && !managesStore(context.staff, store.storeId)) {
    return refuse('PURCHASE_OVER_CAP', { capFen })
  }
  const outcome = await inTransaction((tx) => settleIn(tx, wish, member.value, context))
  return outcome === 'duplicate' ? sameReceipt(wish) : outcome
}

/** The `_id` or the receipt is taken: the same purchase by another request is the first one. */
async function sameReceipt(wish: Wish): Promise<Outcome<SettleAnswer> | 'duplicate'> {
  const first = await purchaseByReceipt(wish.receiptKey)
  if (!first) return 'duplicate'
  const same = sameOrRefused(first.request, wish.hash)
  return same.ok
    ? same
    : refuse('RECEIPT_USED', {
        settledAt: first.settledAt,
        storeName: first.storeName,
        paidFen: first.paidFen,
      })
}

async function settleIn(
  tx: Transaction,
  wish: Wish,
  member: KnownMember,
  context: StaffContext,
): Promise<Outcome<SettleAnswer>> {
  const { input, store } = wish
  const { shop, now, todayOn, requestKey: purchaseId } = context
  const { storeId } = store
  const book = await openBook(tx, member.memberId, context)
  const hasReceipt = input.receiptNo !== undefined
  const settle = { at: now, billFen: input.billFen, storeId, codeStep: member.codeStep, hasReceipt }
  const { recentSettles } = book.account
  const admitted = admitSettle(recentSettles, settle, input.repeatConfirmed)
  if (!admitted.ok) return admitted
  const coupon = input.couponId ? await readCoupon(tx, input.couponId, member.memberId) : null
  if (input.couponId && !coupon) return refuse('COUPON_NOT_FOUND')
  const { billFen, excludedFen } = input
  const bill = billFor({ billFen, excludedFen, storeId, todayOn, coupon }, shop.earnRule)
  if (!bill.ok) return bill
  const { payableFen: paidFen, earnPoints: earnedPoints } = bill.value
  const step = earn(book.account, earnedPoints, earnedExpiryOf(todayOn, shop.earnRule))
  const answer: SettleAnswer = {
    purchaseId,
    maskedName: member.maskedName,
    storeId,
    storeName: store.name,
    billFen,
    excludedFen,
    couponOffFen: bill.value.couponOffFen,
    paidFen,
    earnedPoints,
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
    settledAt: now,
  }
  const purchase = purchaseOf(wish, member, context, { bill: bill.value, coupon, answer })
  const remembered = { ...settle, purchaseId, paidFen, earnedPoints }
  await post(
    tx,
    enter(book, step, context, {
      key: `purchase:${purchaseId}`,
      reason: 'purchase',
      storeId,
      sourceId: purchaseId,
      facts: { paidFen, receiptNo: purchase.receiptNo },
      rule: shop.earnRule,
    }),
    { recentSettles: rememberSettle(recentSettles, remembered) },
  )
  if (coupon) await verifyCoupon(tx, coupon, { purchaseId, storeId, at: now })
  await insertPurchase(tx, purchase)
  return accept(answer)
}

function purchaseOf(
  wish: Wish,
  member: KnownMember,
  context: StaffContext,
  settled: { bill: Bill; coupon: Coupon | null; answer: SettleAnswer },
): Purchase {
  const { input, store, receiptKey, hash } = wish
  const { shop, now, todayOn, staff, requestKey } = context
  const { bill, coupon, answer } = settled
  return {
    _id: requestKey,
    receiptKey,
    memberId: member.memberId,
    maskedName: member.maskedName,
    storeId: store.storeId,
    storeName: store.name,
    businessOn: todayOn,
    tillNo: input.tillNo ?? null,
    receiptNo: input.receiptNo ?? null,
    billFen: bill.billFen,
    excludedFen: bill.excludedFen,
    couponId: coupon?._id ?? null,
    couponOffFen: bill.couponOffFen,
    paidFen: bill.payableFen,
    earnedPoints: bill.earnPoints,
    earnedExpiresOn: earnedExpiryOf(todayOn, shop.earnRule),
    ruleId: shop.earnRule.ruleId,
    ruleVersion: shop.earnRule.version,
    settledAt: now,
    settledBy: staff._id,
    state: 'settled',
    refund: null,
    request: { hash, answer },
  }
}
