import { rewardsOf } from '../../dev/harness/rewards-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let rewards: ReturnType<typeof rewardsOf>
beforeAll(async () => {
  shop = await openShop()
  rewards = rewardsOf(shop)
})
afterAll(() => shop.stop())

describe('the shelf as its managers see it', () => {
  it('holds what is off the shelf and what was never stocked, and changes nothing', async () => {
    const off = await rewards.stocked({ isOnShelf: false })
    const { rewardId: empty } = await rewards.saved()
    const before = await shop.dump()
    expect(await rewards.onShelf(off)).toMatchObject({ isOnShelf: false, isShown: false })
    const unstocked = { isOnShelf: true, isShown: false, totalCount: 0, saleState: 'soldOut' }
    expect(await rewards.onShelf(empty)).toMatchObject(unstocked)
    const { rewards: all } = await shop.value('mall.shelf', { as: manager })
    expect(JSON.stringify(all)).not.toMatch(/pending|returning|byId/)
    expect(await shop.dump()).toBe(before)
  })

  it('is for managers alone', async () => {
    const { answer } = await shop.call('mall.shelf', { as: clerk })
    expect(answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
  })
})

describe('what managers changed of a reward', () => {
  it('is told with who, when, before and after, the newest first', async () => {
    const rewardId = await rewards.stocked({ title: '手冲咖啡' }, 10)
    await shop.advanceClock(60_000)
    await rewards.saved({ rewardId, title: '手冲咖啡', pricePoints: 120, tierFrom: 'silver' })
    await shop.advanceClock(60_000)
    await rewards.stock(rewardId, -2, '打翻了两杯')
    const input = { rewardId }
    const { rows } = await shop.value('mall.rewardChanges', { as: manager, input })
    expect(rows.map(({ kind }) => kind)).toEqual(['stock', 'saved', 'stock', 'made'])
    expect(rows.slice(0, 2)).toMatchObject([
      {
        ...{ byName: '店长', at: expect.any(Number), reason: '打翻了两杯' },
        changes: [
          { field: 'leftCount', before: 10, after: 8 },
          { field: 'totalCount', before: 10, after: 8 },
        ],
      },
      {
        reason: null,
        changes: [
          { field: 'pricePoints', before: 100, after: 120 },
          { field: 'tierFrom', before: null, after: 'silver' },
        ],
      },
    ])
  })

  it('comes page by page, and tells nothing of another reward', async () => {
    const rewardId = await rewards.stocked({}, 50)
    for (let time = 0; time < 21; time += 1) {
      await shop.advanceClock(1_000)
      await rewards.stock(rewardId, -1)
    }
    await rewards.stocked()
    const first = await shop.value('mall.rewardChanges', { as: manager, input: { rewardId } })
    const cursor = first.nextCursor ?? ''
    const asked = { as: manager, input: { rewardId, cursor } }
    const second = await shop.value('mall.rewardChanges', asked)
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([20, 3, null])
  })
})
