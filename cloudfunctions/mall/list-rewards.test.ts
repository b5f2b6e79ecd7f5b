import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the points mall', () => {
  it('shows a visitor every reward, and that she is no member', async () => {
    const rewardId = await shop.newReward({ saleUntilOn: '2026-03-01' })
    const shown = await shop.value('mall.rewards', { as: shop.fresh('visitor') })
    expect(shown).toMatchObject({ isMember: false, balancePoints: 0 })
    const reward = shown.rewards.find((card) => card.rewardId === rewardId)
    expect(reward).toMatchObject({ saleState: 'ended', redeemedCount: 0 })
  })

  it('tells a member her points and how many of each she has, and changes nothing', async () => {
    const { who } = await shop.newMember(250)
    const rewardId = await shop.newReward({ leftCount: 1 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const before = await shop.dump()
    const shown = await shop.value('mall.rewards', { as: who })
    expect(shown).toMatchObject({ isMember: true, balancePoints: 150 })
    const reward = shown.rewards.find((card) => card.rewardId === rewardId)
    expect(reward).toMatchObject({ saleState: 'soldOut', redeemedCount: 1, leftCount: 0 })
    expect(JSON.stringify(shown)).not.toMatch(/pending|returning/)
    expect(await shop.dump()).toBe(before)
  })
})
