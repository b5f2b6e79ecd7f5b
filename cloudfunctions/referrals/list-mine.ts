import type { InvitationRow, referrals } from '../../shared/contract/referrals'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { maskName } from '../../shared/masked-name'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { type Invitation, shownState, whySentence } from '../../shared/referrals/invitation'
import { accept, refuse } from '../../shared/refusal'
import { invitedBy } from '../members/repository'
import type { UseCase } from '../runtime/context'

/** Whom she invited, with what became of it; and how her own invitation stands. */
export const listMine: UseCase<typeof referrals.mine> = async ({ cursor }, context) => {
  const { member, now } = context
  const beforeAt = instantOfCursor(cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await invitedBy([member._id], { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, ({ joinedAt }) => joinedAt)
  const { joinedOn, invitation: own } = member
  return accept({
    serverNow: now,
    invitations: rows.flatMap(({ nickname, joinedOn: on, invitation }): InvitationRow[] =>
      invitation ? [{ maskedName: maskName(nickname), joinedOn: on, ...standing(invitation) }] : [],
    ),
    nextCursor,
    invitedMe: own && { joinedOn, ...standing(own) },
  })
}

function standing(invitation: Invitation): Pick<InvitationRow, 'state' | 'why'> {
  const { why } = invitation
  return { state: shownState(invitation), ...(why === null ? {} : { why: whySentence(why) }) }
}
