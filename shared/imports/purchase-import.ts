/**
 * One row of a file of purchases, as the till wrote it. A row is right when it names a store, a
 * day that is not ahead and not older than a year, a receipt, a member (by member number or phone)
 * and what she paid. Nature's key of it is the receipt, as at the till: a receipt that stands for
 * the same purchase already is no mistake, one that stands for another is.
 */
import { spokenDate, yearAfter } from '../business-date'
import { MAX_ROUND_OFF_FEN } from '../limits'
import { MEMBER_NUMBER_DIGITS } from '../members/member-code'
import { readDate } from '../reading/date'
import { readDigits } from '../reading/digits'
import { plainText } from '../reading/fold'
import { readMoney, readSignedMoney } from '../reading/money'
import { readPhone } from '../reading/phone'
import { readReceiptNo, readTillNo } from '../reading/receipt'
import type { Store } from '../rules/shop'
import { formatYuan } from '../yuan'
import type { ImportCells, ImportKind } from './import-columns'
import { type ImportReason, importReasonSentences, reasonFor, sayAnother } from './import-reasons'

export interface ImportProblem {
  readonly rowNo: number
  readonly reason: ImportReason
  /** The earlier row, where it is a duplicate of one. */
  readonly ofRowNo: number | null
  /** Of a return: the purchase to refund. */
  readonly refundOf?: RefundOf | null
}

/** As the manager finds it in 消费记录. */
export interface RefundOf {
  readonly businessOn: string
  readonly receiptNo: string | null
  readonly paidFen: number
}

/** What a row counts as once it was checked. */
export type ImportVerdict = 'fine' | 'there' | ImportReason

export interface ImportedPurchase {
  readonly storeId: string
  readonly businessOn: string
  readonly tillNo: string | null
  readonly receiptNo: string
  /** Exactly one of the two; the phone is hashed at once and never stored. */
  readonly memberNumber: string | null
  readonly phone: string | null
  /** Below zero: the till took goods back. */
  readonly paidFen: number
  readonly excludedFen: number
  /** Whoever brings the file was asked, and says that it is another bill than the one there is. */
  readonly isAnother: boolean
}

export type Read<T> =
  | { readonly ok: true; readonly row: T }
  | { readonly ok: false; readonly reason: ImportReason }

export interface ImportWorld {
  readonly todayOn: string
  readonly stores: readonly Pick<Store, 'storeId' | 'name'>[]
  /** Stores that whoever brings the file answers for. */
  readonly ownStoreIds: readonly string[]
  /** What one purchase may come to; null for a manager. */
  readonly capFen: number | null
  /** The business date of an instant, where the file has times; by the calendar without it. */
  readonly dayOf?: (at: number) => string
}

/** How people say yes, or nothing, in the column of answers. */
const answers: ReadonlyMap<string, boolean> = new Map([
  ...['是', '是的', '对', '√', 'y', 'yes', '1'].map((yes) => [yes, true] as const),
  ...['', '否', '不是', 'n', 'no', '0'].map((no) => [no, false] as const),
])

/** Reads one row; the first cell that is wrong names the reason. */
export function readPurchaseRow(
  cells: ImportCells | null,
  world: ImportWorld,
): Read<ImportedPurchase> {
  if (!cells) return no('columns')
  const store = world.stores.find(({ storeId, name }) =>
    [storeId, name].includes(cells.store ?? ''),
  )
  if (!store) return no('storeUnknown')
  if (!world.ownStoreIds.includes(store.storeId)) return no('storeForeign')
  const date = readDate(cells.date ?? '', world.dayOf)
  if (!date.ok) return no(reasonFor('date', date.fault))
  const businessOn = date.value
  if (businessOn > world.todayOn) return no('dateAhead')
  if (yearAfter(businessOn) < world.todayOn) return no('dateTooOld')
  // The closing's dash for no till is as good as nothing.
  const till = readTillNo(cells.till ?? '')
  if (!till.ok && till.fault !== 'blank') return no(reasonFor('till', till.fault))
  const receipt = readReceiptNo(cells.receipt ?? '')
  if (!receipt.ok) return no(reasonFor('receipt', receipt.fault))
  const who = memberOf(cells)
  if (!who.ok) return who
  const paid = readSignedMoney(cells.amount ?? '')
  if (!paid.ok) return no(reasonFor('amount', paid.fault))
  const paidFen = paid.value
  if (paidFen === 0) return no('amountInvalid')
  if (world.capFen !== null && paidFen > world.capFen) return no('amountOverCap')
  const excluded = readMoney(paidFen < 0 ? '' : (cells.excluded ?? ''))
  if (!excluded.ok && excluded.fault !== 'blank') return no('excludedInvalid')
  const excludedFen = excluded.ok ? excluded.value : 0
  // Of a bill that was rounded down, goods that earn nothing may be more than was paid.
  if (excludedFen - Math.max(paidFen, 0) > MAX_ROUND_OFF_FEN) return no('excludedInvalid')
  const isAnother = answers.get(plainText(cells.another ?? '').toLowerCase())
  if (isAnother === undefined) return no('anotherInvalid')
  const receiptOf = { tillNo: till.ok ? till.value : null, receiptNo: receipt.value }
  const { storeId } = store
  return yes({
    storeId,
    businessOn,
    ...receiptOf,
    ...who.row,
    paidFen,
    excludedFen: Math.min(excludedFen, Math.max(paidFen, 0)),
    isAnother,
  })
}

/** The same purchase by another way, e.g. settled at the till before the file came? */
export function isSamePurchase(
  booked: { memberId: string; paidFen: number },
  row: { memberId: string; paidFen: number },
): boolean {
  return booked.memberId === row.memberId && booked.paidFen === row.paidFen
}

/** A sentence for each reason, with the other row where there is one. */
export function explainProblem(problem: Omit<ImportProblem, 'rowNo'>): string {
  const { reason, ofRowNo, refundOf } = problem
  if (refundOf) {
    const { businessOn, receiptNo, paidFen } = refundOf
    const receipt = receiptNo === null ? '' : `、小票 ${receiptNo}`
    const which = `${spokenDate(businessOn)}${receipt}、实收 ${formatYuan(paidFen)}`
    return `这是一笔退货，请到消费记录里给${which} 的那一笔退款`
  }
  if (ofRowNo === null) return importReasonSentences[reason]
  if (reason === 'receiptAsked') return `可能与文件里第 ${ofRowNo} 行是同一张小票，${sayAnother}`
  return `与文件里第 ${ofRowNo} 行重复`
}

/** What a dry run promises: how many would be booked. */
export function importButton(kind: ImportKind, fineCount: number): string {
  return kind === 'purchases' ? `登记 ${fineCount} 笔消费` : `登记 ${fineCount} 行老会员积分`
}

function memberOf(cells: ImportCells): Read<Pick<ImportedPurchase, 'memberNumber' | 'phone'>> {
  const member = readDigits(cells.member ?? '', MEMBER_NUMBER_DIGITS)
  if (member.ok) return yes({ memberNumber: member.value, phone: null })
  if (member.fault !== 'blank') return no('memberInvalid')
  const phone = readPhone(cells.phone ?? '')
  if (phone.ok) return yes({ memberNumber: null, phone: phone.value })
  return no(phone.fault === 'blank' ? 'memberMissing' : reasonFor('phone', phone.fault))
}

function yes<T>(row: T): Read<T> {
  return { ok: true, row }
}

function no(reason: ImportReason): { readonly ok: false; readonly reason: ImportReason } {
  return { ok: false, reason }
}
