import type { HeldInvitation, referrals } from '../../shared/contract/referrals'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { maskName } from '../../shared/masked-name'
import { whySentence } from '../../shared/referrals/invitation'
import { accept } from '../../shared/refusal'
import { invitationsIn, membersBy } from '../members/repository'
import type { UseCase } from '../runtime/context'

/** Invitations that wait for a person, the longest first; what is decided leaves the list. */
export const listHeld: UseCase<typeof referrals.held> = async (_input, { now, todayOn }) => {
  const held = await invitationsIn('held', { dueOn: todayOn, limit: PAGE_SIZE_ROWS })
  const inviters = await membersBy(
    '_id',
    held.flatMap(({ invitation }) => invitation?.inviterId ?? []),
  )
  const nameOf = new Map(inviters.map(({ _id, nickname }) => [_id, maskName(nickname)]))
  return accept({
    serverNow: now,
    invitations: held.flatMap(({ _id, nickname, joinedOn, invitation }): HeldInvitation[] => {
      if (!invitation || invitation.why === null) return []
      const inviterName = nameOf.get(invitation.inviterId) ?? ''
      const who = { invitationId: _id, inviterName, invitedName: maskName(nickname) }
      return [{ ...who, joinedOn, why: whySentence(invitation.why) }]
    }),
  })
}
