/** What becomes of the rows of a file: judged against the members and the purchases there are. */

import { isSamePurchase } from '../../shared/imports/purchase-import'
import { receiptKeyOf } from '../../shared/purchases/purchase'
import { livingIds, membersBy, phonesBy } from '../members/repository'
import type { Purchase } from '../purchases/purchase-document'
import { type UnnumberedBill, unnumberedAmong } from '../purchases/repository'
import type { PurchaseImportRow } from './import-jobs'
import { knownReceipts } from './known-receipts'

/** What the rows before say of those that follow. */
export interface Seen {
  /** Their keys, with the number of the first row that used each. */
  readonly rows: Map<string, number>
  /** Bills for which a purchase without a number stands, with how many rows. */
  readonly scanned: Map<string, number>
}

export function nothingSeen(): Seen {
  return { rows: new Map(), scanned: new Map() }
}

/** Notes a row that was judged before, as the check of the rows after it knows it. */
export function noteJudged(seen: Seen, row: PurchaseImportRow): void {
  notedBefore(seen, receiptOf(row), row.rowNo)
  const { memberId, verdict } = row
  if (memberId !== null && verdict === 'scannedAlready') addOne(seen.scanned, { ...row, memberId })
}

/** Nature's key of a row: its receipt. */
export function receiptOf(row: Omit<PurchaseImportRow, 'rowNo'>): string {
  return receiptKeyOf({ ...row, purchaseId: '' })
}

/** Judges purchases that the rule could read. `staffId` is who brings the file, if anybody. */
export async function judgePurchases(
  rows: readonly PurchaseImportRow[],
  { staffId, seen }: { staffId: string | null; seen: Seen },
): Promise<PurchaseImportRow[]> {
  const idOf = await membersIn(rows)
  const known = await knownReceipts(rows)
  const judged = rows.map((row): PurchaseImportRow => {
    const key = receiptOf(row)
    const ofRowNo = notedBefore(seen, key, row.rowNo)
    if (ofRowNo !== null) return { ...row, verdict: 'duplicateInFile', ofRowNo }
    const memberId = idOf(row)
    if (memberId === null) return { ...row, verdict: 'memberUnknown' }
    if (memberId === staffId) return { ...row, verdict: 'selfService' }
    const booked = standsFor(row, known)
    const verdict = booked ? verdictOn(booked, { memberId, paidFen: row.paidFen }) : 'fine'
    return { ...row, memberId, verdict }
  })
  return withoutScanned(judged, seen)
}

/**
 * Her code was scanned then, and nobody typed the number: the same money of that store and day is
 * the same purchase. Each such purchase stands for one row of the file.
 */
async function withoutScanned(
  rows: readonly PurchaseImportRow[],
  { scanned }: Seen,
): Promise<PurchaseImportRow[]> {
  const fine = rows.flatMap(({ verdict, memberId, ...row }) =>
    verdict === 'fine' && memberId !== null ? { ...row, memberId } : [],
  )
  const there = new Map<string, number>()
  for (const purchase of await unnumberedAmong(fine)) addOne(there, purchase)
  return rows.map((row) => {
    const { memberId, verdict } = row
    if (verdict !== 'fine' || memberId === null) return row
    const bill = { ...row, memberId }
    const key = billKeyOf(bill)
    if ((scanned.get(key) ?? 0) >= (there.get(key) ?? 0)) return row
    addOne(scanned, bill)
    return { ...row, verdict: 'scannedAlready' }
  })
}

function addOne(counts: Map<string, number>, bill: UnnumberedBill): void {
  const key = billKeyOf(bill)
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function billKeyOf({ memberId, storeId, businessOn, paidFen }: UnnumberedBill): string {
  return `${memberId}/${storeId}/${businessOn}/${paidFen}`
}

type Known = Awaited<ReturnType<typeof knownReceipts>>

/** The purchase that stands for the row already; of another till's spelling, with its money. */
export function standsFor(row: PurchaseImportRow, known: Known): Purchase | null {
  const { own, others } = known(row)
  return own ?? others.find(({ bill }) => bill.paidFen === row.paidFen) ?? null
}

export function verdictOn(
  { memberId, bill }: Purchase,
  row: { memberId: string; paidFen: number },
): 'there' | 'receiptTaken' {
  return isSamePurchase({ memberId, paidFen: bill.paidFen }, row) ? 'there' : 'receiptTaken'
}

/** The earlier row with this key; null when it is the first. A row judged again is not its own. */
function notedBefore(seen: Seen, key: string, rowNo: number): number | null {
  const first = seen.rows.get(key)
  if (first === undefined) seen.rows.set(key, rowNo)
  return first === undefined || first === rowNo ? null : first
}

/** The living member whom each row names; null when there is none. */
export async function membersIn(
  rows: readonly PurchaseImportRow[],
): Promise<(row: PurchaseImportRow) => string | null> {
  const numbers = unique(rows.flatMap(({ memberNumber }) => memberNumber ?? []))
  const hashes = unique(rows.flatMap(({ phoneHash }) => phoneHash ?? []))
  const byNumber = new Map(
    (await membersBy('memberNumber', numbers)).map(({ memberNumber, _id }) => [memberNumber, _id]),
  )
  const byPhone = new Map((await phonesBy(hashes)).map(({ _id, memberId }) => [_id, memberId]))
  // A phone stays with the membership that proved it, also when that one was merged.
  const living = await livingIds([...byNumber.values(), ...byPhone.values()])
  return ({ memberNumber, phoneHash }) => {
    const id = byNumber.get(memberNumber ?? '') ?? byPhone.get(phoneHash ?? '')
    return id === undefined ? null : living(id)
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
