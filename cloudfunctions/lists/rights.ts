/** Whose a list is: its owner's, and of the managers of its store; who hands over at a point. */
import type { ListOrganiser } from '../../shared/lists/list'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import type { Staff } from '../runtime/people'
import { isCommunityOwner, managesStore, roleAt } from '../runtime/roles'

/** An owner keeps her lists as long as she is one; a manager looks after those of her stores. */
export function mayLookAfter(list: ListOrganiser, staff: Staff | null, memberId: string): boolean {
  if (staff === null) return false
  const isOwner = list.ownerId === memberId && isCommunityOwner(staff)
  return isOwner || managesStore(staff, list.storeId)
}

/** A pick-up point of a list, or the one of an entry: the store whose staff are there, if any. */
export interface HandOverPlace {
  readonly list: ListOrganiser
  readonly storeId: string | null
}

/** Whoever looks after the list, and the staff of the point's store. */
export function mayHandOver(
  { list, storeId }: HandOverPlace,
  staff: Staff | null,
  memberId: string,
): boolean {
  if (mayLookAfter(list, staff, memberId)) return true
  return staff !== null && storeId !== null && roleAt(staff, storeId) !== null
}

/** Refuses LIST_FOREIGN. */
export function admitLookingAfter(
  list: ListOrganiser,
  { staff, memberId }: Pick<StaffContext, 'staff' | 'memberId'>,
): Outcome<null> {
  return mayLookAfter(list, staff, memberId) ? accept(null) : refuse('LIST_FOREIGN')
}

/** Refuses LIST_FOREIGN. */
export function admitHandingOver(
  place: HandOverPlace,
  { staff, memberId }: Pick<StaffContext, 'staff' | 'memberId'>,
): Outcome<null> {
  return mayHandOver(place, staff, memberId) ? accept(null) : refuse('LIST_FOREIGN')
}
