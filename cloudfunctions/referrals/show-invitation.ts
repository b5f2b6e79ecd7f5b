import { createHash } from 'node:crypto'
import type { referrals } from '../../shared/contract/referrals'
import { accept } from '../../shared/refusal'
import { giftDesk } from '../gifts/repository'
import { giveScene } from '../members/repository'
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
