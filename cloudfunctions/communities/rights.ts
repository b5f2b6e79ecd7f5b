/** Whose a community is: her own owner's, and of the managers of its store. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { isCommunityOwner, isManager, managesStore } from '../runtime/roles'
import type { Community } from './repository'

/** Refuses COMMUNITY_NOT_FOUND: another's is as absent as one that never was. */
export function admitOwner(community: Community, { memberId }: StaffContext): Outcome<null> {
  return community.ownerId === memberId ? accept(null) : refuse('COMMUNITY_NOT_FOUND')
}

/** Refuses STORE_FOREIGN to the manager of other stores. */
export function admitManager({ storeId }: Community, { staff }: StaffContext): Outcome<null> {
  return managesStore(staff, storeId) ? accept(null) : refuse('STORE_FOREIGN')
}

/** Either of them. */
export function admitDesk(community: Community, context: StaffContext): Outcome<null> {
  const { staff } = context
  const asOwner = isCommunityOwner(staff) ? admitOwner(community, context) : null
  if (asOwner?.ok) return asOwner
  return isManager(staff) ? admitManager(community, context) : refuse('COMMUNITY_NOT_FOUND')
}
