import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { command, type Transaction } from '../runtime/database'
import type { StaffDocument } from '../runtime/people'

/**
 * Owners alone make an owner, change one's roles or end it. The caller's own document is read and
 * written here: two who end each other meet at it, and so does one who is ended at this moment.
 * Refuses OWNER_REQUIRED.
 */
export async function actAsOwner(
  tx: Transaction,
  onMemberId: string,
  { memberId, now }: Pick<StaffContext, 'memberId' | 'now'>,
): Promise<Outcome<null>> {
  const mine = await tx.get<StaffDocument>('staff', memberId)
  if (!mine?.owner) return refuse('OWNER_REQUIRED')
  const actedOnOwner = command.set({ memberId: onMemberId, at: now })
  await tx.update('staff', memberId, { actedOnOwner })
  return accept(null)
}
