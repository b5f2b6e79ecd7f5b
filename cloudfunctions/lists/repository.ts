/** Lists as others read them; entries and what is fetched have repositories of their own. */
import { isPublished } from '../../shared/lists/list-state'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { getById, type Transaction } from '../runtime/database'
import type { List, ListBook, ListBookDocument, ListDocument } from './list-document'
import { admitLookingAfter } from './rights'

export function readList(listId: string, tx?: Transaction): Promise<List | null> {
  return tx ? tx.get<ListDocument>('lists', listId) : getById<ListDocument>('lists', listId)
}

/** Null before it was published. Read outside transactions alone: nothing ever locks it. */
export function readBook(listId: string): Promise<ListBook | null> {
  return getById<ListBookDocument>('list_books', listId)
}

/** For those who do not look after it: null also before it was published, and once withdrawn. */
export async function readPublicList(listId: string): Promise<List | null> {
  const list = await readList(listId)
  return list && isPublished(list) ? list : null
}

/** A list that the caller looks after. Refuses LIST_GONE and LIST_FOREIGN. */
export async function listAtDesk(
  listId: string,
  context: Pick<StaffContext, 'staff' | 'memberId'>,
  tx?: Transaction,
): Promise<Outcome<List>> {
  const list = await readList(listId, tx)
  if (!list) return refuse('LIST_GONE')
  const admitted = admitLookingAfter(list, context)
  return admitted.ok ? accept(list) : admitted
}
