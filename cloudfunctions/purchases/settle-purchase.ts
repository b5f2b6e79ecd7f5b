import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import type { ProposedBill } from '../../shared/purchases/points-payment'
import { admitSettle, billFor, receiptKeyOf, rememberSettle } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import { readCoupon, verifyCoupon } from '../coupons/repository'
import { openBook } from '../points/ledger'
import { isOnItsWayBack } from '../runtime/belongings'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded, sameOrRefused } from '../runtime/once'
import { storeOf } from '../runtime/roles'
import { readShown, type Shown } from '../runtime/shown-code'
import { enterPurchase } from './enter-purchase'
import { type KnownMember, recogniseMember } from './recognise-member'
import { billLinesOf, purchaseByReceipt, readPurchase } from './repository'
import { confirmedFor, markUsed, spendConfirmed } from './spend-proposal'
import { admitAmount } from './till-cap'

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

/**
 * Books one purchase at the till: bill, coupon, payment, points. Refuses what the code, the
 * coupon or the bill refuse, PURCHASE_OVER_CAP, PURCHASE_REPEAT, RECEIPT_USED, SELF_SERVICE; of
 * points that pay a part of it, POINTS_NOT_CONFIRMED and what else `admitUse` refuses.
 */
export const settlePurchase: UseCase<typeof purchases.settle> = async (input, context) => {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(context.staff, context.shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const { memberNumber } = shown.value
  const { billFen, excludedFen, couponId = null, tillNo = null, receiptNo = null } = input
  const receipt = { storeId: store.value.storeId, tillNo, receiptNo }
  const { requestKey: purchaseId, todayOn: businessOn } = context
  const receiptKey = receiptKeyOf({ purchaseId, businessOn, ...receipt })
  const wish = { input, shown: shown.value, store: store.value, context, receiptKey }
  const meaning = { memberNumber, billFen, excludedFen, couponId, ...partsOf(input), ...receipt }
  const find = () => readPurchase(purchaseId)
  return recorded<SettleAnswer>(context, { meaning, find }, ({ hash }) =>
    bookPurchase({ ...wish, hash }),
  )
}

/** Said only where it is there: a bill without any of these means what it always meant. */
function partsOf({ lines, freightFen, proposalId }: Wish['input']) {
  return {
    ...(proposalId === undefined ? {} : { proposalId }),
    ...(lines ? { lines: JSON.stringify(lines) } : {}),
    ...(freightFen > 0 ? { freightFen } : {}),
  }
}

async function bookPurchase(wish: Wish): Promise<Outcome<SettleAnswer>> {
  const { store, input, context } = wish
  const member = await recogniseMember(wish.shown, store.storeId, context)
  if (!member.ok) return member
  const admitted = admitAmount(input.billFen, store, context)
  if (!admitted.ok) return admitted
  const outcome = await inTransaction((tx) => settleIn(tx, { ...wish, member: member.value }))
  if (outcome.ok || input.receiptNo === undefined) return outcome
  return (await sameReceipt(wish)) ?? outcome
}

/**
 * A receipt that is booked already says more than a used code does: the same purchase by another
 * request is the first one, unless it was refunded. Null when none is booked.
 */
async function sameReceipt(wish: Wish): Promise<Outcome<SettleAnswer> | null> {
  const first = await purchaseByReceipt(wish.receiptKey)
  if (!first) return null
  const same = sameOrRefused(first.request, wish.hash)
  if (same.ok && first.state === 'settled') return same
  const { settledAt, storeName, paidFen } = first
  return refuse('RECEIPT_USED', { settledAt, storeName, paidFen })
}

async function settleIn(tx: Transaction, sale: Sale): Promise<Outcome<SettleAnswer>> {
  const { input, member, context } = sale
  const { shop, todayOn, requestKey: purchaseId } = context
  const { storeId } = sale.store
  const book = await openBook(tx, member.memberId, context)
  const { recentSettles, earned } = book.account
  // This very request, booked by a parallel call: neither a used code nor a repeat.
  if (recentSettles.some((recent) => recent.purchaseId === purchaseId))
    return refuse('ALREADY_THERE')
  const shown = shownAtTill(sale)
  const admitted = admitSettle(recentSettles, shown, input.repeatConfirmed)
  if (!admitted.ok) return admitted
  const coupon = input.couponId ? await readCoupon(tx, input.couponId, member.memberId) : null
  if (input.couponId && !coupon) return refuse('COUPON_NOT_FOUND')
  if (coupon && isOnItsWayBack(coupon, book.account.mergedFrom)) return refuse('BUSY')
  const proposal = await confirmedFor(tx, input.proposalId, {
    bill: proposedBillOf(sale),
    now: context.now,
  })
  if (!proposal.ok) return proposal
  const points = proposal.value?.points ?? 0
  const paying = points > 0 ? { points, account: book.account, rule: shop.payWithPoints } : null
  const wish = { ...billLinesOf(input), storeId, todayOn, coupon, earned, paying }
  const bill = billFor(wish, shop.earnRule)
  if (!bill.ok) return bill
  const { hash, receiptKey, store } = sale
  const { tillNo = null, receiptNo = null } = input
  const spending = { bill: bill.value, context, storeId, receiptNo }
  const spent = spendConfirmed(book, proposal.value, spending)
  if (!spent.ok) return spent
  const { payableFen: paidFen, earnPoints: earnedPoints } = bill.value
  const remembered = { ...shown, purchaseId, paidFen, earnedPoints }
  const worked = {
    ...{ context, member, store, tillNo, receiptNo, receiptKey, hash, coupon },
    ...{ businessOn: todayOn, isForgotten: false, rule: shop.earnRule, bill: bill.value },
    pointsPaid: spent.value.pointsPaid,
  }
  const counted = { recentSettles: rememberSettle(recentSettles, remembered) }
  const answer = await enterPurchase(tx, spent.value.book, { worked, counted })
  if (coupon) await verifyCoupon(tx, coupon, { purchaseId, storeId, at: context.now })
  await markUsed(tx, proposal.value, purchaseId)
  return accept(answer)
}

function proposedBillOf({ input, member, store, context }: Sale): ProposedBill {
  const { billFen, excludedFen, freightFen, couponId = null } = input
  const { memberId } = member
  const bill = { billFen, excludedFen, freightFen, couponId }
  return { memberId, staffId: context.staff._id, storeId: store.storeId, ...bill }
}

function shownAtTill({ input, store, member, context }: Sale) {
  const hasReceipt = input.receiptNo !== undefined
  const { codeStep } = member
  return { at: context.now, billFen: input.billFen, storeId: store.storeId, codeStep, hasReceipt }
}
