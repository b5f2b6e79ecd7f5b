import { createHash } from 'node:crypto'
import { timesOfNextWeek } from '../../shared/lists/next-times'
import type { Shop } from '../../shared/rules/shop'
import { readCommunity } from '../communities/repository'
import { readStaff } from '../runtime/caller'
import type { JobContext } from '../runtime/context'
import { insertNew } from '../runtime/database'
import { draftOf, planOf } from './draft-document'
import type { List } from './list-document'
import { newBookOf } from './new-book'
import { readList } from './repository'
import { admitLawful } from './review'
import { mayLookAfter } from './rights'

/**
 * Next week's list, which opens by itself at its hour: each list has one, however often it is asked
 * for. None where it does not repeat, or its owner or community no longer may. Whose texts the
 * platform's rules would no longer pass is a draft.
 */
export async function repeatList(
  list: List,
  { now, shop }: Pick<JobContext, 'now' | 'shop'>,
): Promise<void> {
  if (!list.repeatsWeekly || !(await mayRepeat(list))) return
  const next = nextOf(list, { now, shop })
  await insertNew('lists', next)
  // A job before may have died between the two.
  const stored = await readList(next._id)
  if (stored?.state === 'running') await insertNew('list_books', newBookOf(stored, now))
}

function nextOf(list: List, { now, shop }: { readonly now: number; readonly shop: Shop }): List {
  const { _id, ownerId, ownerName, communityId, communityName, storeId, review } = list
  const began = list.opensAt ?? list.publishedAt ?? list.createdAt
  const plan = { ...planOf(list), ...timesOfNextWeek(began, list.plannedCutOffAt, now) }
  const organiser = { ownerId, ownerName, communityId, communityName, storeId }
  const listId = createHash('sha256').update(`${_id}/repeat`).digest('hex').slice(0, 32)
  const draft = draftOf({ listId, plan, organiser, review, copiedFrom: _id, hash: '', now })
  if (!admitLawful(plan).ok) return draft
  const { commissionPercent, pickupDays } = shop.lists
  const running = { state: 'running', publishedAt: now, dueAt: plan.cutOffAt } as const
  return { ...draft, ...running, commissionPercent, pickupDays }
}

async function mayRepeat(list: List): Promise<boolean> {
  const staff = await readStaff(list.ownerId)
  if (!mayLookAfter(list, staff, list.ownerId)) return false
  if (list.communityId === null) return true
  const community = await readCommunity(list.communityId)
  return community !== null && !community.isPaused && community.ownerId === list.ownerId
}
