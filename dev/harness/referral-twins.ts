import { referralsOf } from './referrals-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** The twins of invitations: each decision is of an invitation of its own. */
export function referralTwins(shop: ShopUnderTest): Own<'referrals'> {
  const { newHeld } = referralsOf(shop)
  const heldId = async () => (await newHeld()).invited.memberId
  return {
    'referrals.invitation': async () => ({ as: (await shop.newMember()).who, input: {} }),
    'referrals.mine': async () => ({
      as: (await shop.newMember()).who,
      input: { cursor: '9999999999999' },
    }),
    'referrals.held': async () => ({ as: manager, input: {} }),
    'referrals.decide': async () => {
      const input = { invitationId: await heldId(), verdict: 'clear', reason: '看过小票' }
      return { as: manager, input, another: { ...input, invitationId: await heldId() } }
    },
  }
}
