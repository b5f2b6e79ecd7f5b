/** The purchases' collection. A purchase is written in the transaction that books its points. */
import { startOfDateAt } from '../../shared/business-date'
import { LISTS_TILL, NO_TILL } from '../../shared/closings/day-closing'
import type { ProposalView } from '../../shared/contract/points-payment'
import type { PurchaseSearch } from '../../shared/purchases/purchase-search'
import { type BillMarks, daysAround, memberIdsOf } from '../../shared/purchases/same-bill'
import { foldNumber } from '../../shared/reading/receipt'
import { aggregate, command, findWhere, getById, type Transaction } from '../runtime/database'
import { type ProposalDocument, proposalViewOf } from './proposals'
import { settleAnswerOf } from './purchase-answers'
import type { Purchase, PurchaseDocument } from './purchase-document'

export function readPurchase(purchaseId: string, tx?: Transaction): Promise<Purchase | null> {
  return tx
    ? tx.get<PurchaseDocument>('purchases', purchaseId)
    : getById<PurchaseDocument>('purchases', purchaseId)
}

/** What a request meant and was answered that booked a purchase, if it did. */
export async function purchaseBooked(purchaseId: string) {
  const booked = await readPurchase(purchaseId)
  return booked && { request: { hash: booked.requestHash, answer: settleAnswerOf(booked) } }
}

const KEYS_AT_ONCE = 100
const SUMMED_AT_ONCE = 500
/** A shop's day may begin up to 23 hours late. */
const LONGEST_DAY_MS = 47 * 3_600_000
/** A hundred numbers of a handful of tills; the platform answers no more at once. */
const MAX_NUMBERED = 1_000
/** Far more tills than a store has. */
const MAX_TILLS_SEEN = 1_000

/** Those of one store's day that carry a receipt number, however it is spelled and of any till. */
export function purchasesNumbered(
  day: { readonly storeId: string; readonly businessOn: string },
  receiptNo: string,
): Promise<Purchase[]> {
  const filter = { ...day, receiptFold: foldNumber(receiptNo) }
  return findWhere<PurchaseDocument>('purchases', filter, { limit: MAX_NUMBERED })
}

/**
 * All that may be one of some bills: those of the same folded number on the days around, and of her
 * own those without a number, or for a wish without one those with. A call for each hundred,
 * and more where many tills share their numbers.
 */
export async function purchasesBeside(wishes: readonly BillMarks[]): Promise<Purchase[]> {
  const found: Purchase[] = []
  for (let from = 0; from < wishes.length; from += KEYS_AT_ONCE) {
    found.push(...(await besideSome(wishes.slice(from, from + KEYS_AT_ONCE))))
  }
  return found
}

/** Many tills that begin anew every day have more of some numbers than one answer holds. */
async function besideSome(wishes: readonly BillMarks[]): Promise<Purchase[]> {
  const filter = command.or([...sameNumbers(wishes), ...ofHerOwn(wishes)])
  const found = await findWhere<PurchaseDocument>('purchases', filter, { limit: MAX_NUMBERED })
  if (found.length < MAX_NUMBERED || wishes.length === 1) return found
  const middle = Math.ceil(wishes.length / 2)
  const first = await besideSome(wishes.slice(0, middle))
  return uniqueById([...first, ...(await besideSome(wishes.slice(middle)))])
}

/** By store and day: so many days of so many numbers would find what nobody asked for. */
function sameNumbers(wishes: readonly BillMarks[]): object[] {
  const days = new Map<string, { storeId: string; businessOn: object; folds: string[] }>()
  for (const { storeId, businessOn, receiptNo } of wishes) {
    if (receiptNo === null) continue
    const day = days.get(`${storeId}/${businessOn}`) ?? {
      ...{ storeId, businessOn: command.in([...daysAround(businessOn)]), folds: [] },
    }
    day.folds.push(foldNumber(receiptNo))
    days.set(`${storeId}/${businessOn}`, day)
  }
  return [...days.values()].map(({ folds, ...day }) => ({
    ...day,
    receiptFold: command.in(unique(folds)),
  }))
}

function ofHerOwn(wishes: readonly BillMarks[]): object[] {
  return [true, false].flatMap((hasNumber) => {
    const some = wishes.filter(({ receiptNo }) => (receiptNo !== null) === hasNumber)
    if (some.length === 0) return []
    const days = unique(some.flatMap(({ businessOn }) => daysAround(businessOn))).sort()
    const until = startOfDateAt(days.at(-1) ?? '') + LONGEST_DAY_MS
    return {
      memberId: command.in(unique(some.flatMap(memberIdsOf))),
      settledAt: command.gte(startOfDateAt(days[0] ?? '')).and(command.lt(until)),
      storeId: command.in(unique(some.map(({ storeId }) => storeId))),
      businessOn: command.in(days),
      receiptNo: hasNumber ? null : command.neq(null),
      tillNo: command.neq(LISTS_TILL),
    }
  })
}

function uniqueById(purchases: readonly Purchase[]): Purchase[] {
  return [...new Map(purchases.map((purchase) => [purchase._id, purchase])).values()]
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

interface Page {
  readonly beforeAt: number | null
  readonly limit: number
}

/** A page of a store's purchases settled before an instant, the newest first. */
export function purchasesAt(storeId: string, page: Page): Promise<Purchase[]> {
  return newestFirst({ storeId }, page)
}

/** The same of one member's. */
export function purchasesOf(memberId: string, page: Page): Promise<Purchase[]> {
  return newestFirst({ memberId }, page)
}

/** Those of one store that a text may mean; none where it can mean nothing. */
export async function purchasesMeant(
  { storeId, receiptNo, amountFen, maskedNames }: PurchaseSearch & { readonly storeId: string },
  { beforeAt, limit }: Page,
): Promise<Purchase[]> {
  const older = beforeAt === null ? {} : { settledAt: command.lt(beforeAt) }
  const at = { storeId, ...older }
  const meant = [
    ...(receiptNo === null ? [] : [{ ...at, receiptNo }]),
    ...(amountFen === null ? [] : [{ ...at, 'bill.billFen': amountFen }]),
    ...(amountFen === null ? [] : [{ ...at, 'bill.paidFen': amountFen }]),
    ...(maskedNames.length === 0 ? [] : [{ ...at, maskedName: command.in([...maskedNames]) }]),
  ]
  if (meant.length === 0) return []
  const newest = { orderBy: ['settledAt', 'desc'], limit } as const
  return findWhere<PurchaseDocument>('purchases', command.or(meant), newest)
}

/** Those of some stores with one receipt number, the newest first. */
export function purchasesWithReceipt(
  storeIds: readonly string[],
  receiptNo: string,
  limit: number,
): Promise<Purchase[]> {
  const filter = { storeId: command.in([...storeIds]), receiptNo }
  return findWhere<PurchaseDocument>('purchases', filter, { orderBy: ['settledAt', 'desc'], limit })
}

/** True when she has a purchase from this date on of which the shop keeps something. */
export async function hasStandingPurchase(memberId: string, fromOn: string): Promise<boolean> {
  const standing = { memberId, businessOn: command.gte(fromOn), state: command.neq('refunded') }
  const newest = { orderBy: ['settledAt', 'desc'], limit: 1 } as const
  return (await findWhere<PurchaseDocument>('purchases', standing, newest)).length > 0
}

async function newestFirst(whose: object, { beforeAt, limit }: Page): Promise<Purchase[]> {
  const older = beforeAt === null ? {} : { settledAt: command.lt(beforeAt) }
  const orderBy = ['settledAt', 'desc'] as const
  const filter = { ...whose, ...older }
  const found = await findWhere<PurchaseDocument>('purchases', filter, { orderBy, limit })
  return found
}

/**
 * Tills that sold on a day of a store, all of them; `-` for purchases without a till. What lists
 * brought is of no till. One call.
 */
export async function tillsOfDay(storeId: string, businessOn: string): Promise<string[]> {
  const tills = await aggregate<{ _id: string | null }>('purchases', [
    ['match', { storeId, businessOn }],
    ['group', { _id: '$tillNo' }],
    ['limit', MAX_TILLS_SEEN],
  ])
  return tills.map(({ _id: tillNo }) => tillNo ?? NO_TILL).filter((no) => no !== LISTS_TILL)
}

/** Her oldest purchase of which not everything went back; null: she has none. */
export async function firstStandingOf(memberId: string): Promise<Purchase | null> {
  const standing = { memberId, state: command.neq('refunded') }
  const orders = { orderBy: ['settledAt', 'asc'], limit: 1 } as const
  const [first] = await findWhere<PurchaseDocument>('purchases', standing, orders)
  return first ?? null
}

/** What of each of these purchases was given back. A call for each hundred. */
export async function refundedFensOf(
  purchaseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const fens = new Map<string, number>()
  for (let from = 0; from < purchaseIds.length; from += KEYS_AT_ONCE) {
    const some = { _id: command.in(purchaseIds.slice(from, from + KEYS_AT_ONCE)) }
    const found = await findWhere<PurchaseDocument>('purchases', some, { limit: KEYS_AT_ONCE })
    for (const { _id, refundedFen } of found) fens.set(_id, refundedFen)
  }
  return fens
}

/** What was paid for these purchases, each once, and not given back since. A call for each 500. */
export async function keptFenOf(purchaseIds: readonly string[]): Promise<number> {
  const $ = command.aggregate
  const kept = $.subtract(['$bill.paidFen', '$refundedFen'])
  let keptFen = 0
  for (let from = 0; from < purchaseIds.length; from += SUMMED_AT_ONCE) {
    const some = purchaseIds.slice(from, from + SUMMED_AT_ONCE)
    const [sum] = await aggregate<{ keptFen: number }>('purchases', [
      ['match', { _id: command.in([...some]) }],
      ['group', { _id: null, keptFen: $.sum(kept) }],
    ])
    keptFen += sum?.keptFen ?? 0
  }
  return keptFen
}

/** The newest points that were proposed for a bill of hers, while she may say yes or no to it. */
export async function openProposalOf(memberId: string, now: number): Promise<ProposalView | null> {
  const orderBy = ['proposedAt', 'desc'] as const
  const page = { orderBy, limit: 1 }
  const [newest] = await findWhere<ProposalDocument>('points_proposals', { memberId }, page)
  if (!newest || now >= newest.untilAt) return null
  const isOpen = newest.state === 'waiting' || newest.state === 'confirmed'
  return isOpen ? proposalViewOf(newest, now) : null
}

export function insertPurchase(tx: Transaction, purchase: Purchase): Promise<void> {
  return tx.insert('purchases', withLastRefund(purchase))
}

export function savePurchase(tx: Transaction, purchase: Purchase): Promise<void> {
  return tx.put('purchases', withLastRefund(purchase))
}

/** A plain field for the index that the day's closing reads refunds by. */
function withLastRefund(purchase: Purchase): Purchase & { readonly lastRefundedAt: number | null } {
  return { ...purchase, lastRefundedAt: purchase.refunds.at(-1)?.at ?? null }
}
