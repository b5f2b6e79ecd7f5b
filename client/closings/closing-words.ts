/** A closing in words: its till, its differences, its receipts, and what nobody counted. */
import {
  type Difference,
  NO_TILL,
  type ReceiptDifference,
  type TillTotals,
} from '@shared/closings/day-closing'
import { countText, yuanText } from '../format'

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

/** What of the till's day was no member's, as far as it was counted. */
export function othersText({ nonMemberCount, nonMemberFen }: TillTotals): string {
  if (nonMemberCount === null && nonMemberFen === null) return '没有另外数'
  const count = nonMemberCount === null ? '' : `${countText(nonMemberCount)} 笔`
  const sum = nonMemberFen === null ? '' : `¥${yuanText(nonMemberFen)}`
  return [count, sum].filter((part) => part !== '').join(' ')
}

/** `没有核对：退款、积分抵扣`; null where all of it was. */
export function uncountedText(till: TillTotals): string | null {
  const { refundFen, couponFen, pointsFen } = till
  const names = [
    ...(refundFen === null ? [figureNames.refund] : []),
    ...(couponFen === null ? [figureNames.coupon] : []),
    ...(pointsFen === null ? [figureNames.points] : []),
  ]
  return names.length === 0 ? null : `没有核对：${names.join('、')}`
}
