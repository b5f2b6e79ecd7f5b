/** The sheets of a list as rows: only what was joined counts, so that all sums agree. */
import type { DeskEntry, EntryLine } from '../../shared/contract/list-entries'
import type { Cell } from '../../shared/csv-writing'
import { leftCountOf } from '../../shared/lists/collect'
import type { EntryState, ListItem } from '../../shared/lists/list'
import { dueFenOf, payableFenOf, unitsOf } from '../../shared/lists/payable'
import { quantityOf } from '../../shared/lists/quantity'
import type { CollectedRow } from './collected-sums'
import type { Entry, EntryDocumentLine, List } from './list-document'
import type { totalsOf } from './show-totals'

type Row = readonly Cell[]
export interface Sheet {
  readonly list: List
  readonly entries: readonly Entry[]
  /** Masked; of an entry without a proved phone there is none. */
  readonly phones: ReadonlyMap<string, string>
}

const states: Readonly<Record<EntryState, string>> = {
  awaiting: '待付款',
  joined: '已接龙',
  waiting: '候补',
  held: '待确认',
  cancelled: '已取消',
  lapsed: '已失效',
  released: '没有成交',
}
const payments: Readonly<Record<DeskEntry['paymentState'], string>> = {
  ...{
    none: '不用付',
    awaiting: '待付款',
    owed: '未付',
    paid: '已付',
    toReturn: '待退款',
    refunded: '已退款',
  },
}
const units: Readonly<Record<EntryLine['unit'], string>> = { piece: '份', jin: '斤' }

/** A row an entry, a column an item. What has no place, or gave it back, has no sums. */
export function entryRows({ list, entries }: Sheet): Row[] {
  const head = ['序号', '姓名', '状态', '金额', '付款', '自提点', '备注', '等候']
  const rows = entries.map((entry): Row => {
    const { entryNo, name, state, remark, payment } = entry
    const counts = state === 'joined'
    const fen: Cell = counts ? { fen: payableIn(list, entry) } : ''
    const isWaiting = state === 'waiting' || state === 'held' || state === 'awaiting'
    // Whoever has no place yet pays once she has one.
    const isLater = payment.state === 'none' && isWaiting
    const paid = isLater ? '有货再付' : payments[payment.state]
    const waits = isWaiting ? entry.lines.map((line) => goodsOf(list, line)).join('，') : ''
    return [
      ...[entryNo, name, states[state], fen, paid, pointName(list, entry)],
      ...[remark ?? '', waits, ...quantities(list, counts ? entry.lines.map(countGot) : [])],
    ]
  })
  return [[...head, ...itemColumns(list)], ...rows]
}

function itemColumns({ items }: List): Row {
  return items.map(({ name, spec, unit }) => `${name}${spec ? `（${spec}）` : ''}/${units[unit]}`)
}

type Counted = readonly [itemId: string, count: number]

/** In the order of the columns; empty where nothing is of it. */
function quantities({ items }: List, counted: readonly Counted[]): Row {
  return items.map(({ itemId, unit }) => {
    const count = counted.reduce((sum, [id, own]) => (id === itemId ? sum + own : sum), 0)
    return count === 0 ? '' : quantityOf(count, unit)
  })
}

function countGot({ itemId, gotCount, count }: EntryDocumentLine): Counted {
  return [itemId, gotCount ?? count]
}

type Totals = ReturnType<typeof totalsOf>

export function itemRows({ items }: Totals): Row[] {
  const rows = items.map(({ name, spec, quantity, unit, amountFen }): Row => {
    return [name, spec ?? '', quantity, units[unit], { fen: amountFen }]
  })
  return [['商品', '规格', '数量', '单位', '金额'], ...rows]
}

export function pointRows(list: List, { points }: Totals): Row[] {
  const rows = points.flatMap(({ name: point, items }) =>
    items.map(({ itemId, quantity, amountFen }): Row => {
      const { name, spec, unit } = itemOf(list, itemId)
      return [point, name, spec ?? '', quantity, units[unit], { fen: amountFen }]
    }),
  )
  return [['自提点', '商品', '规格', '数量', '单位', '金额'], ...rows]
}

/** One row a member, or a name that the owner wrote down. */
export function memberRows({ list, entries, phones }: Sheet): Row[] {
  const people = new Map<string, Entry[]>()
  for (const entry of joined(entries)) {
    const key = entry.memberId ?? `entry ${entry._id}`
    people.set(key, [...(people.get(key) ?? []), entry])
  }
  const rows = [...people.values()].map((own): Row => {
    const [first] = own
    const sum = (fenOf: (entry: Entry) => number) => own.reduce((all, one) => all + fenOf(one), 0)
    return [
      ...[first?.entryNo ?? 0, first?.name ?? '', phoneOf(phones, first)],
      ...[{ fen: sum((entry) => payableIn(list, entry)) }, { fen: sum(paidFenOf) }],
      ...quantities(
        list,
        own.flatMap(({ lines }) => lines.map(countGot)),
      ),
    ]
  })
  return [['序号', '姓名', '手机号', '应付', '已付', ...itemColumns(list)], ...rows]
}

export function unpaidRows({ list, entries, phones }: Sheet): Row[] {
  const rows = joined(entries).flatMap((entry): Row[] => {
    const payableFen = payableIn(list, entry)
    const dueFen = dueFenOf(entry.payment, payableFen)
    if (dueFen === 0) return []
    const { entryNo, name, payment } = entry
    const sums = [{ fen: payableFen }, { fen: payment.paidFen }, { fen: dueFen }]
    return [[entryNo, name, phoneOf(phones, entry), ...sums, pointName(list, entry)]]
  })
  return [['序号', '姓名', '手机号', '应付', '已付', '还差', '自提点'], ...rows]
}

/** What arrived and nobody has fetched. */
export function uncollectedRows({ list, entries, phones }: Sheet): Row[] {
  const rows = joined(entries).flatMap((entry): Row[] => {
    const left = entry.lines.map((line): Counted => [line.itemId, leftCountOf(line)])
    if (left.every(([, count]) => count === 0)) return []
    const who = [entry.entryNo, entry.name, phoneOf(phones, entry)]
    return [[...who, pointName(list, entry), list.pickupUntilOn ?? '', ...quantities(list, left)]]
  })
  const head = ['序号', '姓名', '手机号', '自提点', '最晚自提']
  return [[...head, ...itemColumns(list)], ...rows]
}

/** What the commission is of, entry by entry, and what it comes to. */
export function commissionRows(
  { commissionPercent }: List,
  rows: readonly CollectedRow[],
  commissionFen: number,
): Row[] {
  const own = rows.map(({ entryNo, name, paidFen, refundedFen }): Row => {
    return [entryNo, name, { fen: paidFen }, { fen: refundedFen }, { fen: paidFen - refundedFen }]
  })
  const head = ['序号', '姓名', '已收', '已退', '计佣金额']
  return [head, ...own, [`佣金${commissionPercent}%`, '', '', '', { fen: commissionFen }]]
}

function joined(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ state }) => state === 'joined')
}

function payableIn({ items }: List, { lines }: Entry): number {
  return payableFenOf(lines, unitsOf(items))
}

function paidFenOf({ payment }: Entry): number {
  return payment.paidFen
}

function phoneOf(phones: ReadonlyMap<string, string>, entry: Entry | undefined): string {
  return phones.get(entry?.memberId ?? '') ?? ''
}

function goodsOf(list: List, line: EntryDocumentLine): string {
  const item = itemOf(list, line.itemId)
  const quantity = quantityOf(line.gotCount ?? line.count, item.unit)
  return `${item.name}${item.spec ?? ''}×${quantity}${units[item.unit]}`
}

function pointName({ pickupPoints }: List, { pickupPointId }: Entry): string {
  return pickupPoints.find((point) => point.pickupPointId === pickupPointId)?.name ?? ''
}

function itemOf({ items }: List, itemId: string): ListItem {
  const nothing = { itemId, name: itemId, spec: null, priceFen: 0, memberPriceFen: null } as const
  const open = { stockCount: null, limitCount: null, unit: 'piece', category: null } as const
  return items.find((item) => item.itemId === itemId) ?? { ...nothing, ...open }
}
