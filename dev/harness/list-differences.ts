/** What of a list is not as the notebook beside it says. */
import type { Output } from '../../shared/contract/contract'
import { quantityOf } from '../../shared/lists/quantity'
import type { ListModel } from './list-model'
import type { ListUnderTest } from './lists'
import type { ShopUnderTest } from './shop-under-test'

type Entries = Output<'lists', 'entries'>['entries']
type Totals = Output<'lists', 'totals'>
type Summed = Pick<Totals['items'][number], 'itemId' | 'quantity' | 'amountFen'>

/** A list, and the shop that it is in. */
export interface Place {
  readonly shop: ShopUnderTest
  readonly list: ListUnderTest
}

/** Entries, sums by item and by point, what is left and who is gone; nothing when all agree. */
export async function differences(place: Place, model: ListModel): Promise<string[]> {
  const { shop, list } = place
  const { listId, owner } = list
  const entries = await allEntries(place)
  const told = entries.map((one) => `${one.entryNo} ${one.state} ${written(one.lines)}`)
  const noted = model.entries.map(
    (one) => `${one.no} ${one.state} ${written(notedLines(list, one))}`,
  )
  const [book] = await shop.find('list_books', { _id: listId })
  const { left, todo, goneCount = 0 } = Object(book)
  const totals = await shop.value('lists.totals', { as: owner.who, input: { listId } })
  const joined = entries.filter(({ state }) => state === 'joined')
  const gone = entries.filter(({ state }) => ['cancelled', 'lapsed', 'released'].includes(state))
  return [
    ...differ('entries', told, noted),
    ...differ('left', left, model.left()),
    ...differ('marks', todo, {}),
    ...differ('gone', goneCount, gone.length),
    ...differ('totals', totals.items.map(sumOf), notedTotals(list, model)),
    ...differ('sum of points', summed(pointItems(totals)), summed(totals.items)),
    ...differ('sum of entries', payableOf(joined), totals.amountFen),
    ...differ('entries that count', totals.entryCount, joined.length),
    ...wrongPoints(totals, joined),
  ]
}

/** All pages, by number. */
export async function allEntries({ shop, list: { listId, owner } }: Place): Promise<Entries> {
  const entries: Entries = []
  let cursor: string | undefined
  do {
    const input = { listId, ...(cursor === undefined ? {} : { cursor }) }
    const page = await shop.value('lists.entries', { as: owner.who, input })
    entries.push(...page.entries)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return entries
}

function wrongPoints(totals: Totals, joined: Entries): string[] {
  return totals.points.flatMap(({ pickupPointId, items }) => {
    const own = joined.filter((one) => one.pickupPointId === pickupPointId)
    const amountFen = items.reduce((sum, one) => sum + one.amountFen, 0)
    return differ(`point ${pickupPointId}`, amountFen, payableOf(own))
  })
}

function payableOf(entries: Entries): number {
  return entries.reduce((sum, { payableFen }) => sum + payableFen, 0)
}

function pointItems({ points }: Totals): Summed[] {
  return points.flatMap(({ items }) => items)
}

function notedLines(
  { list }: ListUnderTest,
  { wanted }: { readonly wanted: Readonly<Record<string, number>> },
) {
  return list.items.flatMap(({ itemId, unit }) => {
    const count = wanted[itemId] ?? 0
    return count === 0 ? [] : [{ itemId, quantity: quantityOf(count, unit) }]
  })
}

function notedTotals({ list }: ListUnderTest, model: ListModel): string[] {
  const totals = model.totals()
  return list.items.flatMap(({ itemId, unit }) => {
    const { count, amountFen } = totals.get(itemId) ?? { count: 0, amountFen: 0 }
    return count === 0 ? [] : [sumOf({ itemId, quantity: quantityOf(count, unit), amountFen })]
  })
}

function sumOf({ itemId, quantity, amountFen }: Summed): string {
  return `${itemId} ${quantity} ${amountFen}`
}

function summed(rows: readonly Summed[]): string[] {
  const sums = new Map<string, Summed>()
  for (const { itemId, quantity, amountFen } of rows) {
    const so = sums.get(itemId) ?? { itemId, quantity: 0, amountFen: 0 }
    const more = { quantity: so.quantity + quantity, amountFen: so.amountFen + amountFen }
    sums.set(itemId, { itemId, ...more })
  }
  return [...sums.values()].map(sumOf).sort()
}

function written(lines: readonly { itemId: string; quantity: number }[]): string {
  return lines.map(({ itemId, quantity }) => `${itemId}×${quantity}`).join(' ')
}

/** One sentence where the two are not the same. */
export function differ(what: string, found: unknown, wanted: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
  return one === other ? [] : [`${what}: ${one} instead of ${other}`]
}
