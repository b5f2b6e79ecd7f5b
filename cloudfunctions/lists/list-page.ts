/** One list with its book, and the entries of a page, in one call each. */
import { isOver } from '../../shared/lists/entry-state'
import { aggregate, command, findWhere } from '../runtime/database'
import type { Entry, EntryDocument, List, ListBook } from './list-document'

export interface ListWithBook {
  readonly list: List
  /** Null before it was published. */
  readonly book: ListBook | null
}

export async function readListWithBook(listId: string): Promise<ListWithBook | null> {
  const join = { from: 'list_books', localField: '_id', foreignField: '_id', as: 'books' }
  const [found] = await aggregate<List & { readonly books: readonly ListBook[] }>('lists', [
    ['match', { _id: listId }],
    ['lookup', join],
  ])
  if (!found) return null
  const { books, ...list } = found
  return { list, book: books[0] ?? null }
}

export interface EntryPage {
  readonly book: ListBook
  /** Numbers have no gaps: a page is a stretch of them. */
  readonly afterNo: number
  readonly untilNo: number
  readonly memberId: string
}

/** The entries of a page by number, and hers wherever it stands; marks of the book included. */
export async function entriesOfPage({ book, afterNo, untilNo, memberId }: EntryPage): Promise<{
  readonly entries: readonly Entry[]
  readonly mine: Entry | null
}> {
  const listId = book._id
  const stretch = command.gt(afterNo).and(command.lte(untilNo))
  const isHers = { listId, memberId, state: command.neq('cancelled') }
  const stored = await findWhere<EntryDocument>(
    'list_entries',
    command.or([{ listId, entryNo: stretch }, isHers]),
    { orderBy: ['entryNo', 'asc'], limit: untilNo - afterNo + MOST_OF_HER_OWN },
  )
  const all = withMarks(stored, book)
  const hers = all.filter((entry) => entry.memberId === memberId && entry.state !== 'cancelled')
  const standing = hers.filter(({ state }) => !isOver(state))
  return {
    entries: all.filter(({ entryNo }) => entryNo > afterNo && entryNo <= untilNo),
    mine: standing.at(-1) ?? hers.at(-1) ?? null,
  }
}

/** One that stands, and what came to her by a merge. */
export const MOST_OF_HER_OWN = 20

/** What the book has decided and a document has not heard yet is shown as it is to be. */
function withMarks(stored: readonly Entry[], { todo, order }: ListBook): readonly Entry[] {
  const marked = Object.entries(todo).map(([entryId, { entry }]) => {
    return { ...entry, _id: entryId, entryNo: order.indexOf(entryId) + 1 }
  })
  const others = stored.filter(({ _id }) => todo[_id] === undefined)
  return [...others, ...marked].sort((one, other) => one.entryNo - other.entryNo)
}
