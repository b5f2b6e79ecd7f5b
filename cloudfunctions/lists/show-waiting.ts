import type { listPickup } from '../../shared/contract/list-pickup'
import { maskName } from '../../shared/masked-name'
import { accept, refuse } from '../../shared/refusal'
import { readMember } from '../runtime/caller'
import type { UseCase } from '../runtime/context'
import { getById } from '../runtime/database'
import type { EntryDocument } from './list-document'
import { linesToFetch, listsOf, pointOf, waitingEntriesOf } from './pickup-document'
import { mayHandOver, mayLookAfter } from './rights'
import { type Fetcher, whoFetches } from './who-fetches'

/**
 * What waits behind a code at the points where the caller hands over. Refuses what the code
 * refuses; nothing that waits is an empty answer.
 */
export const showWaiting: UseCase<typeof listPickup.waiting> = async (input, context) => {
  const fetcher = await whoFetches(input, context)
  if (!fetcher.ok) return fetcher
  const { staff, memberId } = context
  const { storeId: here } = fetcher.value
  const entries = await entriesOf(fetcher.value)
  const lists = await listsOf(entries)
  const lines = entries.flatMap((entry) => {
    const list = lists.get(entry.listId)
    if (!list) return []
    const { storeId } = pointOf(entry, list)
    const isHere = here === null || here === storeId || mayLookAfter(list, staff, memberId)
    const may = isHere && mayHandOver({ list, storeId }, staff, memberId)
    return may ? linesToFetch({ entry, list }) : []
  })
  const name = await nameOf(fetcher.value, entries[0]?.name)
  if (name === null) return refuse('PICKUP_NOT_FOUND')
  const isProxy = fetcher.value.proxyCode !== null
  return accept({ maskedName: maskName(name), lines, isProxy })
}

async function entriesOf({ memberId, entryId }: Fetcher) {
  if (entryId === null) return memberId === null ? [] : waitingEntriesOf(memberId)
  const entry = await getById<EntryDocument>('list_entries', entryId)
  return entry?.waitingSince ? [entry] : []
}

/** By the name that she joined by; where nothing waits, by her own. */
async function nameOf({ memberId, entryId }: Fetcher, joinedBy: string | undefined) {
  if (joinedBy !== undefined) return joinedBy
  if (memberId !== null) return (await readMember(memberId))?.nickname ?? null
  const entry = entryId && (await getById<EntryDocument>('list_entries', entryId))
  return entry ? entry.name : null
}
