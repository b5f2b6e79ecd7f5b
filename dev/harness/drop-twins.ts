import { dropsOf } from './drops-under-test'
import type { ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** A drop and its communities of its own for each. */
export function dropTwins(shop: ShopUnderTest): Own<'drops'> {
  const { newBoundCommunity, planFor, newDrop, newOpenDrop } = dropsOf(shop)
  const terms = '每人一张，先到先得。'
  return {
    'drops.schedule': async () => {
      const { owner, communityId } = await newBoundCommunity()
      const input = { ...planFor([communityId]), terms }
      return { as: owner, input, another: { ...input, title: '周六早市水果券' } }
    },
    'drops.change': async () => {
      const { owner, dropId, communities } = await newDrop()
      const input = { dropId, ...planFor(communities.map(({ communityId }) => communityId)) }
      const changed = { ...input, terms }
      return { as: owner, input: changed, another: { ...changed, title: '周六早市水果券' } }
    },
    'drops.cancel': async () => {
      const { owner, dropId } = await newDrop()
      return { as: owner, input: { dropId } }
    },
    'drops.close': async () => {
      const { owner, dropId } = await newOpenDrop()
      return { as: owner, input: { dropId } }
    },
    'drops.list': async () => ({ as: (await newDrop()).owner, input: { cursor: '9999999999999' } }),
    'drops.templates': async () => ({ as: (await newDrop()).owner, input: {} }),
    'drops.judge': async () => ({ as: (await newDrop()).owner, input: { text: '转发朋友圈领券' } }),
    'drops.show': async () => {
      const { dropId, group } = await newDrop()
      return { as: (await shop.newMember()).who, input: { dropId }, group }
    },
    'drops.remindMe': async () => ({
      as: (await shop.newMember()).who,
      input: { dropId: (await newDrop()).dropId },
    }),
    'drops.claim': async () => {
      const { dropId, group, owner, communities, opensAt } = await newDrop()
      // Open as well, so that nothing but the request keeps her from it.
      const other = await shop.value('drops.schedule', {
        ...{ as: owner, requestId: shop.fresh('other') },
        input: planFor(
          communities.map(({ communityId }) => communityId),
          { opensAt },
        ),
      })
      await shop.advanceClock(opensAt - shop.nowMs())
      const { who } = await shop.newMember()
      return { as: who, input: { dropId }, group, another: { dropId: other.dropId } }
    },
  }
}
