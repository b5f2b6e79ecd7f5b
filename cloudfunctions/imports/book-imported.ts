/**
 * Books purchases of a file: those of one member together, in her transaction, each once by its
 * receipt. They earn at their own date, by the rule that was in force then: rate, member day, caps,
 * expiry.
 */
import { createHash } from 'node:crypto'
import { startOfDateAt } from '../../shared/business-date'
import { businessDayOf } from '../../shared/business-day'
import { maskName } from '../../shared/masked-name'
import type { Bill } from '../../shared/purchases/bill'
import { billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome } from '../../shared/refusal'
import type { EarnRule } from '../../shared/rules/earning'
import { livingIds, membersBy } from '../members/repository'
import { openBook, post } from '../points/ledger'
import { type Company, companyFor } from '../purchases/companions-in-transaction'
import type { Purchase } from '../purchases/purchase-document'
import { enterPurchase, type Sale } from '../purchases/purchase-in-transaction'
import { insertPurchase } from '../purchases/repository'
import { type Context, meaningHashOf } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { storeNameOf } from '../runtime/roles'
import type { PurchaseImportRow } from './import-jobs'
import { receiptOf, standsFor, verdictOn } from './judge-imported'
import { knownReceipts } from './known-receipts'

export interface BookingContext extends Pick<Context, 'now' | 'todayOn' | 'shop'> {
  /** The earn rule that was in force on a date; read once for as many rows as are booked. */
  readonly ruleOn: (on: string) => EarnRule
}

/** Where a purchase came from, when it was not settled at the till. */
export interface ImportSource {
  /** The job's id, or `till` for a till system. */
  readonly jobId: string
  readonly settledBy: string
}

const NOON_MS = 12 * 3_600_000
/** One after a twin booked some of them meanwhile, one more for a busy member. */
const ATTEMPTS = 3
const MEMBERS_AT_ONCE = 4
/** Of one member in one transaction: far below the platform's bound on its operations. */
const MAX_ROWS_TOGETHER = 10

/**
 * Books rows that were found fine, and answers each with what became of it: still fine, or there
 * already by another way. Null when somebody kept a member's book busy: the caller comes again.
 */
export async function bookPurchases(
  rows: readonly PurchaseImportRow[],
  source: ImportSource,
  context: BookingContext,
): Promise<readonly PurchaseImportRow[] | null> {
  const company = await companyFor('imported', context.shop)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { judged, open } = await openRows(await rowsOfLiving(rows), source)
    const members = await membersBy('_id', [...open.keys()])
    let isWhole = true
    for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE) {
      const together = members
        .slice(from, from + MEMBERS_AT_ONCE)
        .map((member) =>
          bookOf(member, { rows: open.get(member._id) ?? [], source, context, company }),
        )
      isWhole = (await Promise.all(together)).every(Boolean) && isWhole
    }
    if (isWhole) return judged
  }
  return null
}

/** Between the check and the booking a member may have been merged into another one. */
async function rowsOfLiving(rows: readonly PurchaseImportRow[]): Promise<PurchaseImportRow[]> {
  const living = await livingIds(rows.flatMap(({ memberId }) => memberId ?? []))
  return rows.map((row) => ({ ...row, memberId: row.memberId && living(row.memberId) }))
}

/** Which rows are still to be booked, by their member; what this source booked stays fine. */
async function openRows(rows: readonly PurchaseImportRow[], { jobId }: ImportSource) {
  const fine = rows.filter(({ verdict, isLate }) => verdict === 'fine' || isLate)
  const known = await knownReceipts(fine)
  const open = new Map<string, PurchaseImportRow[]>()
  const judged = rows.map((row) => {
    const { memberId, paidFen } = row
    if (!fine.includes(row) || memberId === null) return row
    const booked = standsFor(row, known)
    // Another row of this file, with another till, is another receipt.
    const isTwin = booked?.importedBy === jobId && booked.receiptKey !== receiptOf(row)
    if (!booked || isTwin) open.set(memberId, [...(open.get(memberId) ?? []), row])
    if (!booked || booked.importedBy === jobId) return row
    return { ...row, verdict: verdictOn(booked, { memberId, paidFen }), isLate: true } as const
  })
  return { judged, open }
}

/** True when all rows of the member are booked; false when another try is needed. */
async function bookOf(
  member: Member,
  { rows, source, context, company }: Omit<Booking, 'member'>,
): Promise<boolean> {
  for (let from = 0; from < rows.length; from += MAX_ROWS_TOGETHER) {
    const some = rows.slice(from, from + MAX_ROWS_TOGETHER)
    const booking = { member, rows: some, source, context, company }
    const outcome = await inTransaction((tx) => bookIn(tx, booking))
    if (!outcome.ok) return false
  }
  return true
}

interface Booking {
  readonly member: Member
  readonly rows: readonly PurchaseImportRow[]
  readonly source: ImportSource
  readonly context: BookingContext
  readonly company: Company
}

async function bookIn(tx: Transaction, booking: Booking): Promise<Outcome<null>> {
  const { member, rows, context, company } = booking
  let book = await openBook(tx, member._id, context)
  const purchases: Purchase[] = []
  for (const row of rows) {
    const { paidFen: billFen, excludedFen, businessOn } = row
    const goods = { billFen, excludedFen, lines: null, freightFen: 0, coupons: null }
    const world = { todayOn: businessOn, earned: book.account.earned }
    const bill = billFor({ ...goods, ...world }, context.ruleOn(businessOn))
    if (!bill.ok) return bill
    const sale = saleOf(row, bill.value, booking)
    const entered = await enterPurchase(tx, book, { sale, company })
    if (!entered.ok) return entered
    book = entered.value.book
    purchases.push(entered.value.purchase)
  }
  await post(tx, book)
  for (const purchase of purchases) await insertPurchase(tx, purchase)
  return accept(null)
}

function saleOf(row: PurchaseImportRow, bill: Bill, { member, source, context }: Booking): Sale {
  const { storeId, businessOn, tillNo, receiptNo } = row
  const { billFen, excludedFen } = bill
  const { _id: memberId, memberNumber } = member
  const storeName = storeNameOf(context.shop, storeId) ?? ''
  // What staff would have meant who settled this receipt at the till.
  const meaning = { memberNumber, billFen, excludedFen, couponIds: '', storeId, tillNo, receiptNo }
  return {
    ...{ _id: purchaseIdOf(row), memberId, maskedName: maskName(member.nickname) },
    ...{ storeId, storeName, businessOn, tillNo, receiptNo, isForgotten: false },
    ...{ bill, couponIds: [], earnRule: context.ruleOn(businessOn) },
    ...{ settledAt: soldAt(row, context), settledBy: source.settledBy, importedBy: source.jobId },
    requestHash: meaningHashOf(meaning),
  }
}

function purchaseIdOf(row: PurchaseImportRow): string {
  const digest = createHash('sha256').update(receiptOf(row)).digest('hex')
  return `import-${digest.slice(0, 32)}`
}

/** The file knows the day: noon of it stands for the hour, or now when that is still to come. */
function soldAt({ businessOn }: PurchaseImportRow, { now, shop }: BookingContext): number {
  const noonAt = startOfDateAt(businessOn) + NOON_MS
  return businessDayOf(now, shop.businessDay) === businessOn ? Math.min(noonAt, now) : noonAt
}
