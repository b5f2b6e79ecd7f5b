import { createHash } from 'node:crypto'
import type { InvitationRow, referrals } from '../../shared/contract/referrals'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { maskName } from '../../shared/masked-name'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { type Invitation, shownState, whySentence } from '../../shared/referrals/invitation'
import { accept, refuse } from '../../shared/refusal'
import { giftDesk } from '../gifts/repository'
import { giveScene, invitedBy } from '../members/invitation-document'
import type { UseCase } from '../runtime/context'
import { offerOf } from './offer'

const SCENE_DIGITS = 20

/**
 * A member's own invitation and what it promises. Its code follows from who she is, so it is the
 * same at every asking; it names her to nobody, and whoever joins with it was invited by her.
 */
export const showInvitation: UseCase<typeof referrals.invitation> = async (_input, context) => {
  const { member, shop } = context
  const scene = invitationScene(member._id)
  const noPlace = { storeId: null, staffId: null, groupId: null, campaignId: null }
  await giveScene(scene, { ...noPlace, inviterId: member._id })
  return accept({ scene, offer: offerOf(await giftDesk(shop), shop) })
}

function invitationScene(memberId: string): string {
  return createHash('sha256').update(`invitation/${memberId}`).digest('hex').slice(0, SCENE_DIGITS)
}

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
