/**
 * What a member paid for an entry of a group-buy list, as one purchase in her books, whenever it is
 * paid: so points, levels, gifts, refunds and care see it like any other.
 */
import { LISTS_TILL } from '../../shared/closings/day-closing'
import { maskName } from '../../shared/masked-name'
import { billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { earnRuleFor } from '../../shared/rules/member-tier'
import { type Book, openBook, post } from '../points/ledger'
import { isOnItsWayBack } from '../runtime/belongings'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { storeNameOf } from '../runtime/roles'
import type { Company } from './companions-in-transaction'
import type { Purchase } from './purchase-document'
import { enterPurchase } from './purchase-in-transaction'
import { insertPurchase } from './repository'

/** One entry, as it was settled. */
export interface ListSale {
  readonly entryId: string
  readonly mergeId?: string | null | undefined
  /** The name that she joined by. */
  readonly name: string
  readonly storeId: string
  /** By WeChat, where it goes back as well. */
  readonly isOnline: boolean
  /** What it got, with what it cost: nothing of 0 fen. */
  readonly lines: readonly {
    readonly title: string
    readonly amountFen: number
    readonly category: string | null
  }[]
}

interface Selling {
  readonly memberId: string
  readonly sales: readonly ListSale[]
  /** Who took the money, or the owner where nobody did. */
  readonly settledBy: string
  /** Read before the transaction, by `companyFor('list', shop)`. */
  readonly company: Company
}

type SellingContext = Pick<Context, 'shop' | 'todayOn' | 'now'>

export const purchaseIdOf = (entryId: string): string => `list:${entryId}`

/**
 * Books sales of one member, each once by its entry. Refuses BUSY while a merge takes an entry to
 * another account, and what a companion refuses.
 */
export async function bookListSales(
  tx: Transaction,
  selling: Selling,
  context: SellingContext,
): Promise<Outcome<null>> {
  let book = await openBook(tx, selling.memberId, context)
  const purchases: Purchase[] = []
  for (const sale of selling.sales) {
    const { mergeId = null } = sale
    if (isOnItsWayBack({ mergeId }, book.account.mergedFrom)) return refuse('BUSY')
    const entered = await enterSale(tx, book, { ...selling, sale, context })
    if (!entered.ok) return entered
    book = entered.value.book
    purchases.push(entered.value.purchase)
  }
  await post(tx, book)
  for (const purchase of purchases) await insertPurchase(tx, purchase)
  return accept(null)
}

interface OneSale extends Selling {
  readonly sale: ListSale
  readonly context: SellingContext
}

function enterSale(tx: Transaction, book: Book, { sale, settledBy, company, context }: OneSale) {
  const { shop, todayOn, now } = context
  const { entryId, storeId, isOnline } = sale
  const earnRule = earnRuleFor(book.account, context)
  const lines = sale.lines.map(({ title, amountFen, category }) => ({
    ...{ title, amountFen, isExcluded: false },
    ...(category === null ? {} : { category }),
  }))
  const billFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const goods = { billFen, excludedFen: 0, lines, freightFen: 0, coupons: null }
  const bill = billFor({ ...goods, todayOn, earned: book.account.earned }, earnRule)
  if (!bill.ok) return bill
  return enterPurchase(tx, book, {
    company,
    sale: {
      ...{ _id: purchaseIdOf(entryId), listEntryId: entryId, memberId: book.account._id },
      ...{ maskedName: maskName(sale.name), storeId },
      storeName: storeNameOf(shop, storeId) ?? storeId,
      ...{ businessOn: todayOn, isForgotten: false, tillNo: LISTS_TILL, receiptNo: null },
      ...{ bill: bill.value, couponIds: [], earnRule, settledAt: now, settledBy },
      ...{ importedBy: null, requestHash: entryId },
      ...(isOnline ? { paidOnline: { what: 'entry', thingId: entryId } } : {}),
    },
  })
}
