import { allow, messageTemplates } from '../../dev/harness/permits-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { templateKeys } from '../../shared/messages/template'

let shop: ShopUnderTest
beforeAll(async () => {
  const chosen = { gift: messageTemplates.gift }
  shop = await openShop({ store: 'memory', shop: { messageTemplates: chosen } })
})
afterAll(() => shop.stop())

describe('her permits', () => {
  it('are told of every kind, with the template where the shop has one', async () => {
    const { who } = await shop.newMember()
    await allow(shop, who, 'gift')
    const { permits, askableFromAt } = await shop.value('messages.permits', { as: who })
    expect(permits.map(({ templateKey }) => templateKey)).toEqual([...templateKeys])
    expect(permits.slice(0, 2)).toEqual([
      { templateKey: 'gift', title: '礼遇到账', templateId: 'template-gift', leftCount: 1 },
      { templateKey: 'pickup', title: '自提与退换', templateId: null, leftCount: 0 },
    ])
    expect(askableFromAt).toBeNull()
  })

  it('cost two calls, and are a member’s', async () => {
    const { who } = await shop.newMember()
    const called = await shop.call('messages.permits', { as: who })
    expect(`${called.dbCalls} calls, ${called.docsWritten} written`).toBe('2 calls, 0 written')
    const { answer } = await shop.call('messages.permits', { as: shop.fresh('visitor') })
    expect(answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })
})
