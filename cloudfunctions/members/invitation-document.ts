/** What of a member tells who invited her, and how a member's own invitation is given out. */
import type { Invitation } from '../../shared/referrals/invitation'
import { command, findWhere, insertNew, type Transaction } from '../runtime/database'
import type { Member, MemberDocument } from '../runtime/people'
import type { SceneDocument } from './repository'

/** A member in the caller's transaction. */
export function memberIn(tx: Transaction, memberId: string): Promise<Member | null> {
  return tx.get<MemberDocument>('members', memberId)
}

/** Gives a scene code out; one that is there already stays as it is. */
export async function giveScene(scene: string, given: SceneDocument): Promise<void> {
  await insertNew('join_scenes', { _id: scene, ...given })
}

/** What became of an invitation, of who was invited. */
export function saveInvitation(
  tx: Transaction,
  member: Member,
  invitation: Invitation,
): Promise<void> {
  return tx.put('members', { ...member, invitation })
}

/** Whom a member invited, the newest first. */
export function invitedBy(
  inviterIds: readonly string[],
  page: { readonly beforeAt: number | null; readonly limit: number },
): Promise<Member[]> {
  const { beforeAt, limit } = page
  const older = beforeAt === null ? {} : { joinedAt: command.lt(beforeAt) }
  const filter = { 'invitation.inviterId': command.in([...inviterIds]), ...older }
  return findWhere<MemberDocument>('members', filter, { orderBy: ['joinedAt', 'desc'], limit })
}

/** Whose invitations are to be looked at by a date, or wait for a person (`held`). */
export function invitationsIn(
  state: 'pending' | 'held',
  page: { readonly dueOn: string; readonly limit: number },
): Promise<Member[]> {
  const filter = { 'invitation.state': state, 'invitation.checkOn': command.lte(page.dueOn) }
  const orders = { orderBy: ['invitation.checkOn', 'asc'], limit: page.limit } as const
  return findWhere<MemberDocument>('members', filter, orders)
}
