/**
 * One row of a file of purchases, as the till wrote it. A row is right when it names a store, a
 * day that is not ahead and not older than a year, a receipt, a member (by member number or phone)
 * and what she paid. Nature's key of it is the receipt, as at the till: a receipt that stands for
 * the same purchase already is no mistake, one that stands for another is.
 */
import { addDays, isBusinessDate } from '../business-date'
import { NO_TILL } from '../closings/day-closing'
import { MAX_BILL_FEN } from '../limits'
import type { Store } from '../rules/shop'
import type { ImportCells, ImportKind } from './import-file'

/** Why a row is not taken; the sentence says what the manager mends in her file. */
export const importReasonSentences = {
  columns: '列数与表头不一致，或有一格太长',
  storeUnknown: '没有这家门店，请写门店名称或编号',
  storeForeign: '您不是这家门店的店长',
  dateInvalid: '日期请写成 2026-03-09',
  dateAhead: '日期在今天之后',
  dateTooOld: '日期已超过一年',
  tillInvalid: '收银台只能有字母、数字和横线，最多 16 位',
  receiptInvalid: '小票号只能有字母、数字和横线，最多 40 位',
  memberMissing: '没有会员号，也没有手机号',
  memberInvalid: '会员号是 8 位数字',
  phoneInvalid: '手机号是 1 开头的 11 位数字',
  memberUnknown: '没有找到这位会员',
  amountInvalid: '金额请写成 35.80，要大于 0',
  amountOverCap: '金额超过单笔上限，请由店长导入',
  excludedInvalid: '不积分金额请写成 5.00，不能超过实收金额',
  duplicateInFile: '与文件里前面一行重复',
  receiptTaken: '这张小票已登记为另一笔消费',
  scannedAlready: '这位会员当天已扫码登记过同样金额的消费，当时没记小票号',
  selfService: '不能为自己登记消费',
  pointsInvalid: '积分请写 1 到 100000 的整数',
  expiryInvalid: '到期日请写成 2026-12-31',
  expiryPast: '到期日已经过了',
  openingTaken: '这个手机号同一到期日的积分已按另一个数登记',
  openingClaimed: '这个手机号的老会员积分已经领走，请用人工调整',
} as const
export type ImportReason = keyof typeof importReasonSentences

export interface ImportProblem {
  readonly rowNo: number
  readonly reason: ImportReason
  /** The earlier row, where it is a duplicate of one. */
  readonly ofRowNo: number | null
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
  readonly paidFen: number
  readonly excludedFen: number
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
}

const OLDEST_DAYS = 365

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
  const businessOn = dateOf(cells.date)
  if (businessOn === null) return no('dateInvalid')
  if (businessOn > world.todayOn) return no('dateAhead')
  if (businessOn < addDays(world.todayOn, -OLDEST_DAYS)) return no('dateTooOld')
  const { till = '', receipt = '' } = cells
  if (!/^[\w-]{0,16}$/.test(till)) return no('tillInvalid')
  if (!/^[\w-]{1,40}$/.test(receipt)) return no('receiptInvalid')
  const who = memberOf(cells)
  if (!who.ok) return who
  const paidFen = fenOf(cells.amount)
  if (paidFen === null || paidFen < 1 || paidFen > MAX_BILL_FEN) return no('amountInvalid')
  if (world.capFen !== null && paidFen > world.capFen) return no('amountOverCap')
  const excludedFen = cells.excluded ? fenOf(cells.excluded) : 0
  if (excludedFen === null || excludedFen > paidFen) return no('excludedInvalid')
  const receiptOf = { tillNo: ['', NO_TILL].includes(till) ? null : till, receiptNo: receipt }
  const { storeId } = store
  return yes({ storeId, businessOn, ...receiptOf, ...who.row, paidFen, excludedFen })
}

/** The same purchase by another way, e.g. settled at the till before the file came? */
export function isSamePurchase(
  booked: { memberId: string; paidFen: number },
  row: { memberId: string; paidFen: number },
): boolean {
  return booked.memberId === row.memberId && booked.paidFen === row.paidFen
}

/** `2026-03-09`, or `2026/3/9` as spreadsheets like to write it; null for what is no date. */
export function dateOf(text = ''): string | null {
  const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text)
  const [, year = '', month = '', day = ''] = slashed ?? []
  const on = slashed ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return isBusinessDate(on) ? on : null
}

/** `35.80`, `35.8` or `35` yuan in fen, read digit by digit; null for anything else. */
export function fenOf(text = ''): number | null {
  const [, yuan, fraction = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  return yuan === undefined ? null : Number(yuan + fraction.padEnd(2, '0'))
}

/** A mainland mobile number; null for anything else. */
export function phoneOf(text = ''): string | null {
  return /^1\d{10}$/.test(text) ? text : null
}

/** A sentence for each reason, with the other row where there is one. */
export function explainProblem({ reason, ofRowNo }: Omit<ImportProblem, 'rowNo'>): string {
  if (ofRowNo === null) return importReasonSentences[reason]
  return `与文件里第 ${ofRowNo} 行重复`
}

/** What a dry run promises: how many would be booked. */
export function importButton(kind: ImportKind, fineCount: number): string {
  return kind === 'purchases' ? `登记 ${fineCount} 笔消费` : `登记 ${fineCount} 行老会员积分`
}

function memberOf(cells: ImportCells): Read<Pick<ImportedPurchase, 'memberNumber' | 'phone'>> {
  const { member = '', phone = '' } = cells
  if (member !== '') {
    return /^\d{8}$/.test(member) ? yes({ memberNumber: member, phone: null }) : no('memberInvalid')
  }
  if (phone === '') return no('memberMissing')
  return phoneOf(phone) ? yes({ memberNumber: null, phone }) : no('phoneInvalid')
}

function yes<T>(row: T): Read<T> {
  return { ok: true, row }
}

function no(reason: ImportReason): { readonly ok: false; readonly reason: ImportReason } {
  return { ok: false, reason }
}
