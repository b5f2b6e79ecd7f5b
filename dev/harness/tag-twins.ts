import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** The twins of tags, each on a member of its own. */
export function tagTwins(shop: ShopUnderTest): Own<'tags'> {
  return {
    'tags.set': async () => {
      const memberNumber = await shop.numberOf((await shop.newMember()).who)
      const input = { memberNumber, tag: '老邻居', isOn: true }
      return { as: manager, input, another: { ...input, tag: '素食' } }
    },
  }
}
