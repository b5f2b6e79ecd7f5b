import type { DeskEntry } from '../../shared/contract/list-entries'
import type { lists } from '../../shared/contract/lists'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { countsOf } from '../../shared/lists/entry-order'
import { maskName } from '../../shared/masked-name'
import { accept, refuse } from '../../shared/refusal'
import { membersBy } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { command } from '../runtime/database'
import { entriesAfter } from './entry-repository'
import { deskEntryOf } from './entry-view'
import type { Entry, List } from './list-document'
import { listAtDesk } from './repository'

/** Entries that one call looks at, where not all of them are shown. */
const READ_AT_ONCE = 200

type Which = 'all' | 'unpaid' | 'uncollected' | 'asked'

/** What the database finds of it; the rest is told by looking at each. */
const fitting: Readonly<Record<Which, Readonly<Record<string, unknown>>>> = {
  all: {},
  unpaid: { state: 'joined', 'payment.state': 'owed' },
  uncollected: { state: 'joined' },
  asked: { askedBy: command.neq(null) },
}

/** A page of the entries of a list, by number. Refuses LIST_GONE, LIST_FOREIGN. */
export const showEntries: UseCase<typeof lists.entries> = async (input, context) => {
  const { listId, which, cursor } = input
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const isSifted = which === 'uncollected'
  const limit = isSifted ? READ_AT_ONCE : PAGE_SIZE_ROWS + 1
  const afterNo = numberIn(cursor)
  if (afterNo === null) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await entriesAfter({ listId, ...fitting[which] }, { afterNo, limit })
  const fit = isSifted ? found.filter(isUncollected) : found
  const page = fit.slice(0, PAGE_SIZE_ROWS)
  const hasMore = fit.length > page.length || found.length === limit
  const last = fit.length > page.length ? page.at(-1) : found.at(-1)
  return accept({
    entries: await deskEntries(list.value, page),
    nextCursor: hasMore && last ? String(last.entryNo) : null,
  })
}

/** Where the page before ended; null of a cursor that no page gave out. */
function numberIn(cursor: string | undefined): number | null {
  const afterNo = Number(cursor ?? 0)
  return Number.isSafeInteger(afterNo) && afterNo >= 0 ? afterNo : null
}

async function deskEntries(list: List, page: readonly Entry[]): Promise<DeskEntry[]> {
  const asking = [...new Set(page.flatMap(({ askedBy }) => askedBy ?? []))]
  const members = asking.length === 0 ? [] : await membersBy('_id', asking)
  const names = new Map(members.map(({ _id, nickname }) => [_id, maskName(nickname)]))
  return page.map((entry) => {
    const maskedName = entry.askedBy === null ? undefined : names.get(entry.askedBy)
    return deskEntryOf(list, entry, maskedName === undefined ? null : { maskedName })
  })
}

/** Something of what it got, or is to get, is still to be fetched. */
function isUncollected({ lines }: Entry): boolean {
  const wanted = countsOf(lines.map((line) => ({ ...line, count: line.gotCount ?? line.count })))
  return lines.some(({ itemId, collected }) => {
    const fetched = collected.reduce((sum, { count }) => sum + count, 0)
    return fetched < (wanted[itemId] ?? 0)
  })
}
