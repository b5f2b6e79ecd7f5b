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
})
