/**
 * Books purchases of a file: those of one member together, in her transaction, each once by its
 * receipt. They earn at their own date, by the rule that was in force then: rate, member day, caps,
 * expiry.
 */
import { createHash } from 'node:crypto'
import { businessDateOf, startOfDateAt } from '../../shared/business-date'
import { maskName } from '../../shared/masked-name'
import { earnOrHold, releasesOnOf } from '../../shared/points/pending'
import { type Bill, billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome } from '../../shared/refusal'
import { countEarned, type EarnRule, earnedExpiryOf, releasedOn } from '../../shared/rules/earning'
import { livingIds, membersBy } from '../members/repository'
import { type Book, enter, openBook, post } from '../points/ledger'
import type { Purchase } from '../purchases/purchase-document'
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
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { judged, open } = await openRows(await rowsOfLiving(rows), source)
    const members = await membersBy('_id', [...open.keys()])
    let isWhole = true
    for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE) {
      const together = members
        .slice(from, from + MEMBERS_AT_ONCE)
        .map((member) => bookOf(member, { rows: open.get(member._id) ?? [], source, context }))
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
  { rows, source, context }: Omit<Booking, 'member'>,
): Promise<boolean> {
  for (let from = 0; from < rows.length; from += MAX_ROWS_TOGETHER) {
    const some = rows.slice(from, from + MAX_ROWS_TOGETHER)
    const outcome = await inTransaction((tx) => bookIn(tx, { member, rows: some, source, context }))
    if (!outcome.ok) return false
  }
  return true
}

interface Booking {
  readonly member: Member
  readonly rows: readonly PurchaseImportRow[]
  readonly source: ImportSource
  readonly context: BookingContext
}

async function bookIn(tx: Transaction, booking: Booking): Promise<Outcome<null>> {
  const { member, rows, context } = booking
  let book = await openBook(tx, member._id, context)
  let { earned } = book.account
  const purchases: Purchase[] = []
  for (const row of rows) {
    const { paidFen, excludedFen, storeId, businessOn } = row
    const sums = { billFen: paidFen, excludedFen, lines: null, freightFen: 0 }
    const wish = { ...sums, storeId, todayOn: businessOn, coupon: null, earned }
    const bill = billFor(wish, context.ruleOn(businessOn))
    if (!bill.ok) return bill
    const { after, purchase } = enterRow(book, { ...booking, row, bill: bill.value })
    book = after
    purchases.push(purchase)
    earned = countEarned(earned, purchase.earnedPoints, businessOn)
  }
  await post(tx, book, { earned })
  for (const purchase of purchases) await insertPurchase(tx, purchase)
  return accept(null)
}

type Entering = Booking & { readonly row: PurchaseImportRow; readonly bill: Bill }

function enterRow(book: Book, entering: Entering): { after: Book; purchase: Purchase } {
  const { row, bill, context } = entering
  const rule = context.ruleOn(row.businessOn)
  const purchaseId = purchaseIdOf(row)
  const entryKey = `purchase:${purchaseId}`
  const releasesOn = releasedOn(row.businessOn, rule)
  const step = earnOrHold(book.account, {
    entryKey,
    points: bill.earnPoints,
    releasesOn: releasesOn !== null && releasesOn > context.todayOn ? releasesOn : null,
    expiresOn: earnedExpiryOf(row.businessOn, rule),
    storeId: row.storeId,
    receiptNo: row.receiptNo,
  })
  const words = {
    key: entryKey,
    reason: 'purchase' as const,
    storeId: row.storeId,
    sourceId: purchaseId,
    facts: {
      paidFen: row.paidFen,
      receiptNo: row.receiptNo,
      releasesOn: releasesOnOf(step, entryKey),
      cap: bill.cap,
    },
    rule,
  }
  const purchase = documentOf(entering, {
    purchaseId,
    releasesOn: words.facts.releasesOn,
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
  })
  return { after: enter(book, step, words), purchase }
}

function purchaseIdOf(row: PurchaseImportRow): string {
  const digest = createHash('sha256').update(receiptOf(row)).digest('hex')
  return `import-${digest.slice(0, 32)}`
}

function documentOf(
  { row, bill, member, source, context }: Entering,
  effect: {
    purchaseId: string
    releasesOn: string | null
    debtRepaidPoints: number
    balancePoints: number
  },
): Purchase {
  const { shop, now } = context
  const earnRule = context.ruleOn(row.businessOn)
  const { purchaseId, ...effects } = effect
  const { storeId, businessOn, tillNo, receiptNo, excludedFen, paidFen } = row
  const maskedName = maskName(member.nickname)
  const storeName = storeNameOf(shop, storeId) ?? ''
  const { billFen, couponOffFen, earnPoints: earnedPoints, cap } = bill
  const settledAt = soldAt(row, context)
  const names = { maskedName, storeId, storeName }
  const sums = { billFen, excludedFen, couponOffFen, paidFen, earnedPoints }
  const inMoney = { freightFen: 0, paidPoints: 0, pointsOffFen: 0 }
  const { memberNumber } = member
  // What a clerk would have meant who settled this receipt at the till.
  const meaning = { memberNumber, billFen, excludedFen, couponId: null, storeId, tillNo, receiptNo }
  return {
    _id: purchaseId,
    receiptKey: receiptOf(row),
    memberId: member._id,
    ...names,
    businessOn,
    tillNo,
    receiptNo,
    ...sums,
    couponId: null,
    earnedExpiresOn: earnedExpiryOf(businessOn, earnRule),
    ruleId: earnRule.ruleId,
    ruleVersion: earnRule.version,
    earnRule,
    lines: bill.lines,
    freightFen: 0,
    pointsPaid: null,
    settledAt,
    settledBy: source.settledBy,
    state: 'settled',
    refunds: [],
    refundedFen: 0,
    request: {
      hash: meaningHashOf(meaning),
      answer: { purchaseId, ...names, ...sums, ...inMoney, ...effects, cap, settledAt },
    },
    isForgotten: false,
    importedBy: source.jobId,
    bookedAt: now,
  }
}

/** The file knows the day: noon of it stands for the hour, or now when that is still to come. */
function soldAt({ businessOn }: PurchaseImportRow, { now, shop }: BookingContext): number {
  const noonAt = startOfDateAt(businessOn) + NOON_MS
  return businessDateOf(now, shop.rolloverHour) === businessOn ? Math.min(noonAt, now) : noonAt
}
