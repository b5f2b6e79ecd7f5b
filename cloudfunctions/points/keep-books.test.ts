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
  it('forgets what was counted of a day, and notices that tell nobody any more', async () => {
    const { who } = await shop.newMember()
    await shop.adjust(who, 100)
    const notice = { memberId: 'm', expiresOn: '2026-03-31', daysAhead: 30, points: 5 }
    const marked = { ...notice, markedOn: '2026-03-10' }
    await shop.local.engine.insert('expiry_notices', [
      { _id: 'untold', ...marked, toldAt: null },
      { _id: 'told', ...marked, toldAt: shop.nowMs() },
    ])
    await shop.advanceClock(30 * DAY_MS)
    await shop.fireTimer('points')
    expect(await shop.find('adjustment_days')).toHaveLength(1)
    expect(await shop.find('expiry_notices')).toHaveLength(2)
    await shop.advanceClock(DAY_MS)
    expect((await shop.fireTimer('points')).body).toMatchObject({ value: { forgotten: 2 } })
    expect(await shop.find('adjustment_days')).toEqual([])
    expect(await shop.find('expiry_notices')).toMatchObject([{ _id: 'told' }])
    expect(await shop.find('points_adjustments')).toHaveLength(1)
  })
})
