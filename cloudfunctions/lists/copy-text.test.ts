import { listsOf } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('a list as text', () => {
  it('has prices, entries by number, and no remark that was meant for the owner', async () => {
    const items = [{ name: '苹果', priceFen: 1_290, memberPriceFen: 1_190 }]
    const { owner, listId } = await listsOf(shop).newList({ items })
    await listsOf(shop).joined(listId, { remark: '放门口' })
    const gone = await listsOf(shop).joined(listId)
    await listsOf(shop).cancel(gone.who, gone.entryId)
    const { text } = await shop.value('lists.toText', { as: owner.who, input: { listId } })
    expect(text).toContain('苹果 12.9元/份，会员11.9元')
    expect(text).toMatch(/\n\n1\. .+ 苹果×1$/)
    expect(text).not.toContain('放门口')
  })

  it('tells who waits from who has a place', async () => {
    const items = [{ name: '苹果', stockCount: 1 }]
    const { owner, listId } = await listsOf(shop).newList({ items })
    await listsOf(shop).joined(listId)
    await listsOf(shop).joined(listId, { ifSoldOut: 'fill' })
    const { text } = await shop.value('lists.toText', { as: owner.who, input: { listId } })
    expect(text).toMatch(/\n1\. .+ 苹果×1\n2\. .+ 苹果×1 备注：候补$/)
  })

  it("is nobody's before it is published", async () => {
    const { who } = await shop.newMember()
    const asked = await shop.call('lists.toText', { as: who, input: { listId: 'no-list' } })
    expect(asked.answer).toMatchObject({ ok: false, code: 'LIST_GONE' })
  })
})
