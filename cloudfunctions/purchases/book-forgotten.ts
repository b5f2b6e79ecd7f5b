import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { purchases, SettleAnswer } from '../../shared/contract/purchases'
import { admitForgotten, countForgotten } from '../../shared/purchases/forgotten-receipt'
import { billFor, mayBeSameTill, receiptKeyOf } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { EarnRule } from '../../shared/rules/earning'
import type { Store } from '../../shared/rules/shop'
import { openBook } from '../points/ledger'
import { earnRulesOver } from '../rules/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { storeOf } from '../runtime/roles'
import { readShown, type Shown } from '../runtime/shown-code'
import { enterPurchase } from './enter-purchase'
import type { Purchase } from './purchase-document'
import { type KnownMember, recogniseMember } from './recognise-member'
import { purchasesNumbered, readPurchase, unnumberedPurchase } from './repository'
import { admitAmount } from './till-cap'

interface Forgotten {
  readonly input: ParsedInputOf<typeof purchases.bookForgotten>
  readonly shown: Shown
  readonly store: Store
  readonly context: StaffContext
  readonly hash: string
  readonly receiptKey: string
}

/**
 * 补积分: books a purchase whose code was forgotten, by its old receipt: at the receipt's date, by
 * the rule that was in force then. Refuses what the code refuses, RECEIPT_TOO_OLD,
 * RECEIPT_MONTH_CAP, RECEIPT_USED, PURCHASE_OVER_CAP, SELF_SERVICE.
 */
export const bookForgotten: UseCase<typeof purchases.bookForgotten> = async (input, context) => {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(context.staff, context.shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const { billFen, excludedFen, receiptOn, receiptNo, tillNo = null } = input
  const receipt = { storeId: store.value.storeId, tillNo, receiptNo }
  const { memberNumber } = shown.value
  const wish = {
    input,
    shown: shown.value,
    store: store.value,
    context,
    receiptKey: receiptKeyOf({
      purchaseId: context.requestKey,
      businessOn: receiptOn,
      ...receipt,
    }),
  }
  const meaning = { memberNumber, billFen, excludedFen, receiptOn, ...receipt }
  const find = () => readPurchase(context.requestKey)
  return recorded<SettleAnswer>(context, { meaning, find }, ({ hash }) =>
    bookByReceipt({ ...wish, hash }),
  )
}

async function bookByReceipt(wish: Forgotten): Promise<Outcome<SettleAnswer>> {
  const { store, input, context } = wish
  const member = await recogniseMember(wish.shown, store.storeId, context)
  if (!member.ok) return member
  const admitted = admitAmount(input.billFen, store, context)
  if (!admitted.ok) return admitted
  const [ruleOn, used, scanned] = await Promise.all([
    earnRulesOver(context.shop),
    usedAlready(wish),
    scannedThen(wish, member.value),
  ])
  const before = used ?? scanned
  if (before) return receiptUsed(before)
  const sale = { ...wish, rule: ruleOn(input.receiptOn) }
  const outcome = await inTransaction((tx) => enterForgotten(tx, sale, member.value))
  if (outcome.ok) return outcome
  const meanwhile = await usedAlready(wish)
  return meanwhile ? receiptUsed(meanwhile) : outcome
}

function receiptUsed({ settledAt, storeName, paidFen }: Purchase): Outcome<SettleAnswer> {
  return refuse('RECEIPT_USED', { settledAt, storeName, paidFen })
}

/**
 * A receipt that is booked already says more than a month that is full. Where either did not say
 * its till, the number with the same bill is the same receipt.
 */
async function usedAlready(wish: Forgotten): Promise<Purchase | null> {
  const { input, store, receiptKey, context } = wish
  const { receiptOn: businessOn, receiptNo, tillNo = null, billFen } = input
  const receipt = { storeId: store.storeId, businessOn, receiptNos: [receiptNo] }
  const first = (await purchasesNumbered(receipt)).find(
    (known) =>
      known.receiptKey === receiptKey ||
      (known.billFen === billFen && mayBeSameTill(known.tillNo, tillNo)),
  )
  return first && first._id !== context.requestKey ? first : null
}

/** Her code was scanned then, and nobody typed the number: the same bill is the same purchase. */
function scannedThen({ input, store }: Forgotten, { memberId }: KnownMember) {
  const { receiptOn: businessOn, billFen } = input
  return unnumberedPurchase({ memberId, storeId: store.storeId, businessOn, billFen })
}

async function enterForgotten(
  tx: Transaction,
  { input, store, context, hash, receiptKey, rule }: Forgotten & { rule: EarnRule },
  member: KnownMember,
): Promise<Outcome<SettleAnswer>> {
  const { shop, todayOn } = context
  const { billFen, excludedFen, receiptOn, receiptNo, tillNo = null } = input
  const book = await openBook(tx, member.memberId, context)
  const { earned, forgotten } = book.account
  const admitted = admitForgotten({ receiptOn, todayOn }, forgotten, shop.forgottenReceipt)
  if (!admitted.ok) return admitted
  const bill = billFor(
    {
      ...{ billFen, excludedFen, lines: null, freightFen: 0, coupon: null, earned },
      ...{ storeId: store.storeId, todayOn: receiptOn },
    },
    rule,
  )
  if (!bill.ok) return bill
  const worked = {
    ...{ context, member, store, tillNo, receiptNo, receiptKey, hash, rule },
    ...{ businessOn: receiptOn, isForgotten: true, bill: bill.value, coupon: null },
    pointsPaid: null,
  }
  const counted = { forgotten: countForgotten(forgotten, todayOn) }
  return accept(await enterPurchase(tx, book, { worked, counted }))
}
