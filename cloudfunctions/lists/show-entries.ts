import type { DeskEntry } from '../../shared/contract/list-entries'
import type { lists } from '../../shared/contract/lists'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { maskName } from '../../shared/masked-name'
import { accept, refuse } from '../../shared/refusal'
import { membersBy } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { command } from '../runtime/database'
import { entriesAfter } from './entry-repository'
import { deskEntryOf } from './entry-view'
import type { Entry, List } from './list-document'
import { listAtDesk } from './repository'

type Which = 'all' | 'unpaid' | 'uncollected' | 'asked'

/** Of what is fetched only what is here counts, as on the list's card. */
const fitting: Readonly<Record<Which, Readonly<Record<string, unknown>>>> = {
  all: {},
  unpaid: { state: 'joined', 'payment.state': 'owed' },
  uncollected: { state: 'joined', waitingSince: command.gt(0) },
  asked: { askedBy: command.neq(null) },
}

/** A page of the entries of a list, by number. Refuses LIST_GONE, LIST_FOREIGN. */
export const showEntries: UseCase<typeof lists.entries> = async (input, context) => {
  const { listId, which, cursor } = input
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const afterNo = numberIn(cursor)
  if (afterNo === null) return refuse('INPUT_INVALID', { field: 'cursor' })
  const wanted = { listId, ...fitting[which] }
  const found = await entriesAfter(wanted, { afterNo, limit: PAGE_SIZE_ROWS + 1 })
  const page = found.slice(0, PAGE_SIZE_ROWS)
  return accept({
    entries: await deskEntries(list.value, page),
    nextCursor: found.length > page.length ? String(page.at(-1)?.entryNo) : null,
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
