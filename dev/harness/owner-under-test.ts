import type { ShopUnderTest } from './shop-under-test'

/** A new member to whom the whole shop belongs; no store names her. */
export async function newOwner(shop: ShopUnderTest): Promise<{ who: string; memberId: string }> {
  const owner = await shop.newMember()
  const codeFailures = { minute: 0, count: 0 }
  const roles = { displayName: '东家', stores: {}, communityOwner: false, owner: true }
  await shop.local.engine.insert('staff', [{ _id: owner.memberId, ...roles, codeFailures }])
  return owner
}
