import type { ListCard, listPlanning } from '../../shared/contract/list-planning'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { isOver } from '../../shared/lists/entry-state'
import { shownStateAt } from '../../shared/lists/list-state'
import { reachedCount } from '../../shared/lists/threshold'
import { accept, refuse } from '../../shared/refusal'
import type { Context, UseCase } from '../runtime/context'
import type { Entry, List } from './list-document'
import { type BookSheet, bookSheets } from './list-figures'
import { MOST_OF_HER_OWN } from './list-page'
import {
  type ListPlace,
  listsByIds,
  listsOf,
  ownEntries,
  placeOf,
  placeOfCursor,
  type Which,
} from './list-pages'

/** Lists of one page, her entries in them, and where the next page begins. */
interface Found {
  readonly lists: readonly List[]
  readonly entries: readonly Entry[]
  readonly nextCursor: string | null
}

/**
 * A page of lists as cards, for everybody: those that run by their cut-off, those that come by
 * their opening, those that are over and her own the latest first. Nothing is written.
 */
export const listRunning: UseCase<typeof listPlanning.running> = async (input, context) => {
  const after = placeOfCursor(input.cursor)
  if (after === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const { which } = input
  const found =
    which === 'mine' ? await foundMine(after, context) : await foundAll(which, after, context)
  const books = await bookSheets(found.lists.map(({ _id }) => _id))
  const lists = found.lists.map((list) => {
    const standing = found.entries.filter(({ state }) => !isOver(state))
    const entry = standing.find(({ listId }) => listId === list._id)
    return cardOf(list, books.get(list._id), { now: context.now, entry })
  })
  return accept({ serverNow: context.now, lists, nextCursor: found.nextCursor })
}

async function foundAll(
  which: Which,
  after: ListPlace | null,
  { now, memberId }: Context,
): Promise<Found> {
  const found = await listsOf(which, { after, limit: PAGE_SIZE_ROWS + 1, now })
  const lists = found.slice(0, PAGE_SIZE_ROWS)
  const last = found.length > lists.length ? lists.at(-1) : undefined
  const listIds = lists.map(({ _id }) => _id)
  const entries = lists.length === 0 ? [] : await ownEntries(memberId, { listIds }, mostOf(lists))
  return { lists, entries, nextCursor: last ? placeOf(which, last) : null }
}

/** One entry of a list is hers, and what came to her by a merge. */
function mostOf(lists: readonly List[]): number {
  return lists.length + MOST_OF_HER_OWN
}

async function foundMine(after: ListPlace | null, { memberId }: Context): Promise<Found> {
  const found = await ownEntries(memberId, { after }, PAGE_SIZE_ROWS + 1)
  const entries = found.slice(0, PAGE_SIZE_ROWS)
  const last = found.length > entries.length ? entries.at(-1) : undefined
  const nextCursor = last ? `${last.joinedAt}:${last._id}` : null
  const lists = await listsByIds([...new Set(entries.map(({ listId }) => listId))])
  const ordered = entries.flatMap(({ listId }) => lists.find(({ _id }) => _id === listId) ?? [])
  return { lists: [...new Set(ordered)], entries, nextCursor }
}

function cardOf(
  list: List,
  book: BookSheet | undefined,
  { now, entry }: { readonly now: number; readonly entry: Entry | undefined },
): ListCard {
  const { title, pictures, ownerName, communityName, opensAt, cutOffAt, items, threshold } = list
  const prices = items.map(({ priceFen, memberPriceFen }) => memberPriceFen ?? priceFen)
  const reached = reachedCount(items, book?.ordered ?? {})
  return {
    ...{ listId: list._id, title, picture: pictures[0] ?? null, ownerName, communityName },
    ...{ state: shownStateAt(list, now), opensAt, cutOffAt, fromFen: Math.min(...prices) },
    entryCount: book?.entryCount ?? 0,
    lastNames: [...(book?.lastNames ?? [])].reverse(),
    threshold: threshold && { count: threshold.count, reachedCount: reached },
    myEntryNo: entry?.entryNo ?? null,
  }
}
