import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe("a member's redemptions", () => {
  it('come in pages, the newest first, each once, and only her own', async () => {
    const { who } = await shop.newMember(2_300)
    const rewardId = await shop.newReward({ leftCount: 23, limitPerMember: 23 })
    for (let count = 0; count < 23; count += 1) {
      await shop.value('mall.redeem', { as: who, input: { rewardId } })
    }
    const first = await shop.value('mall.redemptions', { as: who })
    expect(first.redemptions).toHaveLength(20)
    const cursor = first.nextCursor ?? ''
    const second = await shop.value('mall.redemptions', { as: who, input: { cursor } })
    expect(second).toMatchObject({ nextCursor: null })
    const all = [...first.redemptions, ...second.redemptions]
    expect(new Set(all.map(({ redemptionId }) => redemptionId)).size).toBe(23)
    const times = all.map(({ redeemedAt }) => redeemedAt)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const other = await shop.newMember()
    const none = await shop.value('mall.redemptions', { as: other.who, input: { cursor } })
    expect(none.redemptions).toEqual([])
  })
})
