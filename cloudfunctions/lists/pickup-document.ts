/** What waits to be fetched, as staff and its member see it; the reads of it for other rooms. */
import type { WaitingLine } from '../../shared/contract/list-pickup'
import { leftCountOf } from '../../shared/lists/collect'
import type { PickupPoint } from '../../shared/lists/list'
import { dueFenOf, lineAmountFen, payableFenOf, unitsOf } from '../../shared/lists/payable'
import { quantityOf } from '../../shared/lists/quantity'
import { command, findWhere } from '../runtime/database'
import type { Entry, EntryDocument, List, ListDocument } from './list-document'

/** Of one person at once; what is left shows when some of it was fetched. */
export const MAX_WAITING_ENTRIES = 20
const MAX_LISTS = 100

/** Her entries of which something waits, those that wait longest first. One call. */
export function waitingEntriesOf(memberId: string): Promise<Entry[]> {
  const filter = { memberId, waitingSince: command.gt(0) }
  const order = { orderBy: ['waitingSince', 'asc'], limit: MAX_WAITING_ENTRIES } as const
  return findWhere<EntryDocument>('list_entries', filter, order)
}

/** The entry that a pick-up code was drawn for. One call. */
export async function entryByCode(pickupCode: string): Promise<Entry | null> {
  const found = await findWhere<EntryDocument>('list_entries', { pickupCode }, { limit: 1 })
  return found[0] ?? null
}

/** The lists of some entries; no call where there are none. */
export async function listsOf(entries: readonly Entry[]): Promise<ReadonlyMap<string, List>> {
  const ids = [...new Set(entries.map(({ listId }) => listId))].slice(0, MAX_LISTS)
  if (ids.length === 0) return new Map()
  const filter = { _id: command.in(ids) }
  const lists = await findWhere<ListDocument>('lists', filter, { limit: MAX_LISTS })
  return new Map(lists.map((list) => [list._id, list]))
}

/** What waits for a member at the points of a store. One call where nothing does, two else. */
export async function waitingLinesOf(memberId: string, storeId: string): Promise<WaitingLine[]> {
  const entries = await waitingEntriesOf(memberId)
  const lists = await listsOf(entries)
  return entries.flatMap((entry) => {
    const list = lists.get(entry.listId)
    const isHere = list && pointOf(entry, list).storeId === storeId
    return isHere ? linesToFetch({ entry, list }) : []
  })
}

/** What an entry's code opens at a store: all of its member's, or this one of a mere name. */
export async function linesBehind(entry: Entry, storeId: string): Promise<WaitingLine[]> {
  if (entry.memberId !== null) return waitingLinesOf(entry.memberId, storeId)
  const list = (await listsOf([entry])).get(entry.listId)
  const isHere = list && entry.waitingSince && pointOf(entry, list).storeId === storeId
  return isHere ? linesToFetch({ entry, list }) : []
}

interface EntryOf {
  readonly entry: Entry
  readonly list: List
}

const NO_POINT = { pickupPointId: '', name: '', storeId: null, hours: '' }

/** A point that is gone is nobody's: lists keep theirs. */
export function pointOf({ pickupPointId }: Entry, { pickupPoints }: List): PickupPoint {
  return pickupPoints.find((point) => point.pickupPointId === pickupPointId) ?? NO_POINT
}

/** What of an entry is still here, line by line. */
export function linesToFetch({ entry, list }: EntryOf): WaitingLine[] {
  const unitOf = unitsOf(list.items)
  const point = pointOf(entry, list)
  const openFens = openFensOf({ entry, list })
  const isToOwner = list.payment === 'toOwner'
  return entry.lines.flatMap((line, place) => {
    const leftCount = leftCountOf(line)
    const item = list.items.find(({ itemId }) => itemId === line.itemId)
    if (leftCount === 0 || !item) return []
    const openFen = openFens[place] ?? 0
    return {
      ...{ entryId: entry._id, entryNo: entry.entryNo, listId: list._id, listTitle: list.title },
      ...{ pickupPointId: point.pickupPointId, pickupPointName: point.name },
      ...{ itemId: item.itemId, itemName: item.name, spec: item.spec, unit: item.unit },
      quantity: quantityOf(leftCount, item.unit),
      grams: line.weighedGrams,
      amountFen: lineAmountFen(line, unitOf),
      ...{ dueFen: isToOwner ? 0 : openFen, toOwnerFen: isToOwner ? openFen : 0 },
      untilOn: list.pickupUntilOn,
    }
  })
}

/**
 * What is not paid yet of each line, whoever is to get it. The whole entry is paid when the first
 * of it is fetched; what is missing of one that was paid before stands at its first line.
 */
function openFensOf({ entry, list }: EntryOf): readonly number[] {
  const unitOf = unitsOf(list.items)
  const amounts = entry.lines.map((line) => lineAmountFen(line, unitOf))
  const openFen = dueFenOf(entry.payment, payableFenOf(entry.lines, unitOf))
  if (openFen === 0) return []
  if (entry.payment.paidFen === 0) return amounts
  const first = entry.lines.findIndex((line) => leftCountOf(line) > 0)
  return amounts.map((_amount, place) => (place === first ? openFen : 0))
}

/** What staff take at the pick-up: nothing where it is paid to the owner. */
export function dueAtPickupFen({ entry, list }: EntryOf): number {
  if (list.payment === 'toOwner') return 0
  return dueFenOf(entry.payment, payableFenOf(entry.lines, unitsOf(list.items)))
}

/** What a message says of money that goes back. */
export function backFactsOf(
  { _id: listId, title: listTitle }: Pick<List, '_id' | 'title'>,
  { backFen, onlineFen }: { readonly backFen: number; readonly onlineFen: number },
) {
  return { listId, listTitle, backFen, onlineFen }
}
