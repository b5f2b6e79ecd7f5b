/** What becomes of the rows of a file: judged against the members and the purchases there are. */
import { receiptKeyOf } from '../../shared/purchase'
import { type ImportVerdict, isSamePurchase } from '../../shared/purchase-import'
import { livingIds, membersBy, phonesBy } from '../members/repository'
import { openingsOf } from '../points/openings-repository'
import type { OpeningImportRow, PurchaseImportRow } from './import-jobs'
import { knownReceipts } from './known-receipts'
import type { Purchase } from './purchase-document'

/** Keys of the rows before, with the number of the first row that used each. */
export type Seen = Map<string, number>

/** Nature's key of a row: its receipt. */
export function receiptOf(row: Omit<PurchaseImportRow, 'rowNo'>): string {
  return receiptKeyOf({ ...row, purchaseId: '' })
}

export function openingKeyOf({ phoneHash, expiresOn }: OpeningImportRow): string {
  return `${phoneHash}/${expiresOn}`
}

/** Judges purchases that the rule could read. `staffId` is who brings the file, if anybody. */
export async function judgePurchases(
  rows: readonly PurchaseImportRow[],
  { staffId, seen }: { staffId: string | null; seen: Seen },
): Promise<PurchaseImportRow[]> {
  const idOf = await membersIn(rows)
  const known = await knownReceipts(rows)
  return rows.map((row) => {
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
}

type Known = Awaited<ReturnType<typeof knownReceipts>>

/** The purchase that stands for the row already; of another till's spelling, with its money. */
export function standsFor(row: PurchaseImportRow, known: Known): Purchase | null {
  const { own, others } = known(row)
  return own ?? others.find(({ paidFen }) => paidFen === row.paidFen) ?? null
}

export function verdictOn(
  booked: Purchase,
  row: { memberId: string; paidFen: number },
): 'there' | 'receiptTaken' {
  return isSamePurchase(booked, row) ? 'there' : 'receiptTaken'
}

export async function judgeOpenings(
  rows: readonly OpeningImportRow[],
  { seen }: { seen: Seen },
): Promise<OpeningImportRow[]> {
  const openings = new Map(
    (await openingsOf(rows.map(({ phoneHash }) => phoneHash))).map((known) => [known._id, known]),
  )
  return rows.map((row) => {
    const ofRowNo = notedBefore(seen, openingKeyOf(row), row.rowNo)
    if (ofRowNo !== null) return { ...row, verdict: 'duplicateInFile', ofRowNo }
    const known = openings.get(row.phoneHash)
    const verdict: ImportVerdict = known
      ? judgeOpening(row, {
          known: known.rows[row.expiresOn],
          isClaimed: known.state === 'claimed',
        })
      : 'fine'
    return { ...row, verdict }
  })
}

function judgeOpening(
  { points }: OpeningImportRow,
  { known, isClaimed }: { known: number | undefined; isClaimed: boolean },
): ImportVerdict {
  if (known !== undefined) return known === points ? 'there' : 'openingTaken'
  return isClaimed ? 'openingClaimed' : 'fine'
}

/** The earlier row with this key; null when it is the first. A row judged again is not its own. */
function notedBefore(seen: Seen, key: string, rowNo: number): number | null {
  const first = seen.get(key)
  if (first === undefined) seen.set(key, rowNo)
  return first === undefined || first === rowNo ? null : first
}

async function membersIn(
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
