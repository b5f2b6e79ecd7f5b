import { rewardsOf } from '../../dev/harness/rewards-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let rewards: ReturnType<typeof rewardsOf>
beforeAll(async () => {
  shop = await openShop()
  rewards = rewardsOf(shop)
})
afterAll(() => shop.stop())

describe('the stock of a reward', () => {
  it('grows by what was delivered and shrinks by what is not there', async () => {
    const rewardId = await rewards.stocked({}, 10)
    const { answer } = await rewards.stock(rewardId, -4, '过期的四份已扔掉')
    expect(answer).toMatchObject({ ok: true, value: { rewardId, leftCount: 6, totalCount: 6 } })
    expect(await rewards.inMall(rewardId)).toMatchObject({ leftCount: 6, totalCount: 6 })
  })

  it('is never less than nothing, however many take from it at once', async () => {
    const rewardId = await rewards.stocked({}, 10)
    const few = await rewards.refusalOf(() => rewards.stock(rewardId, -11))
    expect(few).toMatchObject({ code: 'STOCK_TOO_FEW', detail: { leftCount: 10 } })
    const calls = await atOnce(5, () => rewards.stock(rewardId, -3))
    expect(tallyOf(calls)).toEqual({ ok: 3, STOCK_TOO_FEW: 2 })
    expect(await shop.rewardLeft(rewardId)).toBe(1)
  })

  it('changes once, asked for eight times at once with one request', async () => {
    const rewardId = await rewards.stocked({}, 10)
    const input = { rewardId, byCount: 5, reason: '到货入库' }
    const asked = { as: manager, requestId: shop.fresh('stock'), input }
    const calls = await atOnce(8, () => shop.callPatiently('mall.changeStock', asked))
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.rewardLeft(rewardId)).toBe(15)
    const other = { ...asked, input: { ...input, byCount: 6 } }
    expect((await shop.call('mall.changeStock', other)).answer).toMatchObject({
      ...{ ok: false, code: 'REQUEST_REUSED' },
    })
  })

  it('is changed by managers alone, of rewards that there are, up to a full shelf', async () => {
    const rewardId = await rewards.stocked({}, 10)
    const input = { rewardId, byCount: 5, reason: '到货入库' }
    const asClerk = () => shop.call('mall.changeStock', { as: clerk, input })
    expect(await rewards.refusalOf(asClerk)).toMatchObject({ code: 'ROLE_REQUIRED' })
    const nothing = await rewards.refusalOf(() => rewards.stock('nothing', 5))
    expect(nothing).toMatchObject({ code: 'REWARD_NOT_FOUND' })
    const full = await rewards.refusalOf(() => rewards.stock(rewardId, 99_991))
    expect(full).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'byCount' } })
  })
})
