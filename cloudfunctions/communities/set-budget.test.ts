import { communitiesOf } from '../../dev/harness/communities-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const setBudget = (
  as: string,
  input: { communityId: string; monthCount: number | null },
  requestId = shop.fresh('budget'),
) => shop.callPatiently('communities.setBudget', { as, requestId, input })

describe('the budget of a month', () => {
  it('stands until another is set, and its history stays', async () => {
    const { owner, communityId } = await made.newCommunity()
    for (const monthCount of [300, 0, null]) {
      const { answer } = await setBudget(manager, { communityId, monthCount })
      expect(answer).toMatchObject({ value: { communityId, monthCount } })
      const { communities } = await shop.value('communities.mine', { as: owner })
      expect(communities).toMatchObject([{ monthCount }])
    }
    const acts = await shop.find('community_acts', { communityId, kind: 'budgetSet' })
    expect(acts.map(({ changed }) => JSON.stringify(changed)).sort()).toEqual([
      '{"monthCount":0}',
      '{"monthCount":300}',
      '{"monthCount":null}',
    ])
  })

  it('has one effect and one answer for one request', async () => {
    const { communityId } = await made.newCommunity()
    const requestId = shop.fresh('same')
    const input = { communityId, monthCount: 300 }
    const calls = await atOnce(8, () => setBudget(manager, input, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('community_acts', { communityId, kind: 'budgetSet' })).toHaveLength(1)
  })

  it('is for managers of its store, and leaves no trace when refused', async () => {
    const { owner, communityId } = await made.newCommunity(undefined, WEST)
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const before = await shop.dump()
    const refusalOf = async (as: string, monthCount = 5) =>
      Object((await setBudget(as, { communityId, monthCount })).answer).code
    expect(await refusalOf(eastManager)).toBe('STORE_FOREIGN')
    expect(await refusalOf(owner)).toBe('ROLE_REQUIRED')
    expect(await refusalOf(clerk)).toBe('ROLE_REQUIRED')
    expect(await refusalOf(manager, -1)).toBe('INPUT_INVALID')
    expect(await refusalOf(manager, 1_000_001)).toBe('INPUT_INVALID')
    expect(await shop.dump()).toBe(before)
  })
})
