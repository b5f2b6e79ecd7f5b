/** Brings the entries of a list to what arrived, as far as there is time: whoever comes goes on. */
import { companyFor } from '../purchases/companions-in-transaction'
import type { JobContext } from '../runtime/context'
import { changeIf, command } from '../runtime/database'
import { sharesOf, sharingEntriesOf, withShares } from './arrived-entries'
import { bringEntry } from './bring-entry'
import type { List } from './list-document'
import { readList } from './repository'

type Sharing = Pick<JobContext, 'shop' | 'todayOn' | 'now' | 'hasTimeLeft'>

const ENTRIES_AT_ONCE = 4

/** Answers how many were brought, and whether all are. */
export async function shareArrivals(
  listId: string,
  context: Sharing,
): Promise<{ readonly broughtCount: number; readonly isWhole: boolean }> {
  const list = await readList(listId)
  if (!list?.sharingAt) return { broughtCount: 0, isWhole: true }
  const entries = await sharingEntriesOf(listId)
  const shares = sharesOf(list, entries)
  const open = entries.filter((entry) => withShares(entry, shares) !== null)
  const company = await companyFor('list', context.shop)
  let broughtCount = 0
  let isWhole = true
  for (let from = 0; from < open.length; from += ENTRIES_AT_ONCE) {
    if (!context.hasTimeLeft()) return { broughtCount, isWhole: false }
    const some = open.slice(from, from + ENTRIES_AT_ONCE)
    const brought = await Promise.all(
      some.map(({ _id }) => bringEntry(_id, { list, shares, company, context })),
    )
    // Somebody's account may be busy or held: the timer comes again.
    isWhole = brought.every(({ ok }) => ok) && isWhole
    broughtCount += brought.filter(({ ok }) => ok).length
  }
  if (isWhole) await endSharing(list)
  return { broughtCount, isWhole }
}

/** Unless more has arrived since the list was read. */
async function endSharing({ _id, sharingAt, items, arrived }: List): Promise<void> {
  const unseen = items.filter(({ itemId }) => arrived[itemId] === undefined)
  const still = Object.fromEntries(
    unseen.map(({ itemId }) => [`arrived.${itemId}`, command.exists(false)]),
  )
  await changeIf('lists', { _id, sharingAt, ...still }, { sharingAt: command.remove() })
}
