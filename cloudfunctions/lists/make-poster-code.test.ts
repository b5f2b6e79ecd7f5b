import { listsOf } from '../../dev/harness/lists-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const PNG = [0x89, 0x50, 0x4e, 0x47]

describe("the code on a list's poster", () => {
  it('is a picture, for whoever sees the list', async () => {
    const owner = await listsOf(shop).newOwner()
    const { listId } = await listsOf(shop).newList({}, owner)
    const { who } = await shop.newMember()
    const { base64 } = await shop.value('lists.posterCode', { as: who, input: { listId } })
    expect([...Buffer.from(base64 ?? '', 'base64').subarray(0, 4)]).toEqual(PNG)
  })

  it('is refused for a draft, as the list itself is', async () => {
    const owner = await listsOf(shop).newOwner()
    const { listId } = await listsOf(shop).newDraft({}, owner)
    const { who } = await shop.newMember()
    const { answer } = await shop.call('lists.posterCode', { as: who, input: { listId } })
    expect(answer).toMatchObject({ ok: false, code: 'LIST_GONE' })
  })
})
