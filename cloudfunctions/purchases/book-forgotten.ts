import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import { admitForgotten, countForgotten } from '../../shared/purchases/forgotten-receipt'
import { billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { EarnRule } from '../../shared/rules/earning'
import { earnRuleFor } from '../../shared/rules/member-tier'
import { openBook, post } from '../points/ledger'
import { earnRulesOver } from '../rules/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type Company, companyFor } from './companions-in-transaction'
import { settleAnswerOf } from './purchase-answers'
import { enterPurchase } from './purchase-in-transaction'
import { type Counter, counterOf, type KnownMember, recogniseBuyer } from './recognise-member'
import { insertPurchase, purchaseBooked, purchasesBeside } from './repository'
import { admitBeside, bookedBeside, membershipsOf } from './same-bill-in-transaction'

interface Forgotten extends Counter {
  readonly input: ParsedInputOf<typeof purchases.bookForgotten>
  readonly context: StaffContext
  readonly receipt: {
    readonly storeId: string
    readonly businessOn: string
    readonly tillNo: string | null
    readonly receiptNo: string
  }
  readonly hash: string
}

/**
 * 补积分: books a purchase whose code was forgotten, by its old receipt: at the receipt's date, by
 * the rule that was in force then. Refuses what the code refuses, RECEIPT_TOO_OLD,
 * RECEIPT_MONTH_CAP, RECEIPT_USED, PURCHASE_OVER_CAP, SELF_SERVICE; asks RECEIPT_REPEAT for what
 * may be booked already.
 */
export const bookForgotten: UseCase<typeof purchases.bookForgotten> = async (input, context) => {
  const counter = counterOf(input, context)
  if (!counter.ok) return counter
  const { shown, store } = counter.value
  const { billFen, excludedFen, receiptOn, receiptNo, tillNo = null } = input
  const place = { storeId: store.storeId, tillNo, receiptNo }
  const { memberNumber } = shown
  const meaning = { memberNumber, billFen, excludedFen, receiptOn, ...place }
  const receipt = { ...place, businessOn: receiptOn }
  const find = () => purchaseBooked(context.requestKey)
  return recorded<SettleAnswer>(context, { meaning, find }, ({ hash }) =>
    bookByReceipt({ ...counter.value, input, context, receipt, hash }),
  )
}

async function bookByReceipt(wish: Forgotten): Promise<Outcome<SettleAnswer>> {
  const { input, context } = wish
  const member = await recogniseBuyer(wish, input.billFen, context)
  if (!member.ok) return member
  const [ruleOn, company] = await Promise.all([
    earnRulesOver(context.shop),
    companyFor('forgotten', context.shop),
  ])
  const sale = { ...wish, company, rule: ruleOn(input.receiptOn) }
  return bookedBeside((tx) => enterForgotten(tx, sale, member.value))
}

interface Receipted extends Forgotten {
  readonly company: Company
  /** What was in force on the receipt's date. */
  readonly rule: EarnRule
}

async function enterForgotten(
  tx: Transaction,
  { input, store, context, receipt, hash, rule, company }: Receipted,
  { memberId, maskedName }: KnownMember,
): Promise<Outcome<SettleAnswer>> {
  const { shop, todayOn, now, requestKey, staff } = context
  const { billFen, excludedFen, receiptOn } = input
  const book = await openBook(tx, memberId, context)
  const { earned, forgotten } = book.account
  const whose = { memberId, memberIds: membershipsOf(book) }
  const marks = { ...receipt, ...whose, sumsFen: [billFen], dated: { by: 'hand' } } as const
  const booked = await purchasesBeside([marks])
  // This very request, booked by a parallel call.
  if (booked.some(({ _id }) => _id === requestKey)) return refuse('ALREADY_THERE')
  // A receipt that is booked already says more than a month that is full.
  const beside = admitBeside(marks, booked, input.repeatConfirmed)
  if (!beside.ok) return beside
  const admitted = admitForgotten({ receiptOn, todayOn }, forgotten, shop.forgottenReceipt)
  if (!admitted.ok) return admitted
  const goods = { billFen, excludedFen, lines: null, freightFen: 0, coupons: null }
  const earnRule = earnRuleFor(book.account, context, rule)
  const bill = billFor({ ...goods, todayOn: receiptOn, earned }, earnRule)
  if (!bill.ok) return bill
  const sale = {
    ...{ _id: requestKey, memberId, maskedName, ...receipt, storeName: store.name },
    ...{ isForgotten: true, bill: bill.value, couponIds: [], earnRule },
    ...{ settledAt: now, settledBy: staff._id, importedBy: null, requestHash: hash },
  }
  const entered = await enterPurchase(tx, book, { sale, company, ...beside.value })
  if (!entered.ok) return entered
  await post(tx, entered.value.book, { forgotten: countForgotten(forgotten, todayOn) })
  await insertPurchase(tx, entered.value.purchase)
  return accept(settleAnswerOf(entered.value.purchase))
}
