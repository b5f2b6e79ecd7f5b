import type { listPlanning, PublishedList } from '../../shared/contract/list-planning'
import { admitTimes } from '../../shared/lists/list-plan'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { verdictOn } from '../runtime/pictures'
import { managesStore } from '../runtime/roles'
import { planOf } from './draft-document'
import { approveGoods, unknownGoods } from './goods'
import type { List } from './list-document'
import { admitCommunityOf } from './organiser'
import { listAtDesk } from './repository'
import { type Checks, checkTexts, reviewInTransaction } from './review'
import { putPublished } from './start-in-transaction'

/**
 * From now on it is as it was promised. It waits while a person or WeChat looks at its texts and
 * pictures, or a manager has yet to approve its goods. Refuses LIST_GONE, LIST_FOREIGN,
 * LIST_PUBLISHED, LIST_CUT_OFF, SHARE_RULE, TEXT_RISKY, and PICTURE_BAD with the field.
 */
export const publishList: UseCase<typeof listPlanning.publish> = ({ listId }, context) =>
  recorded<PublishedList>(context, { meaning: { listId } }, async ({ record }) => {
    const known = await listAtDesk(listId, context)
    if (!known.ok) return known
    const admitted = admitDraft(known.value, context.now)
    if (!admitted.ok) return admitted
    const community = await admitCommunityOf(known.value, context)
    if (!community.ok) return community
    const checks = await checked(known.value, context)
    if (!checks.ok) return checks
    const goodsState = await goodsStateOf(known.value, context)
    return inTransaction<PublishedList>(async (tx, at) => {
      const list = await listAtDesk(listId, context, tx)
      if (!list.ok) return list
      const inTime = admitDraft(list.value, at)
      if (!inTime.ok) return inTime
      if (!isSamePlan(list.value, known.value)) return refuse('UNDER_WAY')
      const looked = { list: list.value, checks: checks.value }
      const review = await reviewInTransaction(tx, looked, authorOf(context))
      if (!review.ok) return review
      const { commissionPercent, pickupDays } = context.shop.lists
      const promised = { commissionPercent, pickupDays, returnReason: null }
      const published = { ...list.value, ...promised, review: review.value, goodsState }
      const { state, textState } = await putPublished(tx, published, at)
      const waits = state === 'running' ? 'running' : 'waiting'
      const answer = { listId, state: waits, textState, goodsState } as const
      await record(tx, answer)
      return accept(answer)
    })
  })

function admitDraft(list: List, now: number): Outcome<null> {
  const { state } = list
  return state === 'draft' ? admitTimes(list, now) : refuse('LIST_PUBLISHED', { state })
}

async function checked(list: List, { now }: StaffContext): Promise<Outcome<Checks>> {
  const texts = await checkTexts(list)
  if (!texts.ok) return texts
  const pictures = await verdictOn(list.pictures, now)
  if (pictures === 'risky') return refuse('PICTURE_BAD', { field: 'pictures' })
  return accept({ ...texts.value, pictures })
}

/** What a manager publishes is approved with that, now and on any list. */
async function goodsStateOf(
  { items, storeId }: List,
  context: StaffContext,
): Promise<List['goodsState']> {
  if (managesStore(context.staff, storeId)) {
    await approveGoods(items, context)
    return 'approved'
  }
  if (context.shop.lists.ownersListFreely) return 'approved'
  return (await unknownGoods(items)).length === 0 ? 'approved' : 'held'
}

function authorOf({ requestKey, now, memberId, staff }: StaffContext) {
  return { requestKey, now, authorId: memberId, authorName: staff.displayName }
}

function isSamePlan(one: List, other: List): boolean {
  return JSON.stringify(planOf(one)) === JSON.stringify(planOf(other))
}
