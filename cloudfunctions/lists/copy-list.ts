import type { listPlanning, MadeList } from '../../shared/contract/list-planning'
import { timesOfCopy } from '../../shared/lists/next-times'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { insertNew } from '../runtime/database'
import { recorded } from '../runtime/once'
import { draftOf, planOf } from './draft-document'
import { admitCommunityOf } from './organiser'
import { listAtDesk, readList } from './repository'

/**
 * A draft with the same goods, points and promises, the caller's own; what was approved of its
 * texts need not be looked at again. It repeats weekly only when that is said anew. Refuses
 * LIST_GONE and LIST_FOREIGN.
 */
export const copyList: UseCase<typeof listPlanning.copy> = async ({ listId }, context) => {
  const { requestKey, now, memberId, staff } = context
  const asked = { meaning: { listId }, find: () => readList(requestKey) }
  const made = await recorded<MadeList>(context, asked, async ({ hash }) => {
    const found = await listAtDesk(listId, context)
    if (!found.ok) return found
    const admitted = await admitCommunityOf(found.value, context)
    if (!admitted.ok) return admitted
    const { communityId, communityName, storeId, review } = found.value
    const { opensAt, plannedCutOffAt: cutOffAt, publishedAt, createdAt } = found.value
    const times = timesOfCopy({ opensAt, cutOffAt }, publishedAt ?? createdAt, now)
    const plan = { ...planOf(found.value), ...times, repeatsWeekly: false }
    const owner = { ownerId: memberId, ownerName: staff.displayName }
    const organiser = { ...owner, communityId, communityName, storeId }
    const copied = { copiedFrom: listId, review, hash, now }
    const list = draftOf({ listId: requestKey, plan, organiser, ...copied })
    const inserted = await insertNew('lists', list)
    return inserted.ok ? accept(list.request.answer) : inserted
  })
  return made.ok ? accept({ listId: made.value.listId }) : made
}
