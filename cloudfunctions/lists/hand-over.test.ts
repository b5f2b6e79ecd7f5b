import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { JIN_FEN, orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import {
  atOnce,
  clerk,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('one scan', () => {
  it('shows all that waits for her across lists at this point, and hands it over', async () => {
    const { who, memberId, first, ids } = await fetchingOf(shop).twoLists()
    const { ticket, waitingLines, prompt } = await fetchingOf(shop).scanned(who)
    expect(waitingLines).toMatchObject([
      { entryId: ids[0], entryNo: 2, listTitle: '草莓团购', quantity: 3, dueFen: 3 * PIECE_FEN },
      { entryId: ids[1], entryNo: 1, quantity: 2, dueFen: 2 * PIECE_FEN },
    ])
    expect(prompt).toContain('2 单接龙待自提')
    const lines = [berries(ids[0], 3), berries(ids[1], 2)]
    expect(
      await fetchingOf(shop).handOver({ ticket }, lines, { requestId: 'all-of-it' }),
    ).toMatchObject({
      value: {
        entries: [
          { entryNo: 2, collectedAll: true, paidFen: 3 * PIECE_FEN },
          { entryNo: 1, collectedAll: true, paidFen: 2 * PIECE_FEN },
        ],
        maskedName: '邻**',
      },
    })
    const purchases = await shop.find('purchases', { memberId })
    expect(purchases.map(({ bill }) => bill)).toMatchObject([{}, {}])
    expect(await shop.balanceOf(who)).toBe(59 + 39)
    expect((await shop.value('lists.mine', { as: who })).lines).toEqual([])
    expect(await fetchingOf(shop).messagesFor(memberId, 'listFetched')).toEqual([])
    // The neighbour's entry is left alone.
    expect(await orderedListsOf(shop).entryDocument(first.entryAt(1).entryId)).toMatchObject({
      lines: [{ collected: [] }],
    })
    // The same request again is the same answer; another one is told when and by whom.
    expect(
      await fetchingOf(shop).handOver({ ticket }, lines, { requestId: 'all-of-it' }),
    ).toMatchObject({
      ok: true,
    })
    const again = await fetchingOf(shop).handOver({ ticket }, [berries(ids[0], 1)])
    const detail = { staffName: '小东', storeName: '东店', entryNo: 2 }
    expect(again).toMatchObject({ code: 'ENTRY_COLLECTED', detail })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('hands over in parts; all of the entry is paid with the first', async () => {
    const { who, memberId, ids } = await fetchingOf(shop).twoLists()
    const { ticket } = await fetchingOf(shop).scanned(who)
    expect(await fetchingOf(shop).handOver({ ticket }, [berries(ids[0], 1)])).toMatchObject({
      value: { entries: [{ collectedAll: false, paidFen: 3 * PIECE_FEN }] },
    })
    const { waitingLines } = await fetchingOf(shop).scanned(who)
    expect(waitingLines).toMatchObject([{ quantity: 2, dueFen: 0 }, { quantity: 2 }])
    expect(await fetchingOf(shop).handOver({ ticket }, [berries(ids[0], 3)])).toMatchObject({
      ...{ code: 'ENTRY_LEFT', detail: { leftCount: 2 } },
    })
    expect(await fetchingOf(shop).handOver({ ticket }, [berries(ids[0], 2)])).toMatchObject({
      value: { entries: [{ collectedAll: true, paidFen: 0 }] },
    })
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
  })

  it('hands over once, however many clerks hold the bag', async () => {
    const { who, ids } = await fetchingOf(shop).twoLists()
    const { ticket } = await fetchingOf(shop).scanned(who)
    const calls = await atOnce(8, () =>
      shop.call('lists.handOver', {
        ...{ as: clerk, requestId: shop.fresh('race') },
        input: { ticket, lines: [berries(ids[0], 3)] },
      }),
    )
    const { ok, ENTRY_COLLECTED: refused = 0, BUSY: busy = 0 } = tallyOf(calls)
    expect([ok, refused + busy]).toEqual([1, 7])
    expect(await orderedListsOf(shop).entryDocument(ids[0])).toMatchObject({
      lines: [{ collected: [{ count: 3 }] }],
    })
  })
})

describe('an owner', () => {
  it('ticks off lines of her own lists without a code, never her own entry', async () => {
    const owner = await orderedListsOf(shop).newOwner()
    const list = await orderedListsOf(shop).newList(
      [
        { lines: { i1: 1 }, who: owner.who },
        { lines: { i1: 2 }, point: 'p3' },
        { lines: { i1: 1 }, who: null },
      ],
      { owner, payment: 'toOwner' },
    )
    await list.arrive({ i1: 4 })
    const [own, hers, nobodys] = list.entries.map(({ entryId }) => entryId)
    const as = owner.who
    expect(await fetchingOf(shop).handOver({}, [berries(own ?? '', 1)], { as })).toMatchObject({
      code: 'SELF_SERVICE',
    })
    expect(await fetchingOf(shop).handOver({}, [berries(hers ?? '', 2)])).toMatchObject({
      code: 'LIST_FOREIGN',
    })
    const both = [berries(hers ?? '', 2), berries(nobodys ?? '', 1)]
    expect(await fetchingOf(shop).handOver({}, both, { as })).toMatchObject({
      code: 'ENTRY_FOREIGN',
    })
    expect(await fetchingOf(shop).handOver({}, [berries(hers ?? '', 2)], { as })).toMatchObject({
      value: { entries: [{ collectedAll: true, paidFen: 0 }] },
    })
    expect(
      await fetchingOf(shop).messagesFor(list.entryAt(2).memberId, 'listFetched'),
    ).toHaveLength(1)
    expect(await fetchingOf(shop).handOver({}, [berries(nobodys ?? '', 1)], { as })).toMatchObject({
      ok: true,
    })
    // Paid to her later, it is booked then.
    expect(await list.markPaid([hers ?? ''])).toMatchObject({ ok: true })
    expect(await shop.balanceOf(list.entryAt(2).who)).toBe(39)
  })
})

describe('goods by weight', () => {
  it('are weighed before they are handed over', async () => {
    const list = await orderedListsOf(shop).newList([{ lines: { i2: 2 } }])
    await list.arrive({ i2: 2 })
    const { who, entryId } = list.entryAt(1)
    const { ticket } = await fetchingOf(shop).scanned(who)
    const lines = [{ entryId, itemId: 'i2', quantity: 2 }]
    expect(await fetchingOf(shop).handOver({ ticket }, lines)).toMatchObject({
      code: 'LIST_UNWEIGHED',
    })
    await list.weigh(entryId, 1_100, clerk)
    expect(await fetchingOf(shop).handOver({ ticket }, lines)).toMatchObject({
      value: { entries: [{ paidFen: Math.floor((JIN_FEN * 1_100) / 500 + 0.5) }] },
    })
  })
})
