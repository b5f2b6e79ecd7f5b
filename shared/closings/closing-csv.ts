/** A signed day of a till as a file that spreadsheets open: till and books side by side. */
import { type Cell, toCsv } from '../csv-writing'
import type {
  ClosingFigure,
  DaySums,
  Difference,
  ReceiptDifference,
  TillTotals,
} from './day-closing'

interface LateHappening {
  readonly kind: 'purchase' | 'refund'
  readonly on: string
  readonly maskedName: string
  readonly receiptNo: string | null
  readonly amountFen: number
}

export interface ClosingFile {
  readonly storeName: string
  readonly tillName: string
  readonly businessOn: string
  readonly staffName: string
  /** On the shop's wall clock. */
  readonly signedAtText: string
  readonly sums: DaySums
  readonly till: TillTotals
  readonly differences: readonly Difference[]
  readonly receiptDifferences: readonly ReceiptDifference[]
  readonly openDays: readonly string[]
  readonly late: readonly LateHappening[]
  /** All that came late; `late` may hold only the first of it. */
  readonly lateSums: Pick<DaySums, 'purchaseCount' | 'refundCount'>
  readonly note: string | null
}

export function closingCsv(closing: ClosingFile): string {
  const { storeName, tillName, businessOn, staffName, signedAtText, openDays, note } = closing
  return toCsv([
    ['门店', storeName],
    ['收银台', tillName],
    ['营业日', businessOn],
    ...(openDays.length > 0 ? [['含没有日结的日子', openDays.join('、')]] : []),
    ['签字', staffName],
    ['签字时间', signedAtText],
    ['说明', note ?? ''],
    [],
    ...figuresOf(closing),
    ...receiptsOf(closing),
    ...lateOf(closing),
  ])
}

function figuresOf({ sums, till, differences }: ClosingFile): Cell[][] {
  const gapOf = (figure: ClosingFigure) =>
    differences.find((one) => one.figure === figure)?.difference ?? 0
  const money = (fen: number): Cell => ({ fen })
  const row = (title: string, figure: ClosingFigure, sides: readonly (number | null)[]) => {
    const show = figure === 'receipts' ? (count: number) => count : money
    return [
      title,
      ...[...sides, gapOf(figure)].map((side) => (side === null ? '未核对' : show(side))),
    ]
  }
  return [
    ['项目', '收银机', '其中非会员', '会员账', '差额'],
    row('笔数', 'receipts', [till.receiptCount, till.nonMemberCount, sums.purchaseCount]),
    row('实收（元）', 'amount', [till.amountFen, till.nonMemberFen, sums.paidFen]),
    row('退款（元）', 'refund', [till.refundFen, 0, sums.refundFen]),
    row('优惠券抵扣（元）', 'coupon', [till.couponFen, 0, sums.couponFen]),
    row('积分抵扣（元）', 'points', [till.pointsFen, 0, sums.pointsFen]),
    ['抹零（元）', '未核对', money(0), money(sums.roundOffFen), money(0)],
    ['进店人数', till.footfallCount ?? '未核对'],
  ]
}

/** Receipts that only one side has, or that have other money there. */
function receiptsOf({ receiptDifferences }: ClosingFile): Cell[][] {
  if (receiptDifferences.length === 0) return []
  const side = (fen: number | null): Cell => (fen === null ? '没有' : { fen })
  return [
    [],
    ['对不上的小票', '收银机（元）', '会员账（元）'],
    ...receiptDifferences.map(({ receiptNo, tillFen, ourFen }) => [
      receiptNo,
      side(tillFen),
      side(ourFen),
    ]),
  ]
}

function lateOf({ late, lateSums }: ClosingFile): Cell[][] {
  if (late.length === 0) return []
  const leftOutCount = lateSums.purchaseCount + lateSums.refundCount - late.length
  return [
    [],
    ['日结之后才来、计入这一天的', '原来的日子', '会员', '小票', '金额（元）'],
    ...late.map(({ kind, on, maskedName, receiptNo, amountFen }) => [
      kind === 'refund' ? '退款' : '消费',
      on,
      maskedName,
      receiptNo ?? '',
      { fen: amountFen },
    ]),
    ...(leftOutCount > 0 ? [[`还有 ${leftOutCount} 笔没有列出`]] : []),
  ]
}
