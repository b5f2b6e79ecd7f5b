import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
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

  it('tells apart what is paid, what is taken here, and what its owner is owed', async () => {
    const ordered = [{ lines: { i1: 2 } }, { lines: { i1: 1 } }]
    const list = await orderedListsOf(shop).newList(ordered, { payment: 'toOwner' })
    await list.markPaid([list.entryAt(1).entryId])
    await list.arrive({ i1: 3 })
    const feesOf = async (entryNo: number) => {
      const { who } = list.entryAt(entryNo)
      const { pickupCode } = await shop.value('lists.mine', { as: who })
      const input = { pickupCode: pickupCode ?? '' }
      const { lines } = await shop.value('lists.waiting', { as: clerk, input })
      return lines.map(({ dueFen, toOwnerFen }) => ({ dueFen, toOwnerFen }))
    }
    expect(await feesOf(1)).toEqual([{ dueFen: 0, toOwnerFen: 0 }])
    expect(await feesOf(2)).toEqual([{ dueFen: 0, toOwnerFen: PIECE_FEN }])
    await list.markPaid([list.entryAt(2).entryId])
    expect(await feesOf(2)).toEqual([{ dueFen: 0, toOwnerFen: 0 }])
    const here = await orderedListsOf(shop).newList([{ lines: { i1: 1 } }])
    await here.arrive({ i1: 1 })
    const { pickupCode } = await shop.value('lists.mine', { as: here.entryAt(1).who })
    const input = { pickupCode: pickupCode ?? '' }
    const { lines } = await shop.value('lists.waiting', { as: clerk, input })
    expect(lines).toMatchObject([{ dueFen: PIECE_FEN, toOwnerFen: 0 }])
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
