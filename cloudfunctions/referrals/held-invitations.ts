import type { HeldInvitation, referrals } from '../../shared/contract/referrals'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { maskName } from '../../shared/masked-name'
import { type Invitation, whySentence } from '../../shared/referrals/invitation'
import { accept, refuse } from '../../shared/refusal'
import { invitationsIn, memberIn, saveInvitation } from '../members/invitation-document'
import { membersBy } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'

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

/**
 * What a manager found about an invitation that was held: it goes on and is settled by the next
 * run, or is refused. Refuses INVITATION_NOT_HELD, and SELF_SERVICE where she is one of the two.
 */
export const decideHeld: UseCase<typeof referrals.decide> = (input, context) => {
  const { invitationId, verdict, reason } = input
  const { memberId, staff, todayOn } = context
  type Decided = { invitationId: string; verdict: typeof verdict }
  const meaning = { invitationId, verdict, reason }
  return recorded<Decided>(context, { meaning }, ({ record }) =>
    inTransaction<Decided>(async (tx) => {
      const invited = await memberIn(tx, invitationId)
      const invitation = invited?.invitation
      if (!invited || invitation?.state !== 'held') return refuse('INVITATION_NOT_HELD')
      const isOneOfThem = memberId === invited._id || memberId === invitation.inviterId
      if (isOneOfThem) return refuse('SELF_SERVICE')
      const decided: Partial<Invitation> =
        verdict === 'clear'
          ? { state: 'pending', why: null, checkOn: todayOn, clearedByName: staff.displayName }
          : { state: 'refused', why: 'byManager', checkOn: null, decidedOn: todayOn }
      await saveInvitation(tx, invited, { ...invitation, ...decided, note: reason })
      const answer = { invitationId, verdict }
      await record(tx, answer)
      return accept(answer)
    }),
  )
}
