import {
  type Difference,
  differencesOf,
  isOurs,
  NO_TILL,
  type ReceiptDifference,
  readReceiptList,
  receiptDifferencesOf,
  type TillTotals,
} from '@shared/closings/day-closing'
import { countText, yuanText } from '../format'
import { fenOf } from '../parts/amount'
import type { DayClosing } from './closing.store'

/** What stands in the fields: as it was typed. */
export interface Typed {
  readonly receipts: string
  readonly amount: string
  readonly refund: string
  readonly coupon: string
  readonly points: string
  readonly nonMemberReceipts: string
  readonly nonMember: string
  readonly footfall: string
  readonly list: string
  readonly note: string
}

export const nothingTyped: Typed = {
  receipts: '',
  amount: '',
  refund: '',
  coupon: '',
  points: '',
  nonMemberReceipts: '',
  nonMember: '',
  footfall: '',
  list: '',
  note: '',
}

/** What the page can say of it by now. */
export interface Reckoned {
  /** Null while the till's two main figures are missing, or a field is no number. */
  readonly till: TillTotals | null
  readonly differences: readonly Difference[]
  readonly receipts: readonly ReceiptDifference[]
  /** The line of the list that is none. */
  readonly wrongLineNo: number | null
  /** It may be signed only with a word. */
  readonly needsNote: boolean
}

/** Holds what was typed against our figures, by the rule that signs it. */
export function reckon(typed: Typed, day: DayClosing): Reckoned {
  const till = totalsOf(typed)
  const list = readReceiptList(typed.list)
  const differences = till ? differencesOf(day.ours.sums, till) : []
  const hasList = list.ok && list.value.length > 0
  const receipts = hasList ? receiptDifferencesOf(day.receipts, list.value) : []
  return {
    till,
    differences,
    receipts,
    wrongLineNo: list.ok ? null : Number(list.detail?.lineNo ?? 1),
    needsNote: differences.length > 0 || receipts.some(isOurs),
  }
}

/** A field that is left empty means none; receipts and amount are asked for. */
function totalsOf(typed: Typed): TillTotals | null {
  if (typed.receipts.trim() === '' || typed.amount.trim() === '') return null
  const counts = [typed.receipts, typed.nonMemberReceipts, typed.footfall].map(countOf)
  const sums = [typed.amount, typed.refund, typed.coupon, typed.points, typed.nonMember].map(
    moneyOf,
  )
  const [receiptCount, nonMemberCount, footfallCount] = counts
  const [amountFen, refundFen, couponFen, pointsFen, nonMemberFen] = sums
  if (receiptCount == null || nonMemberCount == null || footfallCount == null) return null
  if (amountFen == null || refundFen == null || couponFen == null) return null
  if (pointsFen == null || nonMemberFen == null) return null
  return {
    ...{ receiptCount, amountFen, refundFen, couponFen, pointsFen },
    ...{ nonMemberCount, nonMemberFen, footfallCount },
  }
}

function countOf(text: string): number | null {
  if (text.trim() === '') return 0
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null
}

function moneyOf(text: string): number | null {
  return text.trim() === '' ? 0 : fenOf(text)
}

/** How people call a till; a shop's only one may have no number. */
export function tillName(tillNo: string): string {
  return tillNo === NO_TILL ? '无编号' : `${tillNo} 号机`
}

const figureNames: Record<Difference['figure'], string> = {
  receipts: '会员笔数',
  amount: '会员实收',
  refund: '退款',
  coupon: '优惠券',
  points: '积分抵扣',
}

/** `会员实收：收银机多 ¥0.50`. */
export function differenceText({ figure, difference }: Difference): string {
  const side = difference > 0 ? '收银机多' : '收银机少'
  const size = Math.abs(difference)
  const much = figure === 'receipts' ? `${countText(size)} 笔` : `¥${yuanText(size)}`
  return `${figureNames[figure]}：${side} ${much}`
}

/** What may be behind a receipt that is not the same on both sides. */
export function receiptText({ receiptNo, tillFen, ourFen }: ReceiptDifference): string {
  if (ourFen === null) return `${receiptNo}：我们没有，可能是非会员，或忘了出示会员码`
  if (tillFen === null) return `${receiptNo}：收银机没有，我们记了 ¥${yuanText(ourFen)}`
  return `${receiptNo}：收银机 ¥${yuanText(tillFen)}，我们 ¥${yuanText(ourFen)}`
}
