import type { MadeList } from '../../shared/contract/list-planning'
import type { ListPlan } from '../../shared/lists/list'
import type { List, ListReview } from './list-document'
import type { Organised } from './organiser'

interface Drafted {
  readonly listId: string
  readonly plan: ListPlan
  readonly organiser: Organised
  /** What was said already of the texts that it takes over. */
  readonly review?: ListReview
  readonly copiedFrom?: string
  readonly hash: string
  readonly now: number
}

/** A list that nobody but its desk sees yet. */
export function draftOf(drafted: Drafted): List {
  const { listId, plan, organiser, review = {}, copiedFrom = null, hash, now } = drafted
  return {
    ...{ _id: listId, ...plan, ...organiser, state: 'draft', plannedCutOffAt: plan.cutOffAt },
    ...{ textState: 'approved', review, goodsState: 'approved', returnReason: null },
    ...{ isExtended: false, commissionPercent: 0, pickupDays: 0 },
    ...{ createdAt: now, publishedAt: null, orderedAt: null, arrivedAt: null, arrived: {} },
    ...{ pickupUntilOn: null, copiedFrom, dueAt: 0 },
    request: { hash, answer: madeListOf(listId, plan) },
  }
}

export function madeListOf(
  listId: string,
  { items, pickupPoints }: Pick<ListPlan, 'items' | 'pickupPoints'>,
): MadeList {
  return {
    listId,
    items: items.map(({ itemId, name }) => ({ itemId, name })),
    pickupPoints: pickupPoints.map(({ pickupPointId, name }) => ({ pickupPointId, name })),
  }
}

/** All that its owner decided, out of a document that says more. */
export function planOf(list: List): ListPlan {
  const { title, words, pictures, items, pickupPoints, opensAt, cutOffAt } = list
  const { payment, threshold, shortage, repeatsWeekly } = list
  return {
    ...{ title, words, pictures, items, pickupPoints, opensAt, cutOffAt },
    ...{ payment, threshold, shortage, repeatsWeekly },
  }
}
