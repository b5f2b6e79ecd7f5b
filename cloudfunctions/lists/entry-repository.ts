/** Entries, and of a list's book what one of them has to know. */
import {
  aggregate,
  command,
  findWhere,
  getById,
  type Stored,
  type Transaction,
} from '../runtime/database'
import { keptBriefly } from '../runtime/kept'
import { ABANDONED_AFTER_MS } from '../runtime/units'
import type { Entry, EntryDocument, List, ListBook, ListBookDocument } from './list-document'
import { readPublicList } from './repository'

/** What a list promises stays as it was published; how it stands by now, its book says. */
const LIST_KEPT_MS = 60_000
/** The platform answers no more documents at once. */
const MOST_AT_ONCE = 1_000

const kept = keptBriefly<List | null>(LIST_KEPT_MS)

/** The list as entries need it, kept for a minute; null for what nobody can join. */
export function listToJoin(listId: string): Promise<List | null> {
  return kept.read(
    listId,
    () => readPublicList(listId),
    (list) => list !== null,
  )
}

export function readEntry(entryId: string, tx?: Transaction): Promise<Entry | null> {
  return tx
    ? tx.get<EntryDocument>('list_entries', entryId)
    : getById<EntryDocument>('list_entries', entryId)
}

export async function entryByNo(listId: string, entryNo: number): Promise<Entry | null> {
  const found = await findWhere<EntryDocument>('list_entries', { listId, entryNo }, { limit: 1 })
  return found[0] ?? null
}

/** The next entries of a list by number, those that fit alone. */
export function entriesAfter(
  { listId, ...fitting }: { readonly listId: string } & Readonly<Record<string, unknown>>,
  { afterNo, limit }: { readonly afterNo: number; readonly limit: number },
): Promise<Entry[]> {
  const filter = { listId, entryNo: command.gt(afterNo), ...fitting }
  const orderBy = ['entryNo', 'asc'] as const
  return findWhere<EntryDocument>('list_entries', filter, { orderBy, limit })
}

/** Who waits for a place, by number. */
export function queueOf(listId: string): Promise<Entry[]> {
  return entriesAfter({ listId, state: 'waiting' }, { afterNo: 0, limit: MOST_AT_ONCE })
}

/** Held places whose time is over, the longest overdue first. */
export function overdueHolds(now: number, limit: number): Promise<Entry[]> {
  const filter = { dueAt: command.lte(now).and(command.gt(0)), state: 'held' }
  return findWhere<EntryDocument>('list_entries', filter, { orderBy: ['dueAt', 'asc'], limit })
}

/** Books with a mark that nobody can be alive to carry out, the oldest first. */
export function markedBooks(now: number, limit: number): Promise<ListBook[]> {
  const old = command.lte(now - ABANDONED_AFTER_MS).and(command.gt(0))
  const orderBy = ['markedAt', 'asc'] as const
  return findWhere<ListBookDocument>('list_books', { markedAt: old }, { orderBy, limit })
}

/** The book without its long parts, and what it says of one entry and of some members. */
export interface BookPage
  extends Omit<Stored<ListBookDocument>, 'order' | 'holders' | 'lastNames'> {
  /** The number of the entry, 0 when it has none. */
  readonly entryNo: number
  /** Which entries these members have, null where none. */
  readonly held: readonly (string | null)[]
}

/** One call, however long the list is; null of a list that has no book yet. */
export async function bookPage(
  listId: string,
  { entryId = '', holderIds = [] }: { entryId?: string; holderIds?: readonly string[] } = {},
): Promise<BookPage | null> {
  const $ = command.aggregate
  const held = holderIds.map((id) => $.ifNull([`$holders.${id}`, null]))
  const entryNo = $.add([$.indexOfArray(['$order', entryId]), 1])
  const [found] = await aggregate<BookPage>('list_books', [
    ['match', { _id: listId }],
    ['addFields', { entryNo, held }],
    ['project', { order: 0, holders: 0, lastNames: 0 }],
  ])
  return found ?? null
}
