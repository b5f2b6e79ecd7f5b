/** What of a fulfilled list, of its files and of the books is not as the notebook says. */

import type { Input } from '../../shared/contract/contract'
import { parseCsv } from '../../shared/csv'
import { quantityOf } from '../../shared/lists/quantity'
import { formatYuan } from '../../shared/yuan'
import { allEntries, differ, type Place } from './list-differences'
import type { Fulfilled, ListFulfilment } from './list-fulfilment'
import type { ListModel } from './list-model'

const UTC8_MS = 8 * 3_600_000

type Sheet = Input<'lists', 'export'>['sheet']

const sheets: readonly Sheet[] = [
  ...(['entries', 'items', 'points', 'members'] as const),
  ...(['unpaid', 'uncollected', 'commission'] as const),
]

interface Told {
  readonly place: Place
  readonly model: ListModel
  readonly fulfilment: ListFulfilment
}

/**
 * Entries as the desk sees them, all seven files, the purchases, and the statement of the owner, to
 * whom all was paid. Nothing when all agree.
 */
export async function fulfilmentDifferences(told: Told): Promise<string[]> {
  return [
    ...(await wrongEntries(told)),
    ...(await wrongSheets(told)),
    ...(await wrongPurchases(told)),
    ...(await wrongStatement(told)),
  ]
}

async function wrongEntries({ place, fulfilment }: Told): Promise<string[]> {
  const entries = await allEntries(place)
  const standing = new Set(fulfilment.rows.map(({ entry }) => entry.no))
  const found = entries
    .filter(({ entryNo }) => standing.has(entryNo))
    .map(({ entryNo, state, lines, payableFen, paymentState }) => {
      const goods = lines.map(
        (line) =>
          `${line.itemId} ${line.gotQuantity} ${line.weighedGrams} ${line.collectedQuantity}`,
      )
      return `${entryNo} ${state} ${goods.join(', ')} ${payableFen} ${paymentState}`
    })
  const noted = fulfilment.rows.map((row) => {
    const { entry, got, grams, isFetched, paid } = row
    const goods = place.list.list.items.flatMap(({ itemId, unit }) => {
      if (entry.wanted[itemId] === undefined) return []
      const quantity = quantityOf(got?.[itemId] ?? 0, unit)
      return `${itemId} ${quantity} ${grams[itemId] ?? null} ${isFetched ? quantity : 0}`
    })
    return `${entry.no} ${entry.state} ${goods.join(', ')} ${fulfilment.payableFen(row)} ${paid}`
  })
  return differ('fulfilled', found, noted)
}

async function wrongSheets(told: Told): Promise<string[]> {
  const { place, model, fulfilment } = told
  const { items, pickupPoints, commissionPercent } = place.list.list
  const standing = fulfilment.rows.filter(({ entry }) => entry.state === 'joined')
  const fen = (some: readonly Fulfilled[]) =>
    some.reduce((sum, row) => sum + fulfilment.payableFen(row), 0)
  const paidFen = (some: readonly Fulfilled[]) => some.reduce((sum, row) => sum + row.paidFen, 0)
  const bought = (some: readonly Fulfilled[]) =>
    items.map(({ itemId, unit }) => {
      const count = some.reduce((sum, { got }) => sum + (got?.[itemId] ?? 0), 0)
      return count === 0 ? '' : String(quantityOf(count, unit))
    })
  const itemFen = (some: readonly Fulfilled[], itemId: string) =>
    some.reduce((sum, { entry, got, grams }) => {
      const had = got?.[itemId] ?? 0
      const count = had === 0 ? 0 : (grams[itemId] ?? had)
      return sum + model.amountFen(itemId, { count, isMember: entry.who !== null })
    }, 0)
  const itemRows = (some: readonly Fulfilled[]) =>
    items.flatMap(({ itemId, name }, place) => {
      const quantity = bought(some)[place]
      return quantity ? [[name, quantity, yuan(itemFen(some, itemId))]] : []
    })
  const people = new Map<string, Fulfilled[]>()
  for (const row of standing) {
    const who = row.entry.who ?? `entry ${row.entry.no}`
    people.set(who, [...(people.get(who) ?? []), row])
  }
  const unpaid = standing.filter((row) => fulfilment.dueFen(row) > 0)
  const paid = fulfilment.rows.filter((row) => row.paidFen > 0)
  const commissionFen = Math.floor((paidFen(paid) * commissionPercent) / 100)
  const waiting = standing.filter(({ isFetched }) => !isFetched)
  const pointOf = new Map((await allEntries(place)).map((one) => [one.entryNo, one.pickupPointId]))
  const atPoint = (pickupPointId: string) =>
    standing.filter(({ entry }) => pointOf.get(entry.no) === pickupPointId)
  const wanted = {
    entries: standing.map((row) => [String(row.entry.no), yuan(fen([row])), ...bought([row])]),
    items: itemRows(standing),
    points: pickupPoints.flatMap(({ pickupPointId, name }) =>
      itemRows(atPoint(pickupPointId)).map((row) => [name, ...row]),
    ),
    members: [...people.values()].map((own) => [
      ...[String(own[0]?.entry.no), yuan(fen(own)), yuan(paidFen(own)), ...bought(own)],
    ]),
    unpaid: unpaid.map((row) => [
      ...[String(row.entry.no), yuan(fen([row])), yuan(row.paidFen), yuan(fulfilment.dueFen(row))],
    ]),
    uncollected: waiting.map((row) => [String(row.entry.no), ...bought([row])]),
    commission: [
      ...paid.map((row) => [String(row.entry.no), yuan(row.paidFen), yuan(0), yuan(row.paidFen)]),
      ['佣金', '', '', yuan(commissionFen)],
    ],
  } satisfies Record<Sheet, readonly (readonly string[])[]>
  const wrong = await Promise.all(
    sheets.map(async (sheet) => {
      return differ(`file ${sheet}`, await sheetOf(place, sheet), wanted[sheet])
    }),
  )
  return wrong.flat()
}

/** Of each sheet the columns that are numbers of this list. */
const columns: Readonly<Record<Sheet, (cells: readonly string[]) => readonly string[] | null>> = {
  entries: ([no = '', , state, fen = '', , , , , ...counts]) =>
    state === '已接龙' ? [no, fen, ...counts] : null,
  items: ([name = '', , quantity = '', , fen = '']) => [name, quantity, fen],
  points: ([point = '', name = '', , quantity = '', , fen = '']) => [point, name, quantity, fen],
  members: ([no = '', , , payable = '', paid = '', ...counts]) => [no, payable, paid, ...counts],
  unpaid: ([no = '', , , payable = '', paid = '', due = '']) => [no, payable, paid, due],
  uncollected: ([no = '', , , , , ...counts]) => [no, ...counts],
  commission: ([no = '', , paid = '', refunded = '', kept = '']) => [
    ...[no.startsWith('佣金') ? '佣金' : no, paid, refunded, kept],
  ],
}

async function sheetOf({ shop, list }: Place, sheet: Sheet): Promise<(readonly string[])[]> {
  const input = { listId: list.listId, sheet, format: 'csv' as const }
  const { base64 } = await shop.value('lists.export', { as: list.owner.who, input })
  const read = parseCsv(Buffer.from(base64, 'base64').toString('utf8'))
  if (!read.ok) return [['no file']]
  return read.value.slice(1).flatMap(({ cells }) => {
    const told = columns[sheet](cells)
    return told === null ? [] : [told]
  })
}

async function wrongPurchases({ place, fulfilment }: Told): Promise<string[]> {
  const { shop, list } = place
  const entries = await shop.find('list_entries', { listId: list.listId })
  const ids = new Map(entries.map(({ _id, entryNo }) => [Number(entryNo), String(_id)]))
  const found: Record<number, unknown> = {}
  const noted: Record<number, unknown> = {}
  for (const { entry, bookedFen } of fulfilment.rows) {
    const some = await shop.find('purchases', { listEntryId: ids.get(entry.no) ?? '' })
    found[entry.no] = some.map(({ bill }) => Object(bill).paidFen)
    noted[entry.no] = bookedFen === null ? [] : [bookedFen]
  }
  return differ('purchases', found, noted)
}

async function wrongStatement({ place, fulfilment }: Told): Promise<string[]> {
  const { shop, list } = place
  const [stored] = await shop.find('lists', { _id: list.listId })
  const month = new Date(Number(stored?.orderedAt) + UTC8_MS).toISOString().slice(0, 7)
  const statement = await shop.value('lists.statement', { as: list.owner.who, input: { month } })
  const own = statement.lists.find(({ listId }) => listId === list.listId)
  const paidFen = fulfilment.rows.reduce((sum, row) => sum + row.paidFen, 0)
  const commissionFen = Math.floor((paidFen * list.list.commissionPercent) / 100)
  const owedFen = paidFen - commissionFen
  const noted = { collectedFen: paidFen, refundedFen: 0, commissionFen, heldFen: paidFen, owedFen }
  const { listId: _id, title: _title, ...found } = own ?? { listId: '', title: '' }
  return differ('statement', found, noted)
}

function yuan(fen: number): string {
  return formatYuan(fen).replace('¥', '')
}
