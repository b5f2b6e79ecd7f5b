import type { listPlanning, MadeList } from '../../shared/contract/list-planning'
import type { ListPlan } from '../../shared/lists/list'
import { admitTimes, wishOf } from '../../shared/lists/list-plan'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { insertNew, inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitPictures, askAboutPictures } from '../runtime/pictures'
import { draftOf, madeListOf, planOf } from './draft-document'
import { admitPlan, organiserFor, type Wish } from './organiser'
import { listAtDesk, readList } from './repository'
import { admitLawful } from './review'

/**
 * A draft, which its desk alone sees; its texts are checked when it is published. Refuses what
 * `soundPlan` and `admitTimes` refuse, STORE_FOREIGN, COMMUNITY_NOT_FOUND, COMMUNITY_PAUSED,
 * SHARE_RULE, and PICTURE_BAD with the field.
 */
export const createList: UseCase<typeof listPlanning.create> = (wish, context) => {
  const { requestKey: listId, now } = context
  const asked = { meaning: { plan: JSON.stringify(wish) }, find: () => readList(listId) }
  return recorded<MadeList>(context, asked, async ({ hash }) => {
    const plan = await admittedPlan(wish, context)
    if (!plan.ok) return plan
    const organiser = await organiserFor(wish, context)
    if (!organiser.ok) return organiser
    const draft = { listId, plan: plan.value, organiser: organiser.value, hash, now }
    const list = draftOf(draft)
    await askAboutPictures(plan.value.pictures, context)
    const inserted = await insertNew('lists', list)
    return inserted.ok ? accept(list.request.answer) : inserted
  })
}

/**
 * All of a draft anew; its items are numbered from the first again. Refuses LIST_GONE,
 * LIST_FOREIGN, LIST_PUBLISHED for what is a draft no more, and what `create` refuses.
 */
export const saveList: UseCase<typeof listPlanning.save> = ({ listId, ...wish }, context) => {
  const meaning = { listId, plan: JSON.stringify(wish) }
  return recorded<MadeList>(context, { meaning }, async ({ record }) => {
    const known = await listAtDesk(listId, context)
    if (!known.ok) return known
    const plan = await admittedPlan(wish, context)
    if (!plan.ok) return plan
    const isNamed = wish.communityId !== undefined
    const organiser = isNamed ? await organiserFor(wish, context) : accept(null)
    if (!organiser.ok) return organiser
    await askAboutPictures(plan.value.pictures, context)
    return inTransaction<MadeList>(async (tx) => {
      const list = await listAtDesk(listId, context, tx)
      if (!list.ok) return list
      if (list.value.state !== 'draft') return refuse('LIST_PUBLISHED', { state: list.value.state })
      // A manager who mends an owner's draft does not make it her own.
      const { ownerId, ownerName } = list.value
      const owner = organiser.value ? { ...organiser.value, ownerId, ownerName } : {}
      const changed = { ...plan.value, plannedCutOffAt: plan.value.cutOffAt, ...owner }
      await tx.put('lists', { ...list.value, ...changed })
      const answer = madeListOf(listId, plan.value)
      await record(tx, answer)
      return accept(answer)
    })
  })
}

/** Refuses LIST_GONE, LIST_FOREIGN and LIST_PUBLISHED. */
export const showDraft: UseCase<typeof listPlanning.draft> = async ({ listId }, context) => {
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const { state, communityId } = list.value
  if (state !== 'draft') return refuse('LIST_PUBLISHED', { state })
  const plan = wishOf(planOf(list.value))
  return accept({ listId, plan: { ...plan, communityId } })
}

async function admittedPlan(wish: Wish, context: StaffContext): Promise<Outcome<ListPlan>> {
  const plan = admitPlan(wish, context)
  if (!plan.ok) return plan
  const timely = admitTimes(plan.value, context.now)
  if (!timely.ok) return timely
  const lawful = admitLawful(plan.value)
  if (!lawful.ok) return lawful
  const pictures = await admitPictures(plan.value.pictures)
  return pictures.ok ? plan : pictures
}
