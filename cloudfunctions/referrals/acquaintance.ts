/** What is known of the two of an invitation, as they live now. */
import type { Invitation, InvitationFacts } from '../../shared/referrals/invitation'
import { livingIds, membersBy } from '../members/repository'
import { firstStandingOf, purchasesNumbered } from '../purchases/repository'
import type { Member } from '../runtime/people'

export type Acquaintance = Pick<
  InvitationFacts,
  'invitedId' | 'inviterId' | 'inviterChain' | 'firstPurchase'
>

/** A ring is found in so many steps; longer chains of neighbours are no ring. */
const LONGEST_CHAIN = 10

export async function acquaintanceOf(
  invited: Member,
  invitation: Invitation,
): Promise<Acquaintance> {
  const livingOf = await livingIds([invited._id, invitation.inviterId])
  const [invitedId, inviterId] = [livingOf(invited._id), livingOf(invitation.inviterId)]
  return {
    invitedId,
    inviterId,
    inviterChain: await chainFrom(inviterId),
    firstPurchase: await firstPurchaseOf(invitedId),
  }
}

/** Who invited the inviter, who invited that one, and so on. */
async function chainFrom(memberId: string): Promise<string[]> {
  const chain: string[] = []
  let at = memberId
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const [member] = await membersBy('_id', [at])
    if (!member?.invitation) break
    at = (await livingIds([member.invitation.inviterId]))(member.invitation.inviterId)
    if (chain.includes(at)) break
    chain.push(at)
  }
  return chain
}

async function firstPurchaseOf(memberId: string): Promise<Acquaintance['firstPurchase']> {
  const first = await firstStandingOf(memberId)
  if (!first) return null
  const { storeId, businessOn, receiptNo } = first
  const same = receiptNo === null ? [] : await purchasesNumbered({ storeId, businessOn }, receiptNo)
  return { on: businessOn, receiptMemberIds: same.map((purchase) => purchase.memberId) }
}
