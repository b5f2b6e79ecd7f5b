/** The liability as a file that spreadsheets open: a row a day, the sum below, then the stores. */
import { toCsv } from '../csv-writing'
import {
  type CertifiedDay,
  type Liability,
  type LiabilityLines,
  linesOf,
  worthFenOf,
} from './liability'

const columns: readonly (readonly [title: string, line: keyof LiabilityLines])[] = [
  ['消费获得', 'purchasePoints'],
  ['赠送', 'giftPoints'],
  ['期初导入', 'openingImportPoints'],
  ['退回', 'returnedPoints'],
  ['人工增加', 'adjustedUpPoints'],
  ['人工扣减', 'adjustedDownPoints'],
  ['使用', 'spentPoints'],
  ['过期', 'expiredPoints'],
  ['退款扣回', 'clawedBackPoints'],
  ['其他', 'otherPoints'],
  ['新增欠积分', 'debtMadePoints'],
  ['抵还欠积分', 'debtRepaidPoints'],
]

interface Told extends Liability {
  readonly fromOn: string
  readonly untilOn: string
  readonly fenPerHundredPoints: number
  readonly storeNames: readonly { readonly storeId: string; readonly name: string }[]
  readonly waiting: { readonly points: number; readonly isWhole: boolean }
  readonly todayOn: string
}

export function liabilityCsv(days: readonly CertifiedDay[], told: Told): string {
  const titles = columns.map(([title]) => title)
  const worthOf = (points: number) => ({ fen: worthFenOf(points, told.fenPerHundredPoints) })
  const rowOf = (
    name: string,
    lines: LiabilityLines,
    at: Pick<CertifiedDay, 'opening' | 'closing'>,
  ) => [
    name,
    at.opening.balancePoints,
    ...columns.map(([, line]) => lines[line]),
    at.closing.balancePoints,
    at.closing.debtPoints,
    at.closing.pendingPoints,
    worthOf(at.closing.balancePoints),
  ]
  const names = new Map(told.storeNames.map(({ storeId, name }) => [storeId, name]))
  const nameOf = (storeId: string | null) =>
    storeId === null ? '不属门店' : (names.get(storeId) ?? storeId)
  const { points: waitingPoints, isWhole } = told.waiting
  const since = `截至 ${told.todayOn}${isWhole ? '' : '，至少'}`
  return toCsv([
    ['日期', '期初积分', ...titles, '期末积分', '期末欠积分', '期末待到账', '期末折算（元）'],
    ...days.map((day) => rowOf(day.on, linesOf([day]), day)),
    rowOf('合计', told.lines, told),
    [],
    ['预计不再使用', told.breakagePoints, '', worthOf(told.breakagePoints)],
    [`老会员待认领（另计，${since}）`, waitingPoints, '', worthOf(waitingPoints)],
    [],
    ['门店', '发放积分', '使用积分'],
    ...told.stores.map(({ storeId, issuedPoints, spentPoints }) => [
      nameOf(storeId),
      issuedPoints,
      spentPoints,
    ]),
    [],
    ['发放门店', '使用门店', '积分'],
    ...told.clearing.map(({ issuedBy, spentAt, points }) => [
      nameOf(issuedBy),
      spentAt === null ? '商城待自提' : nameOf(spentAt),
      points,
    ]),
  ])
}
