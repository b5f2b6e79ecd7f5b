import { listsOf } from '../../dev/harness/lists-under-test'
import { EAST, openShop, type ShopUnderTest, WEST } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

it('tells what the shop allows', async () => {
  const owner = await listsOf(shop).newOwner()
  expect(await shop.value('lists.terms', { as: owner })).toMatchObject({
    ...{ pickupDays: 3, commissionPercent: 0 },
    stores: [
      { storeId: EAST, name: '东店' },
      { storeId: WEST, name: '西店' },
    ],
  })
})
