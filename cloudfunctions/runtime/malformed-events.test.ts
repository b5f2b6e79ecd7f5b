import { everyEndpoint, refuseAll } from '../../dev/chaos/malformed'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { insertTwinDocuments } from '../../dev/harness/twins'

jest.setTimeout(180_000)

/** The events of a seed are always the same; a failure shows the one that got through. */
const setting = { count: 500, seed: 20_260_310 }

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  await insertTwinDocuments(shop)
})
afterAll(() => shop.stop())

describe(`${setting.count} malformed events, seed ${setting.seed}`, () => {
  it.each(everyEndpoint)('change nothing at %s, and their twin succeeds', async (endpoint) => {
    expect(await refuseAll(shop, endpoint, setting)).toEqual([])
  })
})
