/** All entries of a list, for what is made of them at once: a text, a file, a share-out. */
import { entriesAfter } from './entry-repository'
import type { Entry } from './list-document'

const PAGE_ENTRIES = 500
/** A list of so many entries is no list of neighbours. */
const MAX_PAGES = 40

/** By number, also those that are over; or those alone that fit. */
export async function allEntries(
  listId: string,
  fitting: Readonly<Record<string, unknown>> = {},
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const afterNo = entries.at(-1)?.entryNo ?? 0
    const some = await entriesAfter({ listId, ...fitting }, { afterNo, limit: PAGE_ENTRIES })
    entries.push(...some)
    if (some.length < PAGE_ENTRIES) break
  }
  return entries
}
