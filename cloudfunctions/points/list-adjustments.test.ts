import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

describe('the list of adjustments', () => {
  it('pages, the newest first', async () => {
    const { who } = await shop.newMember()
    for (let points = 1; points <= 22; points += 1) {
      await shop.adjust(who, points)
      await shop.advanceClock(1_000)
    }
    const first = await shop.value('points.adjustments', { as: manager })
    const cursor = first.nextCursor ?? undefined
    const second = await shop.value('points.adjustments', { as: manager, input: { cursor } })
    const points = [...first.adjustments, ...second.adjustments].map((row) => row.points)
    expect(points).toEqual(Array.from({ length: 22 }, (_, position) => 22 - position))
    expect(second.nextCursor).toBeNull()
  })

  it('books on the way what is ripe, and rejects it where the points are gone', async () => {
    const { who } = await shop.newMember(1_500)
    await shop.adjust(who, -1_500)
    const rewardId = await shop.newReward({ pricePoints: 1_000 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.adjust(who, 1_700)
    await shop.advanceClock(DAY_MS + 1_000)
    const { adjustments } = await shop.value('points.adjustments', { as: manager })
    expect(adjustments.map(({ points, state }) => [points, state])).toEqual([
      [1_700, 'booked'],
      [-1_500, 'rejected'],
    ])
    expect(await shop.balanceOf(who)).toBe(2_200)
    expect((await shop.books()).balanced).toBe(true)
  })
})
