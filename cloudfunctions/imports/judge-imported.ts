/** What becomes of the rows of a file: judged against the members and the purchases there are. */

import { type ImportVerdict, isSamePurchase } from '../../shared/imports/purchase-import'
import { type BillMarks, clearestOf, likenessOf } from '../../shared/purchases/same-bill'
import { foldNumber } from '../../shared/reading/receipt'
import { livingIds, membersBy, phonesBy } from '../members/repository'
import type { Purchase } from '../purchases/purchase-document'
import { purchasesBeside } from '../purchases/repository'
import { marksOf } from '../purchases/same-bill-in-transaction'
import type { PurchaseImportRow } from './import-jobs'

interface SeenRow {
  readonly rowNo: number
  readonly marks: BillMarks
}

/** What the rows before say of those that follow. */
export interface Seen {
  /** Receipts by their store and folded number. */
  readonly receipts: Map<string, SeenRow[]>
  /** Purchases without a number that stand for a row already: each for one. */
  readonly scannedIds: Set<string>
}

export function nothingSeen(): Seen {
  return { receipts: new Map(), scannedIds: new Set() }
}

/** Notes a row that was judged before, as the check of the rows after it knows it. */
export function noteJudged(seen: Seen, row: PurchaseImportRow): void {
  noteReceipt(seen, row, row.memberId)
  if (row.scannedId !== null) seen.scannedIds.add(row.scannedId)
}

/** The row as the rule of one bill looks at it; a member who is not found is whoever is named. */
export function marksOfRow(row: PurchaseImportRow, memberId = row.memberId): BillMarks {
  const { storeId, businessOn, tillNo, receiptNo, paidFen } = row
  const named = `named:${row.memberNumber ?? row.phoneHash}`
  const bill = { storeId, businessOn, tillNo, receiptNo, sumsFen: [paidFen] }
  return { ...bill, memberId: memberId ?? named, dated: { by: 'file' } }
}

/** Judges purchases that the rule could read. `staffId` is who brings the file, if anybody. */
export async function judgePurchases(
  rows: readonly PurchaseImportRow[],
  { staffId, seen }: { staffId: string | null; seen: Seen },
): Promise<PurchaseImportRow[]> {
  const idOf = await membersIn(rows)
  const named = rows.map((row) => ({ ...row, memberId: idOf(row) }))
  const booked = await purchasesBeside(named.map((row) => marksOfRow(row)))
  const judged = named.map((row): PurchaseImportRow => {
    const before = noteReceipt(seen, row, row.memberId)
    const ofRowNo = before?.bill.rowNo ?? null
    if (before?.like === 'same') return { ...row, verdict: 'duplicateInFile', ofRowNo }
    if (row.memberId === null) return { ...row, verdict: 'memberUnknown' }
    if (row.memberId === staffId) return { ...row, verdict: 'selfService' }
    const verdict = verdictBeside(row, booked)
    if (verdict !== null) return { ...row, verdict }
    const isAsked = before !== null && !row.isAnother
    return isAsked ? { ...row, verdict: 'receiptAsked', ofRowNo } : { ...row, verdict: 'fine' }
  })
  return withoutScanned(judged, { booked, seen })
}

/**
 * What the booked purchases with a number say of a row; null: nothing. What may be its purchase is
 * asked, and a person answers in the file that it is another one.
 */
export function verdictBeside(
  row: PurchaseImportRow,
  booked: readonly Purchase[],
): Extract<ImportVerdict, 'there' | 'receiptTaken' | 'receiptAsked'> | null {
  const numbered = booked.filter(({ receiptNo }) => receiptNo !== null)
  const found = clearestOf(numbered, (bill) => likenessOf(marksOfRow(row), marksOf(bill)))
  if (!found) return null
  if (found.like === 'maybe') return row.isAnother ? null : 'receiptAsked'
  const { memberId } = found.bill
  const isThere = marksOf(found.bill).sumsFen.some((paidFen) =>
    isSamePurchase({ memberId, paidFen }, { memberId: row.memberId ?? '', paidFen: row.paidFen }),
  )
  return isThere ? 'there' : 'receiptTaken'
}

/** Her code was scanned then, and nobody typed the number: the purchases that may be this row. */
export function scannedFor(row: PurchaseImportRow, booked: readonly Purchase[]): Purchase[] {
  if (row.isAnother) return []
  return booked.filter(
    (bill) => bill.receiptNo === null && likenessOf(marksOfRow(row), marksOf(bill)) === 'maybe',
  )
}

/** Each purchase without a number stands for one row: of its own day first, then of the next. */
function withoutScanned(
  rows: readonly PurchaseImportRow[],
  { booked, seen: { scannedIds } }: { booked: readonly Purchase[]; seen: Seen },
): PurchaseImportRow[] {
  const judged = [...rows]
  for (const isOwnDay of [true, false]) {
    for (const [place, row] of judged.entries()) {
      if (row.verdict !== 'fine') continue
      const scanned = scannedFor(row, booked).find(
        ({ _id, businessOn }) =>
          !scannedIds.has(_id) && (businessOn === row.businessOn) === isOwnDay,
      )
      if (!scanned) continue
      scannedIds.add(scanned._id)
      judged[place] = { ...row, verdict: 'scannedAlready', scannedId: scanned._id }
    }
  }
  return judged
}

/** Notes a receipt of the file, and answers the earlier row that it is, or may be. */
function noteReceipt({ receipts }: Seen, row: PurchaseImportRow, memberId: string | null) {
  const marks = marksOfRow(row, memberId)
  const key = `${row.storeId}/${foldNumber(row.receiptNo)}`
  const known = receipts.get(key) ?? []
  // A row judged again is not its own earlier one.
  const others = known.filter(({ rowNo }) => rowNo !== row.rowNo)
  receipts.set(key, [...others, { rowNo: row.rowNo, marks }])
  return clearestOf(others, (other) => likenessOf(marks, other.marks))
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
