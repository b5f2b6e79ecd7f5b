/** Pages of lists: what runs, what comes, what is over, and what a desk looks after. */
import { instantOfCursor } from '../../shared/page'
import { command, findWhere, type Order } from '../runtime/database'
import type { Entry, EntryDocument, List, ListDocument } from './list-document'

/** Where a page ended: many lists end at one instant, so their ids tell them apart. */
export interface ListPlace {
  readonly at: number
  readonly id: string
}

export interface ListPage {
  readonly after: ListPlace | null
  readonly limit: number
  readonly now: number
}

export type Which = 'running' | 'coming' | 'over'

/** By what they are sorted, and whether the earliest comes first. */
const orders: Readonly<Record<Which, Order>> = {
  running: ['cutOffAt', 'asc'],
  coming: ['opensAt', 'asc'],
  over: ['cutOffAt', 'desc'],
}

/** Null for the first page, undefined when it is none of ours. */
export function placeOfCursor(cursor: string | undefined): ListPlace | null | undefined {
  if (cursor === undefined) return null
  const [instant = '', id = ''] = cursor.split(':')
  const at = instantOfCursor(instant)
  return typeof at === 'number' ? { at, id } : undefined
}

export function placeOf(which: Which, { _id, opensAt, cutOffAt }: List): string {
  return `${which === 'coming' ? (opensAt ?? 0) : cutOffAt}:${_id}`
}

export function listsOf(which: Which, { after, limit, now }: ListPage): Promise<List[]> {
  const [field, direction] = orders[which]
  const filters = after
    ? filtersOf(which, now).flatMap((filter) => later(filter, { field, direction, after }))
    : filtersOf(which, now)
  const sorted = { orderBy: [field, direction], thenBy: ['_id', direction], limit } as const
  return findWhere<ListDocument>('lists', command.or(filters), sorted)
}

function filtersOf(which: Which, now: number): readonly object[] {
  const state = 'running'
  if (which === 'coming') return [{ state, opensAt: command.gt(now) }]
  if (which === 'running') {
    const cutOffAt = command.gt(now)
    return [
      { state, cutOffAt, opensAt: null },
      { state, cutOffAt, opensAt: command.lte(now) },
    ]
  }
  const done = ['settling', 'ordered', 'arrived', 'closed', 'failed']
  return [{ state: command.in(done) }, { state, cutOffAt: command.lte(now) }]
}

interface After {
  readonly field: string
  readonly direction: Order[1]
  readonly after: ListPlace
}

/** What of a filter comes after a place. */
function later(filter: object, { field, direction, after }: After): readonly object[] {
  const beyond = direction === 'asc' ? command.gt : command.lt
  const further = command.and([filter, { [field]: beyond(after.at) }])
  const beside = command.and([filter, { [field]: after.at, _id: beyond(after.id) }])
  return [further, beside]
}

/**
 * Her own entries in these lists, or a page of all of them, the latest first: those that stand, and
 * those whose list came to nothing. Who gave hers up or lost it is in no list by it, and may have
 * joined again.
 */
export function ownEntries(
  memberId: string,
  where: { readonly listIds: readonly string[] } | { readonly after: ListPlace | null },
  limit: number,
): Promise<Entry[]> {
  const own = { memberId, state: command.nin(['cancelled', 'lapsed']) }
  const latest = { orderBy: ['joinedAt', 'desc'], thenBy: ['_id', 'desc'], limit } as const
  const find = (filter: object) => findWhere<EntryDocument>('list_entries', filter, latest)
  if ('listIds' in where) return find({ ...own, listId: command.in([...where.listIds]) })
  if (!where.after) return find(own)
  const { at, id } = where.after
  const earlier = { ...own, joinedAt: command.lt(at) }
  return find(command.or([earlier, { ...own, joinedAt: at, _id: command.lt(id) }]))
}

/** In any order. */
export function listsByIds(listIds: readonly string[]): Promise<List[]> {
  if (listIds.length === 0) return Promise.resolve([])
  const filter = { _id: command.in([...listIds]) }
  return findWhere<ListDocument>('lists', filter, { limit: listIds.length })
}

/** Her own with her drafts, and what was published in the stores that she manages. */
export function listsAtDesk(
  { ownerId, storeIds }: { readonly ownerId: string; readonly storeIds: readonly string[] },
  { beforeAt, limit }: { readonly beforeAt: number | null; readonly limit: number },
): Promise<List[]> {
  const older = beforeAt === null ? {} : { createdAt: command.lt(beforeAt) }
  const own = { ownerId, state: command.neq('withdrawn'), ...older }
  const published = command.nin(['draft', 'withdrawn'])
  const managed = { storeId: command.in([...storeIds]), state: published, ...older }
  const filter = storeIds.length === 0 ? own : command.or([own, managed])
  return findWhere<ListDocument>('lists', filter, { orderBy: ['createdAt', 'desc'], limit })
}

/** Published in these stores, with goods that no manager has approved yet. */
export function listsWithNewGoods(
  storeIds: readonly string[],
  { beforeAt, limit }: { readonly beforeAt: number | null; readonly limit: number },
): Promise<List[]> {
  if (storeIds.length === 0) return Promise.resolve([])
  const older = beforeAt === null ? {} : { createdAt: command.lt(beforeAt) }
  const waits = { state: 'waiting', goodsState: 'held', ...older }
  const filter = { storeId: command.in([...storeIds]), ...waits }
  return findWhere<ListDocument>('lists', filter, { orderBy: ['createdAt', 'desc'], limit })
}

/** What the job has to do, the longest overdue first. */
export function dueLists(now: number, limit: number): Promise<List[]> {
  const due = { dueAt: command.lte(now).and(command.gt(0)) }
  return findWhere<ListDocument>('lists', due, { orderBy: ['dueAt', 'asc'], limit })
}
