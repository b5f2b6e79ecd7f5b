import { orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const purchaseOf = async (entryId: string) => {
  const [purchase] = await shop.find('purchases', { _id: `list:${entryId}` })
  return purchase
}

describe('an owner takes the money', () => {
  it('of many at once; before the goods are here it is booked with them', async () => {
    const list = await orderedListsOf(shop).newList(
      [{ lines: { i1: 2 } }, { lines: { i1: 3 }, who: null }],
      {
        payment: 'toOwner',
      },
    )
    const ids = list.entries.map(({ entryId }) => entryId)
    const paid = { entries: [{ paidFen: 2 * PIECE_FEN }, { paidFen: 3 * PIECE_FEN }] }
    expect(await list.markPaid(ids)).toMatchObject({ value: paid })
    expect(await purchaseOf(list.entryAt(1).entryId)).toBeUndefined()
    await list.arrive({ i1: 5 })
    expect(await purchaseOf(list.entryAt(1).entryId)).toMatchObject({ state: 'settled' })
    expect(await list.markPaid(ids)).toMatchObject({ value: paid })
    expect(await shop.find('purchases', { listEntryId: { $in: ids } })).toHaveLength(1)
  })

  it('refuses her own entry, another list, and goods that nobody weighed', async () => {
    const owner = await orderedListsOf(shop).newOwner()
    const ordered = [{ lines: { i2: 2 }, who: owner.who }, { lines: { i2: 2 } }]
    const list = await orderedListsOf(shop).newList(ordered, { owner, payment: 'toOwner' })
    await list.arrive({ i2: 4 })
    const [own, others] = [list.entryAt(1).entryId, list.entryAt(2).entryId]
    expect(await list.markPaid([others, own])).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await list.markPaid([others])).toMatchObject({ code: 'LIST_UNWEIGHED' })
    const stranger = await orderedListsOf(shop).newOwner()
    expect(await list.markPaid([others], stranger.who)).toMatchObject({ code: 'LIST_FOREIGN' })
    expect(await shop.find('list_entries', { _id: others })).toMatchObject([
      { payment: { state: 'owed' } },
    ])
  })
})
