/** What cards and desks tell of lists, added up by the database. */
import { amountOf } from '../../shared/lists/quantity'
import { aggregate, command } from '../runtime/database'
import type { List } from './list-document'

/** The platform answers twenty rows unless more are asked for, and ten thousand at most. */
const MOST_ROWS = 10_000

/** A book without its long parts. */
export interface BookSheet {
  readonly _id: string
  readonly entryCount: number
  readonly ordered: Readonly<Record<string, number>>
  readonly lastNames: readonly string[]
}

/** One call, however long the lists are. */
export async function bookSheets(
  listIds: readonly string[],
): Promise<ReadonlyMap<string, BookSheet>> {
  if (listIds.length === 0) return new Map()
  const $ = command.aggregate
  const sheets = await aggregate<BookSheet>('list_books', [
    ['match', { _id: command.in([...listIds]) }],
    [
      'group',
      {
        _id: '$_id',
        entryCount: $.first($.subtract([$.size('$order'), $.ifNull(['$goneCount', 0])])),
        ordered: $.first('$ordered'),
        lastNames: $.first('$lastNames'),
      },
    ],
    ['limit', listIds.length],
  ])
  return new Map(sheets.map((sheet) => [sheet._id, sheet]))
}

export interface DeskFigures {
  readonly joinedCount: number
  readonly amountFen: number
  readonly unpaidCount: number
  readonly uncollectedCount: number
}

/** Of these lists: who joined, the sum of their lines, who has not paid, who has not fetched. */
export async function deskFigures(lists: readonly List[]): Promise<(list: List) => DeskFigures> {
  const published = lists.filter(({ publishedAt }) => publishedAt !== null)
  const listIds = published.map(({ _id }) => _id)
  const [amounts, counts] = await Promise.all([amountsOf(published), openCounts(listIds)])
  return ({ _id }) => {
    const { joinedCount = 0, unpaidCount = 0, uncollectedCount = 0 } = counts.get(_id) ?? {}
    return { joinedCount, amountFen: amounts.get(_id) ?? 0, unpaidCount, uncollectedCount }
  }
}

interface AmountRow {
  readonly _id: {
    readonly listId: string
    readonly itemId: string
    readonly priceFen: number
    readonly count: number
  }
  readonly lines: number
}

/** Lines that cost the same are counted, and each of them is rounded for itself. */
async function amountsOf(lists: readonly List[]): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>()
  if (lists.length === 0) return sums
  const $ = command.aggregate
  const settled = $.ifNull(['$lines.gotCount', '$lines.count'])
  const rows = await aggregate<AmountRow>('list_entries', [
    ['match', { listId: command.in(lists.map(({ _id }) => _id)), state: 'joined' }],
    ['unwind', '$lines'],
    [
      'group',
      {
        _id: {
          ...{ listId: '$listId', itemId: '$lines.itemId', priceFen: '$lines.priceFen' },
          count: $.ifNull(['$lines.weighedGrams', settled]),
        },
        lines: $.sum(1),
      },
    ],
    ['limit', MOST_ROWS],
  ])
  for (const { _id, lines } of rows) {
    const { listId, itemId, priceFen, count } = _id
    const items = lists.find((list) => list._id === listId)?.items ?? []
    const { unit = 'piece' } = items.find((item) => item.itemId === itemId) ?? {}
    const amountFen = amountOf({ unit }, { count, priceFen }) * lines
    sums.set(listId, (sums.get(listId) ?? 0) + amountFen)
  }
  return sums
}

interface OpenRow {
  readonly _id: string
  readonly joinedCount: number
  readonly unpaidCount: number
  readonly uncollectedCount: number
}

async function openCounts(listIds: readonly string[]): Promise<ReadonlyMap<string, OpenRow>> {
  if (listIds.length === 0) return new Map()
  const $ = command.aggregate
  const rows = await aggregate<OpenRow>('list_entries', [
    ['match', { listId: command.in([...listIds]), state: 'joined' }],
    [
      'group',
      {
        _id: '$listId',
        joinedCount: $.sum(1),
        unpaidCount: $.sum($.cond([$.eq(['$payment.state', 'owed']), 1, 0])),
        // Missing while nothing of it waits to be fetched.
        uncollectedCount: $.sum($.cond([$.gt([$.ifNull(['$waitingSince', 0]), 0]), 1, 0])),
      },
    ],
    ['limit', listIds.length],
  ])
  return new Map(rows.map((row) => [row._id, row]))
}
