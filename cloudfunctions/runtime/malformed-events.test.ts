import { everyEndpoint, refuseAll } from '../../dev/chaos/malformed'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { insertTwinDocuments } from '../../dev/harness/twins'

jest.setTimeout(180_000)

/** The events of a seed are always the same; a failure shows the one that got through. */
const setting = { size: 'quick', seed: 20_260_310 } as const

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
  await insertTwinDocuments(shop)
})
afterAll(() => shop.stop())

describe(`malformed events of every kind at every field, seed ${setting.seed}`, () => {
  it.each(everyEndpoint)('change nothing at %s, and their twin succeeds', async (endpoint) => {
    const { sent, broken } = await refuseAll(shop, endpoint, setting)
    expect(broken).toEqual([])
    expect(sent).toBeGreaterThan(0)
  })
})
