import { memberIdOf } from '../../cloudfunctions/runtime/caller'
import { appId } from '../localcloud/functions/invocation'
import type { ShopUnderTest } from './shop-under-test'

/** The member that this openid is. */
export function memberIdIn(openid: string): string {
  return memberIdOf(appId, openid)
}

/** As many members as a crowd needs, each as one who joined, without asking for each. */
export async function insertMembers(shop: ShopUnderTest, count: number): Promise<string[]> {
  const { memberId } = await shop.newMember()
  const [pattern] = await shop.find('members', { _id: memberId })
  const people = Array.from({ length: count }, (_unused, no) => `neighbour-${no}`)
  const documents = people.map((who, no) => ({
    ...pattern,
    ...{ _id: memberIdIn(who), memberNumber: String(70_000_000 + no), lastRequest: null },
  }))
  await shop.local.engine.insert('members', documents)
  return people
}
