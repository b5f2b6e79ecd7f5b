import { communitiesOf } from '../../dev/harness/communities-under-test'
import {
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

describe('pausing', () => {
  const pause = (as: string, communityId: string, isPaused: boolean) =>
    shop.call('communities.pause', { as, input: { communityId, isPaused } })

  it('stands until it is ended, is idempotent, and its history stays', async () => {
    const { owner, communityId } = await made.newCommunity()
    const isPaused = async () =>
      (await shop.value('communities.mine', { as: owner })).communities[0]?.isPaused
    for (const wanted of [true, true, false]) {
      const { answer } = await pause(manager, communityId, wanted)
      expect(answer).toMatchObject({ value: { communityId, isPaused: wanted } })
      expect(await isPaused()).toBe(wanted)
    }
    const acts = await shop.find('community_acts', { communityId, kind: 'paused' })
    expect(acts.map(({ changed }) => JSON.stringify(changed)).sort()).toEqual([
      '{"isPaused":false}',
      '{"isPaused":true}',
      '{}',
    ])
  })

  it('is for managers of its store, and leaves no trace when refused', async () => {
    const { owner, communityId } = await made.newCommunity(undefined, WEST)
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const before = await shop.dump()
    const refusalOf = async (as: string) => Object((await pause(as, communityId, true)).answer).code
    expect(await refusalOf(eastManager)).toBe('STORE_FOREIGN')
    expect(await refusalOf(owner)).toBe('ROLE_REQUIRED')
    expect(await refusalOf(clerk)).toBe('ROLE_REQUIRED')
    expect(await shop.dump()).toBe(before)
  })
})
