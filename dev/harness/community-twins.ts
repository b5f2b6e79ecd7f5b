import { communitiesOf } from './communities-under-test'
import { EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own, Twin } from './twin'

type Managed = Pick<
  Own<'communities'>,
  'communities.handOver' | 'communities.pause' | 'communities.setBudget'
>

/** A community and a group of its own for each. */
export function communityTwins(shop: ShopUnderTest): Own<'communities'> {
  const { newCommunity, newBoundCommunity } = communitiesOf(shop)
  const shown = async () => shop.codeOf((await shop.newMember()).who)
  const text = '周三上午可以晒自家手艺。\n群内交易风险自担。'
  const entered = async () => {
    const community = await newBoundCommunity()
    const { who } = await shop.newMember()
    return { ...community, who }
  }
  const binding = async (): Promise<Twin> => {
    const { owner, communityId } = await newCommunity()
    const other = await newCommunity(owner)
    const another = { communityId: other.communityId }
    return { as: owner, input: { communityId }, another, group: shop.fresh('group') }
  }
  return {
    'communities.appoint': async () => {
      const input = { name: '东街邻里群', storeId: EAST, memberCode: await shown() }
      return { as: manager, input, another: { ...input, name: '西街邻里群' } }
    },
    ...managersTwins(shop),
    'communities.list': async () => ({ as: manager, input: { cursor: '9999999999999' } }),
    'communities.mine': async () => ({ as: (await newCommunity()).owner, input: {} }),
    'communities.bind': binding,
    'communities.rebind': async () => {
      const { owner, communityId } = await newBoundCommunity()
      const { communityId: other } = await newBoundCommunity(owner)
      const another = { communityId: other }
      return { as: owner, input: { communityId }, another, group: shop.fresh('group') }
    },
    'communities.saveRules': async () => {
      const { owner, communityId } = await newCommunity()
      const input = { communityId, text }
      return { as: owner, input, another: { communityId, text: '群内交易风险自担。' } }
    },
    'communities.board': async () => {
      const { owner, communityId } = await newCommunity()
      return { as: owner, input: { communityId } }
    },
    'communities.enter': async () => {
      const { who, group } = await entered()
      return { as: who, input: {}, group }
    },
    'communities.acceptRules': async () => {
      const { owner, who, group, communityId } = await entered()
      await shop.value('communities.saveRules', { as: owner, input: { communityId, text } })
      await shop.value('communities.enter', { as: who, group })
      return { as: who, input: { communityId, version: 1 } }
    },
  }
}

/** What a manager does with a community that is there. */
function managersTwins(shop: ShopUnderTest): Managed {
  const { newCommunity } = communitiesOf(shop)
  const shown = async () => shop.codeOf((await shop.newMember()).who)
  return {
    'communities.handOver': async () => {
      const { communityId } = await newCommunity()
      const input = { communityId, memberCode: await shown() }
      return { as: manager, input, another: { ...input, memberCode: await shown() } }
    },
    'communities.pause': async () => {
      const { communityId } = await newCommunity()
      const input = { communityId, isPaused: true }
      return { as: manager, input, another: { communityId, isPaused: false } }
    },
    'communities.setBudget': async () => {
      const { communityId } = await newCommunity()
      const input = { communityId, monthCount: 200 }
      return { as: manager, input, another: { communityId, monthCount: 300 } }
    },
  }
}
