import { EAST, manager, type ShopUnderTest } from './shop-under-test'

/** What happens in a community, in one call each. */
export function communitiesOf(shop: ShopUnderTest) {
  /** A community without a group, and who looks after it: somebody new if nobody is named. */
  const newCommunity = async (owner?: string, storeId = EAST) => {
    const who = owner ?? (await shop.newMember()).who
    const input = { name: '东街邻里群', storeId, memberCode: await shop.codeOf(who) }
    const asked = { as: manager, requestId: shop.fresh('appoint'), input }
    const { communityId } = await shop.value('communities.appoint', asked)
    return { owner: who, communityId }
  }
  /** The same, with a group that nobody else has. */
  const newBoundCommunity = async (owner?: string, storeId = EAST) => {
    const community = await newCommunity(owner, storeId)
    const group = shop.fresh('group')
    const asked = { as: community.owner, group, input: { communityId: community.communityId } }
    await shop.value('communities.bind', asked)
    return { ...community, group }
  }
  return { newCommunity, newBoundCommunity }
}
