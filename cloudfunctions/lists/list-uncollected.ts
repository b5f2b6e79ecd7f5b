import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { listPickup } from '../../shared/contract/list-pickup'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { command, type Fields, findWhere } from '../runtime/database'
import { isCommunityOwner, storeOf } from '../runtime/roles'
import type { Entry, EntryDocument, ListDocument } from './list-document'
import { linesToFetch, listsOf, pointOf } from './pickup-document'
import { readList } from './repository'
import { mayHandOver } from './rights'

type Input = ParsedInputOf<typeof listPickup.uncollected>

const MAX_OWN_LISTS = 100

/**
 * What nobody has fetched: of a list by number; of a store's points, or of all lists of an owner,
 * those that wait longest first. Refuses LIST_GONE, LIST_FOREIGN, STORE_FOREIGN, STORE_REQUIRED.
 */
export const listUncollected: UseCase<typeof listPickup.uncollected> = async (input, context) => {
  const after = placeOf(input)
  if (after === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const asked = await askedFor(input, context)
  if (!asked.ok) return asked
  const found = await pageOf(asked.value, after, input)
  const shown = found.slice(0, PAGE_SIZE_ROWS)
  const lists = await listsOf(shown)
  const lines = shown.flatMap((entry) => {
    const list = lists.get(entry.listId)
    if (!list) return []
    const place = { list, storeId: pointOf(entry, list).storeId }
    if (!mayHandOver(place, context.staff, context.memberId)) return []
    return linesToFetch({ entry, list }).map((line) => ({ ...line, name: entry.name }))
  })
  const last = shown.at(-1)
  const isMore = found.length > shown.length && last
  return accept({ lines, nextCursor: isMore ? cursorOf(last, input) : null })
}

async function askedFor(
  { listId, storeId }: Input,
  { staff, shop, memberId }: StaffContext,
): Promise<Outcome<Fields>> {
  if (listId !== undefined) {
    const list = await readList(listId)
    if (!list) return refuse('LIST_GONE')
    const points = [{ storeId: null }, ...list.pickupPoints]
    const may = points.some((point) =>
      mayHandOver({ list, storeId: point.storeId }, staff, memberId),
    )
    return may ? accept({ listId }) : refuse('LIST_FOREIGN')
  }
  if (storeId === undefined && isCommunityOwner(staff)) {
    const own = { ownerId: memberId, state: command.in(['ordered', 'arrived', 'closed']) }
    const order = { orderBy: ['createdAt', 'desc'], limit: MAX_OWN_LISTS } as const
    const lists = await findWhere<ListDocument>('lists', own, order)
    return accept({ listId: command.in(lists.map(({ _id }) => _id)) })
  }
  const store = storeOf(staff, shop, storeId)
  return store.ok ? accept({ storeId: store.value.storeId }) : store
}

/** Of one list the number says it all; else those that began to wait at once go by their ids. */
type Place = { readonly no: number } | { readonly since: number; readonly id: string }

function cursorOf({ entryNo, waitingSince, _id }: Entry, { listId }: Input): string {
  return listId === undefined ? `${waitingSince}:${_id}` : String(entryNo)
}

/** Undefined for a cursor that is none of this question's. */
function placeOf({ cursor, listId }: Input): Place | null | undefined {
  if (cursor === undefined) return null
  if (listId !== undefined) return /^\d{1,6}$/.test(cursor) ? { no: Number(cursor) } : undefined
  const [, since, id] = /^(\d{1,15}):([\w-]{1,64})$/.exec(cursor) ?? []
  return since !== undefined && id !== undefined ? { since: Number(since), id } : undefined
}

/** One row more than a page tells whether there is more. */
function pageOf(asked: Fields, after: Place | null, { listId }: Input): Promise<Entry[]> {
  const limit = PAGE_SIZE_ROWS + 1
  const waits = { ...asked, waitingSince: command.gt(0) }
  if (listId !== undefined) {
    const no = after !== null && 'no' in after ? after.no : 0
    const filter = { ...waits, entryNo: command.gt(no) }
    return findWhere<EntryDocument>('list_entries', filter, { orderBy: ['entryNo', 'asc'], limit })
  }
  const orders = { orderBy: ['waitingSince', 'asc'], thenBy: ['_id', 'asc'], limit } as const
  if (after === null || 'no' in after) {
    return findWhere<EntryDocument>('list_entries', waits, orders)
  }
  const later = { ...asked, waitingSince: command.gt(after.since) }
  const same = { ...asked, waitingSince: after.since, _id: command.gt(after.id) }
  return findWhere<EntryDocument>('list_entries', command.or([same, later]), orders)
}
