/**
 * What serves a moment only is removed thirty days later: answers to requests that may come
 * again, questions at a till, counts of a day. That is longer than any phone holds on to a
 * request (docs/decisions.md, "Requests"). Removed is what an index finds to be that old, the
 * oldest first, a page at a time: killed anywhere, the next run goes on with what is left.
 */
import { addDays } from '../../shared/business-date'
import type { Chore } from './chores'
import { collections, type FleetingCollection } from './collections'
import type { JobContext } from './context'
import { command, type Fields, findWhere, removeThose } from './database'

const DAY_MS = 86_400_000
const PAGE_DOCUMENTS = 100

/** Documents dated by an instant or by a business date, in the order of an index. */
export interface Fleeting {
  readonly collection: FleetingCollection
  readonly datedBy: { readonly at: string } | { readonly on: string }
  /** What the index has before the date, and what documents that stay have otherwise. */
  readonly where?: Fields
}

/** What of a collection is dated before this instant is old. */
export function keptSinceAt(collection: FleetingCollection, now: number): number {
  return now - collections[collection].keptDays * DAY_MS
}

/** Runs of chores that nobody looks at any more. */
export const oldRuns: Fleeting = { collection: 'job_runs', datedBy: { at: 'startedAt' } }

/**
 * Removes what is old of these, once a day; counts how many documents. What grows old meanwhile is
 * found the day after.
 */
export function forgetting(...kinds: readonly Fleeting[]): Chore {
  return {
    name: 'forget',
    every: 'day',
    isDue: async (context) => {
      const found = await Promise.all(kinds.map((kind) => oldOf(kind, context, 1)))
      return found.some(({ ids }) => ids.length > 0)
    },
    run: async (context) => {
      let forgotten = 0
      for (const kind of kinds) {
        for (let isMore = true; isMore; ) {
          if (!context.hasTimeLeft()) return { forgotten, unfinished: 1 }
          const { ids, filter } = await oldOf(kind, context, PAGE_DOCUMENTS)
          isMore = ids.length === PAGE_DOCUMENTS
          if (ids.length === 0) continue
          forgotten += await removeThose(kind.collection, { ...filter, _id: command.in(ids) })
        }
      }
      return { forgotten, unfinished: 0 }
    },
  }
}

async function oldOf(
  { collection, datedBy, where = {} }: Fleeting,
  { now, todayOn }: JobContext,
  limit: number,
): Promise<{ ids: string[]; filter: Fields }> {
  const [field, since] =
    'at' in datedBy
      ? ([datedBy.at, keptSinceAt(collection, now)] as const)
      : ([datedBy.on, addDays(todayOn, -collections[collection].keptDays)] as const)
  const filter = { ...where, [field]: command.lt(since) }
  const found = await findWhere(collection, filter, { orderBy: [field, 'asc'], limit })
  return { ids: found.map(({ _id }) => _id), filter }
}
