import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

describe('the nightly work on the books', () => {
  it('books what waited 24 hours in a shop with one manager, once', async () => {
    const { who } = await shop.newMember()
    await shop.adjust(who, 2_000)
    await shop.advanceClock(DAY_MS - 1_000)
    await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(0)
    await shop.advanceClock(2_000)
    await shop.fireTimer('points')
    await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(2_000)
  })
  it('forgets what was counted of a day', async () => {
    const { who } = await shop.newMember()
    await shop.adjust(who, 100)
    await shop.advanceClock(30 * DAY_MS)
    await shop.fireTimer('points')
    expect(await shop.find('adjustment_days')).toHaveLength(1)
    await shop.advanceClock(DAY_MS)
    expect((await shop.fireTimer('points')).body).toMatchObject({ value: { forgotten: 1 } })
    expect(await shop.find('adjustment_days')).toEqual([])
    expect(await shop.find('points_adjustments')).toHaveLength(1)
  })
})
