/** What the entries of a list come to, added up by the database. */
import type { EntryState } from '../../shared/lists/list'
import type { PayableLine } from '../../shared/lists/payable'
import { aggregate, command } from '../runtime/database'

/** So many lines that are alike. */
export interface OrderedSum extends PayableLine {
  readonly pickupPointId: string
  readonly lineCount: number
}

/** More kinds of lines than a list can have: prices and quantities are few. */
const MOST_SUMS = 1_000
const MOST_ITEMS = 100

/** The lines of all entries that have joined; those that are alike are one. */
export async function sumsOf(listId: string): Promise<readonly OrderedSum[]> {
  const $ = command.aggregate
  const line = {
    ...{ itemId: '$lines.itemId', count: '$lines.count', priceFen: '$lines.priceFen' },
    ...{ gotCount: '$lines.gotCount', weighedGrams: '$lines.weighedGrams' },
  }
  const sums: OrderedSum[] = []
  let page: { _id: Omit<OrderedSum, 'lineCount'>; lineCount: number }[] = []
  do {
    page = await aggregate('list_entries', [
      ['match', { listId, state: 'joined' }],
      ['unwind', '$lines'],
      ['group', { _id: { pickupPointId: '$pickupPointId', ...line }, lineCount: $.sum(1) }],
      ['sort', { _id: 1 }],
      ['skip', sums.length],
      ['limit', MOST_SUMS],
    ])
    sums.push(...page.map(({ _id, lineCount }) => ({ ..._id, lineCount })))
  } while (page.length === MOST_SUMS)
  return sums
}

/** Pieces or grams of each item that entries in one of these states order. */
export async function orderedCountsOf(
  listId: string,
  states: readonly EntryState[],
): Promise<Readonly<Record<string, number>>> {
  const $ = command.aggregate
  const rows = await aggregate<{ _id: string; count: number }>('list_entries', [
    ['match', { listId, state: command.in([...states]) }],
    ['unwind', '$lines'],
    ['group', { _id: '$lines.itemId', count: $.sum('$lines.count') }],
    ['limit', MOST_ITEMS],
  ])
  return Object.fromEntries(rows.map(({ _id, count }) => [_id, count]))
}

/** How many entries are in which state. */
export async function standsOf(listId: string): Promise<ReadonlyMap<EntryState, number>> {
  const $ = command.aggregate
  const rows = await aggregate<{ _id: EntryState; count: number }>('list_entries', [
    ['match', { listId }],
    ['group', { _id: '$state', count: $.sum(1) }],
  ])
  return new Map(rows.map(({ _id, count }) => [_id, count]))
}
