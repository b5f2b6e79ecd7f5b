import { fillInbox, inboxOf } from '../../dev/harness/inbox-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('forgetting', () => {
  it('keeps a message for 180 days, read or not', async () => {
    const { who, memberId } = await shop.newMember()
    await fillInbox(shop, memberId, { count: 120, at: shop.nowMs() })
    await shop.advanceClock(DAY_MS)
    await shop.adjust(who, 30)
    await shop.advanceClock(178 * DAY_MS)
    await shop.fireTimer('messages')
    expect((await shop.find('messages', { memberId })).length).toBe(121)
    await shop.advanceClock(DAY_MS)
    await shop.fireTimer('messages')
    expect(await inboxOf(shop, who)).toEqual(['店里为您增加了 30 积分：补记漏登的消费 · 未读'])
    expect(await shop.find('messages', { memberId })).toHaveLength(1)
  })
})
