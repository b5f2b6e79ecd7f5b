import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { PIECE_FEN } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('what waits for her', () => {
  it('is all of hers with one code, and until when somebody may fetch it for her', async () => {
    const { who, ids } = await fetchingOf(shop).twoLists()
    const mine = await shop.value('lists.mine', { as: who })
    expect(mine).toMatchObject({
      lines: [
        { entryId: ids[0], quantity: 3, dueFen: 3 * PIECE_FEN, pickupPointName: '东店' },
        { entryId: ids[1], quantity: 2 },
      ],
      proxyUntilAt: null,
    })
    expect(mine.pickupCode).toMatch(/^\d{12}$/)
    const { untilAt, proxyCode } = await shop.value('lists.proxyCode', { as: who })
    expect(await shop.value('lists.mine', { as: who })).toMatchObject({ proxyUntilAt: untilAt })
    await fetchingOf(shop).handOver({ proxyCode }, [berries(ids[0], 3), berries(ids[1], 2)])
    const nothing = { lines: [], pickupCode: null, proxyUntilAt: null }
    expect(await shop.value('lists.mine', { as: who })).toEqual(nothing)
  })
})
