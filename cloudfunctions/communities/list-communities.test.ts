import { communitiesOf } from '../../dev/harness/communities-under-test'
import { newOwner } from '../../dev/harness/owner-under-test'
import {
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'
import { PAGE_SIZE_ROWS } from '../../shared/limits'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeEach(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterEach(() => shop.stop())

describe('the manager’s list', () => {
  it('shows those of her stores, the newest first, and the owner of the shop all', async () => {
    const east = await made.newBoundCommunity()
    const west = await made.newCommunity(undefined, WEST)
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const idsOf = async (as: string) => {
      const { communities } = await shop.value('communities.list', { as })
      return communities.map(({ communityId }) => communityId)
    }
    expect(await idsOf(eastManager)).toEqual([east.communityId])
    expect(await idsOf(manager)).toEqual([west.communityId, east.communityId])
    expect(await idsOf((await newOwner(shop)).who)).toEqual([west.communityId, east.communityId])
    const { communities } = await shop.value('communities.list', { as: eastManager })
    expect(communities[0]).toMatchObject({
      storeId: EAST,
      storeName: '东店',
      isPaused: false,
      boundAt: expect.any(Number),
      ownerName: expect.any(String),
    })
    const { answer } = await shop.call('communities.list', { as: east.owner })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('goes on by its cursor', async () => {
    const { owner } = await made.newCommunity()
    for (let count = 1; count <= PAGE_SIZE_ROWS; count += 1) await made.newCommunity(owner)
    const first = await shop.value('communities.list', { as: manager })
    const cursor = first.nextCursor ?? ''
    const last = await shop.value('communities.list', { as: manager, input: { cursor } })
    const ids = [...first.communities, ...last.communities].map(({ communityId }) => communityId)
    expect(new Set(ids).size).toBe(PAGE_SIZE_ROWS + 1)
    expect(last.nextCursor).toBeNull()
  })
})
