/** The entries that goods are shared out to, and what each of their lines gets. */
import { shareOut } from '../../shared/lists/share-out'
import { command } from '../runtime/database'
import { allEntries } from './all-entries'
import type { Entry, List } from './list-document'

/** Entry and item → pieces or grams, of every item that has arrived. */
export type Shares = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * All that stood at the cut-off, by number: those that are still there, and those that got nothing
 * since. So the same arrival is shared out the same way however often it is asked.
 */
export function sharingEntriesOf(listId: string): Promise<readonly Entry[]> {
  return allEntries(listId, { state: command.in(['joined', 'released']) })
}

/** What of all that has arrived each entry gets. */
export function sharesOf(
  { arrived, shortage }: Pick<List, 'arrived' | 'shortage'>,
  entries: readonly Entry[],
): Shares {
  const shares = new Map<string, Map<string, number>>()
  const sharing = entries.map(({ _id: entryId, entryNo, tier, lines }) => ({
    ...{ entryId, entryNo, tier, lines },
  }))
  for (const [itemId, arrivedCount] of Object.entries(arrived)) {
    for (const { entryId, gotCount } of shareOut(sharing, { itemId, arrivedCount }, shortage)) {
      shares.set(entryId, (shares.get(entryId) ?? new Map()).set(itemId, gotCount))
    }
  }
  return shares
}

/** The entry with what it gets; null when its document says so already. */
export function withShares(entry: Entry, shares: Shares): Entry | null {
  const own = shares.get(entry._id)
  const isOpen = entry.lines.some(({ itemId, gotCount }) => gotCount === null && own?.has(itemId))
  if (!own || !isOpen) return null
  const lines = entry.lines.map((line) =>
    line.gotCount === null ? { ...line, gotCount: own.get(line.itemId) ?? null } : line,
  )
  return { ...entry, lines }
}
