import { openingsOf } from './opening-under-test'
import type { ShopUnderTest } from './shop-under-test'

/** Invitations of a shop under test. */
export function referralsOf(shop: ShopUnderTest) {
  const { newPhone, tap } = openingsOf(shop)
  /** Somebody new who joins by a member's own invitation. */
  const invitedBy = async (inviter: string) => {
    const { scene } = await shop.value('referrals.invitation', { as: inviter })
    const who = shop.fresh('invited')
    const { memberId } = await shop.value('members.join', { as: who, input: { scene } })
    return { who, memberId }
  }
  const claimOpening = async (who: string, phone: string) =>
    shop.call('openings.claimOpening', { as: who, input: { phoneCode: await tap(who, phone) } })
  return {
    invitedBy,
    /** Tries to bind a phone, whatever comes of it. */
    bindPhone: claimOpening,
    /** An invitation that waits for a person: both tried the same phone. */
    newHeld: async () => {
      const inviter = await shop.newMember()
      const invited = await invitedBy(inviter.who)
      const phone = newPhone()
      await claimOpening(inviter.who, phone)
      await claimOpening(invited.who, phone)
      return { inviter, invited }
    },
    invitationOf: async (memberId: string) => {
      const [member] = await shop.find('members', { _id: memberId })
      return member?.invitation
    },
  }
}
