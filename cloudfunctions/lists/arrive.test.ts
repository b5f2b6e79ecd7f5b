import { type Ordered, orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

/** 25 boxes, three lines that said 不要 below the number at which they are no longer all there. */
const twentyFive: readonly Ordered[] = [
  { lines: { i1: 4 } },
  { lines: { i1: 5 } },
  { lines: { i1: 4 } },
  { lines: { i1: 6 }, ifShort: 'drop' },
  { lines: { i1: 2 }, ifShort: 'drop', tier: 'gold' },
  { lines: { i1: 4 }, ifShort: 'drop' },
]

/** All that the shop knows, without who is at work at what. */
const traces = async () =>
  JSON.stringify(JSON.parse(await shop.dump()).filter(([name]: [string]) => name !== 'job_leases'))

const kindsFor = async (memberId: string | null) =>
  (await shop.find('messages', { memberId })).map(({ kind }) => kind).sort()

const purchaseOf = async (entryId: string) => {
  const [purchase] = await shop.find('purchases', { _id: `list:${entryId}` })
  return purchase
}

describe('what arrived', () => {
  it('is shared out by number, told to each, and waits to be fetched', async () => {
    const list = await orderedListsOf(shop).newList(twentyFive)
    const answer = await list.arrive({ i1: 18 })
    if (!answer.ok) throw new Error(answer.code)
    const { allocations, reached } = answer.value
    expect(allocations.map(({ gotCount }) => gotCount)).toEqual([4, 5, 4, 0, 2, 0])
    expect(allocations.map(({ releasedCount }) => releasedCount)).toEqual([0, 0, 0, 6, 0, 4])
    expect(reached).toEqual({ permitCount: 0, inboxCount: 4 })
    expect(await kindsFor(list.entryAt(1).memberId)).toEqual(['listArrived'])
    expect(await kindsFor(list.entryAt(4).memberId)).toEqual(['listMissed'])
    const [stored] = await shop.find('lists', { _id: list.listId })
    expect(stored).toMatchObject({ state: 'arrived', pickupUntilOn: '2026-03-13' })
    expect(stored).not.toHaveProperty('sharingAt')
    const released = await orderedListsOf(shop).entryDocument(list.entryAt(4).entryId)
    expect(released).toMatchObject({ state: 'released', payment: { state: 'none' } })
    const mine = await shop.value('lists.mine', { as: list.entryAt(5).who })
    expect(mine.lines).toMatchObject([
      { entryNo: 5, itemName: '草莓', quantity: 2, dueFen: 2 * PIECE_FEN, untilOn: '2026-03-13' },
    ])
    expect(mine.pickupCode).toMatch(/^\d{12}$/)
    expect(await purchaseOf(list.entryAt(1).entryId)).toBeUndefined()
  })

  it('is shared out by level where the list was published so', async () => {
    const list = await orderedListsOf(shop).newList(twentyFive, { shortage: 'byTier' })
    const answer = await list.arrive({ i1: 14 })
    if (!answer.ok) throw new Error(answer.code)
    // The gold one first: two are gone when the first number comes.
    expect(answer.value.allocations.map(({ gotCount }) => gotCount)).toEqual([4, 5, 3, 0, 2, 0])
  })

  it('is typed once: the same is the same again, another figure is refused', async () => {
    const list = await orderedListsOf(shop).newList([
      { lines: { i1: 2 } },
      { lines: { i1: 2, i2: 3 } },
    ])
    const first = await list.arrive({ i1: 3 }, 'arrive-once')
    expect(await list.arrive({ i1: 3 }, 'arrive-once')).toEqual(first)
    expect(await list.arrive({ i1: 3 })).toEqual(first)
    expect(await list.arrive({ i1: 4 }, 'arrive-once')).toMatchObject({ code: 'REQUEST_REUSED' })
    expect(await list.arrive({ i1: 4 })).toMatchObject({ code: 'LIST_ARRIVED' })
    const stranger = (await orderedListsOf(shop).newOwner()).who
    const before = await traces()
    expect(await list.arrive({ i2: 3.5 })).toMatchObject({ code: 'ARRIVED_TOO_MUCH' })
    expect(await list.arrive({ i9: 1 })).toMatchObject({ code: 'INPUT_INVALID' })
    const items = [
      { itemId: 'i2', arrivedCount: 1 },
      { itemId: 'i2', arrivedCount: 1 },
    ]
    const input = { listId: list.listId, items }
    const twice = await shop.call('lists.arrive', { as: list.owner.who, input })
    expect(twice.answer).toMatchObject({ code: 'INPUT_INVALID' })
    const foreign = await shop.call('lists.arrive', { as: stranger, input })
    expect(foreign.answer).toMatchObject({ code: 'LIST_FOREIGN' })
    expect(await traces()).toBe(before)
    // What waits for an item that is still to come is fetched when it is here.
    const second = list.entryAt(2)
    expect((await shop.value('lists.mine', { as: second.who })).lines).toEqual([])
    expect(await kindsFor(second.memberId)).toEqual([])
    expect(await list.arrive({ i2: 3 })).toMatchObject({ ok: true })
    expect((await shop.value('lists.mine', { as: second.who })).lines).toHaveLength(2)
  })

  it('is told beside what was ordered, also by those who got nothing', async () => {
    const list = await orderedListsOf(shop).newList([...twentyFive, { lines: { i2: 3 } }])
    expect(await list.arrive({ i1: 18 })).toMatchObject({ ok: true })
    const input = { listId: list.listId }
    const { arrivals, items } = await shop.value('lists.totals', { as: list.owner.who, input })
    expect(arrivals).toMatchObject([
      { itemId: 'i1', name: '草莓', orderedQuantity: 25, arrivedQuantity: 18 },
      { itemId: 'i2', unit: 'jin', orderedQuantity: 3, arrivedQuantity: null },
    ])
    // One line that says 不要 got nothing of the three that were left.
    expect(items[0]).toMatchObject({ itemId: 'i1', quantity: 15 })
  })

  it('refuses fractions of a piece, and leaves no trace of what it refuses', async () => {
    const list = await orderedListsOf(shop).newList([{ lines: { i1: 2 } }])
    const before = await traces()
    expect(await list.arrive({ i1: 1.5 })).toMatchObject({ code: 'INPUT_INVALID' })
    expect(await list.arrive({ i1: 3 })).toMatchObject({ code: 'ARRIVED_TOO_MUCH' })
    expect(await traces()).toBe(before)
  })

  it('books at once what was paid before, and gives the difference back', async () => {
    const paidFen = 4 * PIECE_FEN
    const list = await orderedListsOf(shop).newList(
      [
        { lines: { i1: 4 }, paidFen },
        { lines: { i1: 4 }, paidFen },
        { lines: { i1: 4 }, paidFen, ifShort: 'drop' },
      ],
      { payment: 'toOwner' },
    )
    expect(await list.arrive({ i1: 7 })).toMatchObject({ ok: true })
    const [whole, part, none] = await Promise.all(
      list.entries.map(({ entryId }) => orderedListsOf(shop).entryDocument(entryId)),
    )
    expect(whole?.payment).toMatchObject({ state: 'paid', paidFen })
    expect(part?.payment).toMatchObject({ state: 'paid', paidFen: 3 * PIECE_FEN })
    expect(none?.payment).toMatchObject({ state: 'toReturn', paidFen: 0, purchaseId: null })
    expect(await purchaseOf(list.entryAt(2).entryId)).toMatchObject({
      ...{ tillNo: '+lists', receiptKey: `list:${list.entryAt(2).entryId}`, state: 'settled' },
      bill: { paidFen: 3 * PIECE_FEN, earnedPoints: 59, lines: [{ title: '草莓 一盒' }] },
    })
    expect(await shop.balanceOf(list.entryAt(2).who)).toBe(59)
    expect(await kindsFor(list.entryAt(2).memberId)).toEqual(['listArrived', 'listSettledBack'])
    expect((await shop.books()).balanced).toBe(true)
  })
})
