/** The entries that lines are to be handed over of: those of one person, which the caller may. */
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { listPickup } from '../../shared/contract/list-pickup'
import { isSettled, isShared, unitsOf } from '../../shared/lists/payable'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { command, findWhere } from '../runtime/database'
import type { EntryDocument } from './list-document'
import { listsOf, MAX_WAITING_ENTRIES, pointOf } from './pickup-document'
import { mayHandOver, mayLookAfter } from './rights'
import type { EntryOf } from './settle-entry'
import type { Fetcher } from './who-fetches'

type Lines = ParsedInputOf<typeof listPickup.handOver>['lines']

/**
 * Refuses ENTRY_GONE, ENTRY_FOREIGN for what is not hers who fetches, LIST_FOREIGN, SELF_SERVICE,
 * LIST_NOT_ARRIVED, LIST_UNWEIGHED, and INPUT_INVALID for a line that is named twice.
 */
export async function wantedEntries(
  lines: Lines,
  fetcher: Fetcher | null,
  context: StaffContext,
): Promise<Outcome<readonly EntryOf[]>> {
  const named = new Set(lines.map(({ entryId, itemId }) => `${entryId}/${itemId}`))
  const ids = [...new Set(lines.map(({ entryId }) => entryId))]
  if (named.size < lines.length || ids.length > MAX_WAITING_ENTRIES) {
    return refuse('INPUT_INVALID', { field: 'lines' })
  }
  const filter = { _id: command.in(ids) }
  const entries = await findWhere<EntryDocument>('list_entries', filter, { limit: ids.length })
  const lists = await listsOf(entries)
  const found: EntryOf[] = []
  for (const id of ids) {
    const entry = entries.find(({ _id }) => _id === id)
    const list = entry && lists.get(entry.listId)
    if (!entry || !list) return refuse('ENTRY_GONE')
    const admitted = admitOne({ entry, list }, fetcher, context)
    if (!admitted.ok) return admitted
    found.push({ entry, list })
  }
  return areOnesOwn(found) ? accept(found) : refuse('ENTRY_FOREIGN')
}

function admitOne(
  { entry, list }: EntryOf,
  fetcher: Fetcher | null,
  { staff, memberId }: StaffContext,
): Outcome<null> {
  if (fetcher && !isOf({ entry, list }, fetcher)) return refuse('ENTRY_FOREIGN')
  if (entry.memberId === memberId) return refuse('SELF_SERVICE')
  const looksAfter = mayLookAfter(list, staff, memberId)
  const { storeId } = pointOf(entry, list)
  const isAtPoint = fetcher !== null && mayHandOver({ list, storeId }, staff, memberId)
  const isHere = fetcher === null || fetcher.storeId === null || fetcher.storeId === storeId
  if (!looksAfter && !(isAtPoint && isHere)) return refuse('LIST_FOREIGN')
  const { entryNo } = entry
  if (!isShared(entry.lines)) return refuse('LIST_NOT_ARRIVED', { entryNo })
  if (isSettled(entry.lines, unitsOf(list.items))) return accept(null)
  return refuse('LIST_UNWEIGHED', { entryNo })
}

/** What was shown opens it. */
export function isOf({ entry }: EntryOf, { memberId, entryId }: Fetcher): boolean {
  return entryId === null ? memberId !== null && entry.memberId === memberId : entryId === entry._id
}

/** One member's, or one entry of nobody with an account. */
function areOnesOwn(some: readonly EntryOf[]): boolean {
  const [first] = some
  if (!first) return false
  if (first.entry.memberId === null) return some.length === 1
  return some.every(({ entry }) => entry.memberId === first.entry.memberId)
}
