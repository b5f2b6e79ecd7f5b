import type { ShopUnderTest } from './shop-under-test'

/** A new member who looks after communities, and serves at no store. */
export async function newCommunityOwner(
  shop: ShopUnderTest,
): Promise<{ who: string; memberId: string }> {
  const owner = await shop.newMember()
  const codeFailures = { minute: 0, count: 0 }
  const roles = { displayName: '团长', stores: {}, communityOwner: true, owner: false }
  await shop.local.engine.insert('staff', [{ _id: owner.memberId, ...roles, codeFailures }])
  return owner
}

/** A new member to whom the whole shop belongs; no store names her. */
export async function newOwner(shop: ShopUnderTest): Promise<{ who: string; memberId: string }> {
  const owner = await shop.newMember()
  const codeFailures = { minute: 0, count: 0 }
  const roles = { displayName: '东家', stores: {}, communityOwner: false, owner: true }
  await shop.local.engine.insert('staff', [{ _id: owner.memberId, ...roles, codeFailures }])
  return owner
}
