import { communitiesOf } from '../../dev/harness/communities-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const text = '周三上午可以发广告。\n群内交易风险自担。'
const save = (as: string, communityId: string, words: string) =>
  shop.callPatiently('communities.saveRules', {
    as,
    requestId: shop.fresh('rules'),
    input: { communityId, text: words },
  })

it('keeps every version, and her desk shows the one in force', async () => {
  const { owner, communityId } = await made.newCommunity()
  const asked = { as: owner, requestId: 'rules-once', input: { communityId, text: ` ${text}\n` } }
  expect(await shop.value('communities.saveRules', asked)).toEqual({ version: 1 })
  expect(await shop.value('communities.saveRules', asked)).toEqual({ version: 1 })
  expect((await save(owner, communityId, '新的群规')).answer).toMatchObject({
    value: { version: 2 },
  })
  const { communities } = await shop.value('communities.mine', { as: owner })
  expect(communities).toMatchObject([{ rulesVersion: 2, rulesText: '新的群规' }])
  const kept = await shop.find('community_rules', { communityId })
  expect(kept.map((rules) => [rules.version, rules.text]).sort()).toEqual([
    [1, text],
    [2, '新的群规'],
  ])
})

it('numbers texts that come at once, none twice', async () => {
  const { owner, communityId } = await made.newCommunity()
  const calls = await atOnce(6, (position) => save(owner, communityId, `第 ${position} 稿`))
  expect(tallyOf(calls)).toEqual({ ok: 6 })
  const versions = calls.map(({ answer }) => (answer.ok ? answer.value.version : 0))
  expect(versions.sort()).toEqual([1, 2, 3, 4, 5, 6])
})

it('refuses the same text, another’s community and managers, without a trace', async () => {
  const { owner, communityId } = await made.newCommunity()
  const other = await made.newCommunity()
  await save(owner, communityId, text)
  const before = await shop.dump()
  const refusalOf = async (called: ReturnType<typeof save>) => Object((await called).answer).code
  expect(await refusalOf(save(owner, communityId, text))).toBe('COMMUNITY_RULES_UNCHANGED')
  expect(await refusalOf(save(other.owner, communityId, '别的'))).toBe('COMMUNITY_NOT_FOUND')
  expect(await refusalOf(save(owner, 'nothing', '别的'))).toBe('COMMUNITY_NOT_FOUND')
  expect(await refusalOf(save(manager, communityId, '别的'))).toBe('ROLE_REQUIRED')
  expect(await shop.dump()).toBe(before)
})
