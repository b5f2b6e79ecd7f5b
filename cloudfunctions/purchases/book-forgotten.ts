import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import { admitForgotten, countForgotten } from '../../shared/purchases/forgotten-receipt'
import { billFor, mayBeSameTill, receiptKeyOf } from '../../shared/purchases/purchase'
import { accept, type Outcome } from '../../shared/refusal'
import type { EarnRule } from '../../shared/rules/earning'
import { earnRuleFor } from '../../shared/rules/member-tier'
import { openBook, post } from '../points/ledger'
import { earnRulesOver } from '../rules/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type Company, companyFor } from './companions-in-transaction'
import { receiptUsed, settleAnswerOf } from './purchase-answers'
import type { Purchase } from './purchase-document'
import { enterPurchase } from './purchase-in-transaction'
import { type Counter, counterOf, type KnownMember, recogniseBuyer } from './recognise-member'
import { insertPurchase, purchaseBooked, purchasesNumbered, unnumberedPurchase } from './repository'

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
 * RECEIPT_MONTH_CAP, RECEIPT_USED, PURCHASE_OVER_CAP, SELF_SERVICE.
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
  const [ruleOn, used, scanned] = await Promise.all([
    earnRulesOver(context.shop),
    usedAlready(wish),
    scannedThen(wish, member.value),
  ])
  const before = used ?? scanned
  if (before) return receiptUsed(before)
  const company = await companyFor('forgotten', context.shop)
  const sale = { ...wish, company, rule: ruleOn(input.receiptOn) }
  const outcome = await inTransaction((tx) => enterForgotten(tx, sale, member.value))
  if (outcome.ok) return outcome
  const meanwhile = await usedAlready(wish)
  return meanwhile ? receiptUsed(meanwhile) : outcome
}

/**
 * A receipt that is booked already says more than a month that is full. Where either did not say
 * its till, the number with the same bill is the same receipt.
 */
async function usedAlready({ input, receipt, context }: Forgotten): Promise<Purchase | null> {
  const receiptKey = receiptKeyOf({ purchaseId: context.requestKey, ...receipt })
  const { receiptNo, tillNo, ...day } = receipt
  const first = (await purchasesNumbered({ ...day, receiptNos: [receiptNo] })).find(
    (known) =>
      known.receiptKey === receiptKey ||
      (known.bill.billFen === input.billFen && mayBeSameTill(known.tillNo, tillNo)),
  )
  return first && first._id !== context.requestKey ? first : null
}

/** Her code was scanned then, and nobody typed the number: the same bill is the same purchase. */
function scannedThen({ input, receipt }: Forgotten, { memberId }: KnownMember) {
  const { storeId, businessOn } = receipt
  return unnumberedPurchase({ memberId, storeId, businessOn, billFen: input.billFen })
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
  const entered = await enterPurchase(tx, book, { sale, company })
  if (!entered.ok) return entered
  await post(tx, entered.value.book, { forgotten: countForgotten(forgotten, todayOn) })
  await insertPurchase(tx, entered.value.purchase)
  return accept(settleAnswerOf(entered.value.purchase))
}
