import type { referrals } from '../../shared/contract/referrals'
import type { Invitation } from '../../shared/referrals/invitation'
import { accept, refuse } from '../../shared/refusal'
import { memberIn, saveInvitation } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'

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
