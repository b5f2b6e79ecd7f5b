/** The two memberships that a manager names, as far as they may become one. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember, readStaff } from '../runtime/caller'
import type { StaffContext } from '../runtime/context'
import type { Member } from '../runtime/people'
import { isStaff } from '../runtime/roles'

export interface BothSides {
  readonly from: Member
  readonly into: Member
}

/**
 * Refuses MERGE_SAME, MEMBER_NOT_FOUND, MEMBERSHIP_MERGED, SELF_SERVICE, and MERGE_STAFF: roles
 * hang on the WeChat identity that would be dead.
 */
export async function findBothSides(
  { fromNumber, toNumber }: { fromNumber: string; toNumber: string },
  context: StaffContext,
): Promise<Outcome<BothSides>> {
  if (fromNumber === toNumber) return refuse('MERGE_SAME')
  const from = await memberByNumber(fromNumber)
  if (!from) return refuse('MEMBER_NOT_FOUND', { field: 'fromNumber' })
  const into = await memberByNumber(toNumber)
  if (!into) return refuse('MEMBER_NOT_FOUND', { field: 'toNumber' })
  const isOwn = [from._id, into._id].includes(context.memberId)
  if (isOwn) return refuse('SELF_SERVICE')
  for (const side of [from, into]) {
    const admitted = admitMember(side)
    if (!admitted.ok) return admitted
  }
  const roles = await readStaff(from._id)
  if (roles?.communityOwner || isStaff(roles)) return refuse('MERGE_STAFF')
  return accept({ from, into })
}
