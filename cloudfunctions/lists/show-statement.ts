import { startOfDateAt } from '../../shared/business-date'
import type { listArrival } from '../../shared/contract/list-arrival'
import { type CollectedEntry, listSumsOf, monthSumsOf } from '../../shared/lists/commission'
import { accept, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { command, findWhere } from '../runtime/database'
import { isCommunityOwner, isManager, managesStore } from '../runtime/roles'
import { collectedOf } from './collected-sums'
import type { List, ListDocument } from './list-document'

const PAGE_LISTS = 100

/**
 * 月结: the lists of one owner that were ordered in that month, with what was collected, refunded,
 * and is her commission; money may be taken before the goods come. A manager names whose, and sees
 * those of her stores. Refuses ROLE_REQUIRED for another one's.
 */
export const showStatement: UseCase<typeof listArrival.statement> = async (input, context) => {
  const { ownerId = context.memberId, month } = input
  const isOwn = ownerId === context.memberId && isCommunityOwner(context.staff)
  if (!isOwn && !isManager(context.staff)) return refuse('ROLE_REQUIRED')
  const lists = (await listsOfMonth(ownerId, month)).filter(
    ({ storeId }) => isOwn || managesStore(context.staff, storeId),
  )
  const rows = await Promise.all(lists.map(rowOf))
  const ownerName = lists[0]?.ownerName ?? nameOf(isOwn, context)
  return accept({ month, ownerName, lists: rows, ...monthSumsOf(rows) })
}

function nameOf(isOwn: boolean, { staff }: StaffContext): string {
  return isOwn ? staff.displayName : ''
}

/** The months of the shop's calendar, whatever hour its day begins at. */
async function listsOfMonth(ownerId: string, month: string): Promise<List[]> {
  const [year = 0, ordinal = 0] = month.split('-').map(Number)
  const next = ordinal === 12 ? `${year + 1}-01` : `${year}-${String(ordinal + 1).padStart(2, '0')}`
  const fromAt = startOfDateAt(`${month}-01`)
  const orderedAt = command.gte(fromAt).and(command.lt(startOfDateAt(`${next}-01`)))
  const order = { orderBy: ['createdAt', 'desc'], thenBy: ['_id', 'desc'] } as const
  const found = new Map<string, List>()
  let isMore = true
  while (isMore) {
    const last = [...found.values()].at(-1)
    const createdAt = last ? command.lte(last.createdAt) : command.gte(0)
    const filter = { ownerId, orderedAt, createdAt }
    const limit = PAGE_LISTS + alike(found, last)
    const page = await findWhere<ListDocument>('lists', filter, { ...order, limit })
    for (const list of page) found.set(list._id, list)
    isMore = page.length === limit
  }
  return [...found.values()]
}

/** Of those that were found, how many come again since they were made at the same instant. */
function alike(found: ReadonlyMap<string, List>, last: List | undefined): number {
  return [...found.values()].filter((list) => list.createdAt === last?.createdAt).length
}

async function rowOf(list: List) {
  const { _id: listId, title } = list
  const entries: readonly CollectedEntry[] = await collectedOf(listId)
  return { listId, title, ...listSumsOf(entries, list) }
}
