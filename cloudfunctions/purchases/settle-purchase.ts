import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import type { ProposedBill } from '../../shared/purchases/points-payment'
import {
  admitRepeat,
  admitSettle,
  admitSum,
  billFor,
  rememberSettle,
} from '../../shared/purchases/purchase'
import { type BillMarks, sumsOnPaper } from '../../shared/purchases/same-bill'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { earnRuleFor, tierOf } from '../../shared/rules/member-tier'
import type { Coupon } from '../coupons/coupon-document'
import { couponUseAt, onBill, readCoupon, verifyCoupon } from '../coupons/repository'
import { type Book, openBook, post } from '../points/ledger'
import { isOnItsWayBack } from '../runtime/belongings'
import type { StaffContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type Company, companyFor } from './companions-in-transaction'
import { billLinesOf, billWishOf, couponIdsOf, settleAnswerOf } from './purchase-answers'
import type { Purchase } from './purchase-document'
import { enterPurchase, type Sale } from './purchase-in-transaction'
import { type Counter, counterOf, type KnownMember, recogniseBuyer } from './recognise-member'
import { insertPurchase, purchaseBooked, purchasesBeside } from './repository'
import { admitBeside, besideOf, bookedBeside, membershipsOf } from './same-bill-in-transaction'
import { confirmedFor, markUsed, spendConfirmed } from './spend-proposal'

interface Wish extends Counter {
  readonly input: ParsedInputOf<typeof purchases.settle>
  readonly couponIds: readonly string[]
  readonly context: StaffContext
  readonly receipt: Pick<Sale, 'storeId' | 'businessOn' | 'tillNo' | 'receiptNo'>
  readonly hash: string
}

/** A wish whose member is known. */
interface Admitted extends Wish {
  readonly member: KnownMember
  readonly company: Company
}

/**
 * Books one purchase at the till: bill, coupons, payment, points. Refuses what the code, the
 * coupon or the bill refuse, PURCHASE_OVER_CAP, PURCHASE_REPEAT, RECEIPT_REPEAT for what may be
 * booked already, RECEIPT_USED, SELF_SERVICE; of
 * points that pay a part of it, POINTS_NOT_CONFIRMED and what else `admitUse` refuses.
 */
export const settlePurchase: UseCase<typeof purchases.settle> = async (input, context) => {
  const counter = counterOf(input, context)
  if (!counter.ok) return counter
  const { shown, store } = counter.value
  const { billFen, excludedFen, tillNo = null, receiptNo = null } = input
  const couponIds = couponIdsOf(input)
  const place = { storeId: store.storeId, tillNo, receiptNo }
  const { memberNumber } = shown
  const named = { couponIds: couponIds.join() }
  const meaning = { memberNumber, billFen, excludedFen, ...named, ...partsOf(input), ...place }
  const receipt = { ...place, businessOn: context.todayOn }
  const find = () => purchaseBooked(context.requestKey)
  return recorded<SettleAnswer>(context, { meaning, find }, ({ hash }) =>
    bookPurchase({ ...counter.value, input, couponIds, context, receipt, hash }),
  )
}

/** Said only where it is there: a bill without any of these means what it always meant. */
function partsOf({ lines, freightFen, roundOffFen, proposalId }: Wish['input']) {
  return {
    ...(proposalId === undefined ? {} : { proposalId }),
    ...(lines ? { lines: JSON.stringify(lines) } : {}),
    ...(freightFen > 0 ? { freightFen } : {}),
    ...(roundOffFen > 0 ? { roundOffFen } : {}),
  }
}

async function bookPurchase(wish: Wish): Promise<Outcome<SettleAnswer>> {
  const member = await recogniseBuyer(wish, wish.input.billFen, wish.context)
  if (!member.ok) return member
  const company = await companyFor('till', wish.context.shop)
  const admitted = { ...wish, member: member.value, company }
  return bookedBeside((tx) => settleIn(tx, admitted))
}

/**
 * A receipt that is booked already says more than a used code does: the same purchase by another
 * request is the first one, unless it was refunded. Null when nothing is.
 */
function firstOfThis(
  wish: Admitted,
  marks: BillMarks,
  booked: readonly Purchase[],
): SettleAnswer | null {
  const { found } = besideOf(marks, booked)
  const isFirst = found?.like === 'same' && found.bill.requestHash === wish.hash
  return isFirst && found.bill.state === 'settled' ? settleAnswerOf(found.bill) : null
}

/** Before its sums are worked out. */
function marksOfWish({ member, receipt, input, context }: Admitted, book: Book): BillMarks {
  const whose = { memberId: member.memberId, memberIds: membershipsOf(book) }
  const dated = { by: 'clock', at: context.now } as const
  return { ...receipt, ...whose, sumsFen: [input.billFen], dated }
}

async function settleIn(tx: Transaction, wish: Admitted): Promise<Outcome<SettleAnswer>> {
  const { input, member, context, receipt } = wish
  const { shop, todayOn, now, requestKey: purchaseId } = context
  const { storeId } = receipt
  const book = await openBook(tx, member.memberId, context)
  const { recentSettles, earned } = book.account
  // This very request, booked by a parallel call: neither a used code nor a repeat.
  if (recentSettles.some((recent) => recent.purchaseId === purchaseId)) {
    return refuse('ALREADY_THERE')
  }
  const marks = marksOfWish(wish, book)
  const booked = await purchasesBeside([marks])
  const first = firstOfThis(wish, marks, booked)
  if (first) return accept(first)
  // What is only asked about may wait until it is known what is paid.
  const unused = admitBeside(marks, booked, true)
  if (!unused.ok) return unused
  const shown = shownAtTill(wish)
  const admitted = admitSettle(recentSettles, shown, input.repeatConfirmed)
  if (!admitted.ok) return admitted
  const coupons = await couponsIn(tx, wish, book)
  if (!coupons.ok) return coupons
  const sum = admitSum(input.billFen, coupons.value.map(onBill))
  if (!sum.ok) return sum
  const proposal = await confirmedFor(tx, input.proposalId, { asked: askedOf(wish), now })
  if (!proposal.ok) return proposal
  const points = proposal.value?.bill.points.points ?? 0
  const paying = points > 0 ? { points, account: book.account, rule: shop.payWithPoints } : null
  const holder = { id: input.proposalId ?? '', staffId: context.staff._id }
  const use = couponUseAt(storeId, context, { holder, tier: tierOf(book.account, context) })
  const used = { some: coupons.value.map(onBill), use }
  const world = { todayOn, coupons: used, earned, paying }
  const earnRule = earnRuleFor(book.account, context)
  const bill = billFor({ ...billWishOf(input, shop), ...world }, earnRule)
  if (!bill.ok) return bill
  const sumsFen = [...marks.sumsFen, ...sumsOnPaper(bill.value)]
  const repeat = admitRepeat(recentSettles, { ...shown, sumsFen }, input.repeatConfirmed)
  if (!repeat.ok) return repeat
  const beside = admitBeside({ ...marks, sumsFen }, booked, input.repeatConfirmed)
  if (!beside.ok) return beside
  const spent = spendConfirmed(book, proposal.value, { bill: bill.value, context, ...receipt })
  if (!spent.ok) return spent
  const sale = saleOf(wish, { bill: spent.value.bill, earnRule })
  const entered = await enterPurchase(tx, spent.value.book, {
    sale,
    company: wish.company,
    ...beside.value,
  })
  if (!entered.ok) return entered
  const { purchase } = entered.value
  const { paidFen, earnedPoints } = bill.value
  const remembered = { ...shown, purchaseId, paidFen, earnedPoints }
  await post(tx, entered.value.book, { recentSettles: rememberSettle(recentSettles, remembered) })
  await insertPurchase(tx, purchase)
  for (const coupon of coupons.value) {
    await verifyCoupon(tx, coupon, { purchaseId, storeId, staffName: null, at: now })
  }
  await markUsed(tx, proposal.value, purchaseId)
  return accept(settleAnswerOf(purchase))
}

/** One operation at a time in a transaction. Refuses COUPON_NOT_FOUND for what is not hers. */
async function couponsIn(
  tx: Transaction,
  { couponIds, member }: Admitted,
  { account }: Book,
): Promise<Outcome<readonly Coupon[]>> {
  const coupons: Coupon[] = []
  for (const couponId of couponIds) {
    const coupon = await readCoupon(tx, couponId, member.memberId)
    if (!coupon) return refuse('COUPON_NOT_FOUND', { couponId })
    if (isOnItsWayBack(coupon, account.mergedFrom)) return refuse('BUSY')
    coupons.push(coupon)
  }
  return accept(coupons)
}

function saleOf(
  { couponIds, member, store, context, receipt, hash }: Admitted,
  { bill, earnRule }: Pick<Sale, 'bill' | 'earnRule'>,
) {
  const { memberId, maskedName } = member
  return {
    ...{ _id: context.requestKey, memberId, maskedName, ...receipt, storeName: store.name },
    ...{ isForgotten: false, bill, couponIds },
    ...{ earnRule, settledAt: context.now, settledBy: context.staff._id },
    ...{ importedBy: null, requestHash: hash },
  }
}

function askedOf({ input, couponIds, member, store, context }: Admitted): ProposedBill {
  const bill = { ...billLinesOf(input), roundOffFen: input.roundOffFen }
  const [memberId, staffId] = [member.memberId, context.staff._id]
  return { memberId, staffId, storeId: store.storeId, couponIds, bill }
}

function shownAtTill({ input, store, member, context }: Admitted) {
  const hasReceipt = input.receiptNo !== undefined
  const { codeStep } = member
  return { at: context.now, billFen: input.billFen, storeId: store.storeId, codeStep, hasReceipt }
}
