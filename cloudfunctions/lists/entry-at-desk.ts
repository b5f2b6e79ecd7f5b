import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { getById } from '../runtime/database'
import type { EntryDocument } from './list-document'
import { pointOf } from './pickup-document'
import { readList } from './repository'
import { admitHandingOver } from './rights'
import type { EntryOf } from './settle-entry'

/**
 * An entry with its list, for whoever hands over at its point. Refuses ENTRY_GONE, LIST_FOREIGN,
 * and SELF_SERVICE for her own.
 */
export async function entryAtDesk(
  entryId: string,
  context: StaffContext,
): Promise<Outcome<EntryOf>> {
  const entry = await getById<EntryDocument>('list_entries', entryId)
  const list = entry && (await readList(entry.listId))
  if (!entry || !list) return refuse('ENTRY_GONE')
  const admitted = admitHandingOver({ list, storeId: pointOf(entry, list).storeId }, context)
  if (!admitted.ok) return admitted
  return entry.memberId === context.memberId ? refuse('SELF_SERVICE') : accept({ entry, list })
}
