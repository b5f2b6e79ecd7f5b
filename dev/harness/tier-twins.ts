import { rulesOf } from './rules-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** The twins of levels. */
export function tierTwins(shop: ShopUnderTest): Own<'tiers'> {
  const member = async () => ({ as: (await shop.newMember()).who, input: {} })
  return {
    'tiers.mine': member,
    'tiers.table': member,
    'tiers.previewMoves': async () => {
      const { figures } = await rulesOf(() => shop).stateOf('member-tiers')
      return { as: manager, input: { figures, cursor: 'f'.repeat(32) } }
    },
  }
}
