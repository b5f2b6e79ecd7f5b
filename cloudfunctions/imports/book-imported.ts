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
import { ordinalAmong } from '../../shared/purchases/same-bill'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { EarnRule } from '../../shared/rules/earning'
import { livingIds, membersBy } from '../members/repository'
import { openBook, post } from '../points/ledger'
import { type Company, companyFor } from '../purchases/companions-in-transaction'
import type { Purchase } from '../purchases/purchase-document'
import { enterPurchase, type Sale } from '../purchases/purchase-in-transaction'
import { insertPurchase, purchasesBeside } from '../purchases/repository'
import { type Context, meaningHashOf } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { storeNameOf } from '../runtime/roles'
import type { PurchaseImportRow } from './import-jobs'
import { marksOfRow, scannedFor, verdictBeside } from './judge-imported'

export interface BookingContext extends Pick<Context, 'now' | 'todayOn' | 'shop'> {
  /** The earn rule that was in force on a date; read once for as many rows as are booked. */
  readonly ruleOn: (on: string) => EarnRule
}

/** Where a purchase came from, when it was not settled at the till. */
export interface ImportSource {
  /** The job's id, or `till` for a till system. */
  readonly jobId: string
  readonly settledBy: string
  /** Its rows were judged by what was there then; what was scanned since is looked at once more. */
  readonly sinceAt: number
}

export const TILL_SYSTEM = 'till'

const NOON_MS = 12 * 3_600_000
/** After others booked some meanwhile, or one number of several tills, or for a busy member. */
const ATTEMPTS = 6
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
async function openRows(rows: readonly PurchaseImportRow[], source: ImportSource) {
  const fine = rows.filter(({ verdict, isLate }) => verdict === 'fine' || isLate)
  const booked = await purchasesBeside(fine.map((row) => marksOfRow(row)))
  const open = new Map<string, PurchaseImportRow[]>()
  const judged = rows.map((row) => {
    const { memberId } = row
    if (!fine.includes(row) || memberId === null) return row
    const own = booked.find(({ _id }) => _id === purchaseIdOf(row))
    if (own?.importedBy === source.jobId) return row
    const late = lateVerdict(row, { rows, booked, source })
    if (late) return { ...row, ...late, isLate: true }
    open.set(memberId, [...(open.get(memberId) ?? []), row])
    return row
  })
  return { judged, open }
}

interface Beside {
  /** Those that are booked with it: they were judged together. */
  readonly rows: readonly PurchaseImportRow[]
  readonly booked: readonly Purchase[]
  readonly source: ImportSource
}

/** What a row that was fine has become by what others booked since; null: it is fine still. */
function lateVerdict(row: PurchaseImportRow, { rows, booked, source }: Beside) {
  const ids = new Set(rows.map(purchaseIdOf))
  // Rows of one file were judged beside each other; a till system sends many.
  const isOwn = ({ _id, importedBy }: Purchase) =>
    importedBy === source.jobId && (source.jobId !== TILL_SYSTEM || ids.has(_id))
  const others = booked.filter((purchase) => !isOwn(purchase))
  const verdict = verdictBeside(row, others)
  if (verdict !== null) return { verdict } as const
  const taken = new Set(rows.map(({ scannedId }) => scannedId))
  const scanned = scannedFor(row, others).find(
    ({ _id, bookedAt }) => bookedAt >= source.sinceAt && !taken.has(_id),
  )
  return scanned ? ({ verdict: 'scannedAlready', scannedId: scanned._id } as const) : null
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
  const { member, rows, source, context, company } = booking
  let book = await openBook(tx, member._id, context)
  const booked = await purchasesBeside(rows.map((row) => marksOfRow(row, member._id)))
  const ids = new Set(booked.map(({ _id }) => _id))
  const purchases: Purchase[] = []
  for (const row of rows) {
    // Booked by others since the rows were looked at: they are judged anew.
    const isLate = ids.has(purchaseIdOf(row)) || lateVerdict(row, { rows, booked, source }) !== null
    if (isLate) return refuse('ALREADY_THERE')
    const { paidFen: billFen, excludedFen, businessOn } = row
    const goods = { billFen, excludedFen, lines: null, freightFen: 0, coupons: null }
    const world = { todayOn: businessOn, earned: book.account.earned }
    const bill = billFor({ ...goods, ...world }, context.ruleOn(businessOn))
    if (!bill.ok) return bill
    const sale = saleOf(row, bill.value, booking)
    const ordinal = ordinalAmong(marksOfRow(row), [...booked, ...purchases])
    const entered = await enterPurchase(tx, book, { sale, company, ordinal })
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

/** The row's own receipt as it is written: brought again, it has the same id. */
function purchaseIdOf({ storeId, businessOn, tillNo, receiptNo }: PurchaseImportRow): string {
  const receipt = `${storeId}/${businessOn}/${tillNo ?? '-'}/${receiptNo}`
  const digest = createHash('sha256').update(receipt).digest('hex')
  return `import-${digest.slice(0, 32)}`
}

/** The file knows the day: noon of it stands for the hour, or now when that is still to come. */
function soldAt({ businessOn }: PurchaseImportRow, { now, shop }: BookingContext): number {
  const noonAt = startOfDateAt(businessOn) + NOON_MS
  return businessDayOf(now, shop.businessDay) === businessOn ? Math.min(noonAt, now) : noonAt
}
