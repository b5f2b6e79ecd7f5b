import { JIN_FEN, orderedListsOf } from '../../dev/harness/ordered-lists'
import { manager, openShop, type ShopUnderTest, WEST } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const purchaseOf = async (entryId: string) => {
  const [purchase] = await shop.find('purchases', { _id: `list:${entryId}` })
  return purchase
}

describe('goods by weight', () => {
  it('wait for the scales; what was paid before is settled by them', async () => {
    const list = await orderedListsOf(shop).newList(
      [
        { lines: { i2: 5 }, paidFen: 5 * JIN_FEN },
        { lines: { i2: 5 }, paidFen: 5 * JIN_FEN, point: 'p2' },
      ],
      { payment: 'toOwner' },
    )
    expect(await list.arrive({ i2: 10 })).toMatchObject({ ok: true })
    const [light, heavy] = [list.entryAt(1), list.entryAt(2)]
    expect(await purchaseOf(light.entryId)).toBeUndefined()
    expect(await list.weigh(light.entryId, 2_380)).toMatchObject({ value: { payableFen: 1_585 } })
    expect(await purchaseOf(light.entryId)).toMatchObject({ bill: { paidFen: 1_585 } })
    expect(await list.weigh(light.entryId, 2_400)).toMatchObject({ code: 'ENTRY_BOOKED' })
    expect(await list.weigh(heavy.entryId, 9_000)).toMatchObject({ code: 'ENTRY_WEIGHT' })
    expect(await list.weigh(heavy.entryId, 2_600)).toMatchObject({ value: { payableFen: 1_732 } })
    const more = await orderedListsOf(shop).entryDocument(heavy.entryId)
    expect(more.payment).toMatchObject({ state: 'owed', paidFen: 5 * JIN_FEN, purchaseId: null })
    expect(await list.markPaid([heavy.entryId])).toMatchObject({
      value: { entries: [{ entryNo: 2, paidFen: 1_732 }] },
    })
    expect(await purchaseOf(heavy.entryId)).toMatchObject({
      storeId: WEST,
      bill: { paidFen: 1_732 },
    })
    const { earnedPoints } = JSON.parse(JSON.stringify(await purchaseOf(heavy.entryId))).bill
    expect(await shop.balanceOf(heavy.who)).toBe(earnedPoints)
  })

  it('are weighed by whoever hands over there, before they are fetched', async () => {
    const list = await orderedListsOf(shop).newList([{ lines: { i1: 1, i2: 2 } }])
    const { entryId } = list.entryAt(1)
    expect(await list.weigh(entryId, 1_000)).toMatchObject({ code: 'LIST_NOT_ARRIVED' })
    await list.arrive({ i1: 1, i2: 2 })
    expect(await list.weigh(entryId, 1_010, manager)).toMatchObject({ ok: true })
    const [stranger, other] = [(await shop.newMember()).who, await orderedListsOf(shop).newOwner()]
    expect(await list.weigh(entryId, 990, stranger)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await list.weigh(entryId, 990, other.who)).toMatchObject({ code: 'LIST_FOREIGN' })
    expect(await list.weigh('nobody', 990)).toMatchObject({ code: 'ENTRY_GONE' })
  })
})
