import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { clerk, openShop, type ShopUnderTest, westClerk } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('a code', () => {
  it('of any of her entries opens all of hers at this point alone', async () => {
    const { who, ids } = await fetchingOf(shop).twoLists()
    const { pickupCode } = await shop.value('lists.mine', { as: who })
    if (pickupCode === null) throw new Error('no code')
    const waiting = await shop.value('lists.waiting', { as: clerk, input: { pickupCode } })
    expect(waiting).toMatchObject({ maskedName: '邻**', isProxy: false })
    expect(waiting.lines.map(({ entryId }) => entryId)).toEqual([...ids])
    const elsewhere = await shop.value('lists.waiting', { as: westClerk, input: { pickupCode } })
    expect(elsewhere.lines).toEqual([])
    const lines = [berries(ids[1], 2)]
    expect(await fetchingOf(shop).handOver({ pickupCode }, lines, { as: westClerk })).toMatchObject(
      {
        code: 'LIST_FOREIGN',
      },
    )
    expect(await fetchingOf(shop).handOver({ pickupCode: '1'.repeat(12) }, lines)).toMatchObject({
      code: 'PICKUP_NOT_FOUND',
    })
    const found = await shop.value('mall.findPickup', { as: clerk, input: { pickupCode } })
    expect(found).toMatchObject({ what: 'entries', lines: [{}, {}] })
    expect(await fetchingOf(shop).handOver({ pickupCode }, lines)).toMatchObject({ ok: true })
  })

  it('opens nothing of somebody else', async () => {
    const { who } = await fetchingOf(shop).twoLists()
    const { ids } = await fetchingOf(shop).twoLists()
    const { ticket } = await fetchingOf(shop).scanned(who)
    expect(await fetchingOf(shop).handOver({ ticket }, [berries(ids[0], 1)])).toMatchObject({
      code: 'ENTRY_FOREIGN',
    })
    expect(
      await fetchingOf(shop).handOver({ ticket, pickupCode: '1'.repeat(12) }, []),
    ).toMatchObject({ ok: false })
  })
})
