import { listsOf, twoPoints } from '../../dev/harness/lists'
import { orderedListsOf } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const of = (quantity: number, itemId = 'i1') => [{ itemId, quantity }]

describe('the desk', () => {
  it('sees entries by number in pages, and their sums by item and point', async () => {
    const items = [{ priceFen: 333 }, { unit: 'jin' as const, priceFen: 599 }]
    const { listId, owner } = await lists().newList({ items, pickupPoints: twoPoints })
    for (let no = 0; no < 22; no += 1) {
      const point = { pickupPointId: no % 2 === 0 ? 'p1' : 'p2' }
      await lists().joined(listId, { lines: [...of(1), ...of(0.5, 'i2')], ...point })
    }
    const pageOf = (part: object) =>
      shop.value('lists.entries', { as: owner.who, input: { listId, ...part } })
    const first = await pageOf({})
    const second = await pageOf({ cursor: first.nextCursor })
    const numbers = [...first.entries, ...second.entries].map(({ entryNo }) => entryNo)
    expect(numbers).toEqual(Array.from({ length: 22 }, (_unused, no) => no + 1))
    expect(second.nextCursor).toBeNull()
    expect(first.entries[0]).toMatchObject({
      payableFen: 633,
      paymentState: 'owed',
      changeCount: 0,
    })
    expect(await lists().totals({ listId, owner })).toMatchObject({
      items: [
        { itemId: 'i1', quantity: 22, amountFen: 7_326 },
        // Half a fen up, line by line.
        { itemId: 'i2', quantity: 11, amountFen: 22 * 300 },
      ],
      points: [
        { pickupPointId: 'p1', items: [{ quantity: 11 }, { quantity: 5.5, amountFen: 3_300 }] },
        { pickupPointId: 'p2', items: [{ quantity: 11 }, { quantity: 5.5, amountFen: 3_300 }] },
      ],
      ...{ entryCount: 22, waitingCount: 0, amountFen: 7_326 + 6_600 },
    })
  })

  it('never sees the code by which a neighbour fetches', async () => {
    const { newList } = orderedListsOf(shop)
    const { owner, listId, arrive } = await newList([{ lines: { i1: 1 } }])
    await arrive({ i1: 1 })
    const [stored] = await lists().entriesOf(listId)
    expect(stored?.pickupCode).toMatch(/^\d{12}$/)
    const { entries } = await shop.value('lists.entries', { as: owner.who, input: { listId } })
    expect(entries).toMatchObject([{ entryNo: 1, pickupCode: null }])
  })

  it('sees what waits to be fetched once it is here, as the card counts it', async () => {
    const list = await orderedListsOf(shop).newList([
      { lines: { i1: 1 } },
      { lines: { i1: 1, i2: 1 } },
      { lines: { i1: 1 } },
    ])
    const uncollected = async () => {
      const input = { listId: list.listId, which: 'uncollected' as const }
      const page = await shop.value('lists.entries', { as: list.owner.who, input })
      const { lists: own } = await shop.value('lists.owned', { as: list.owner.who })
      expect(own[0]?.uncollectedCount).toBe(page.entries.length)
      return page.entries.map(({ entryNo }) => entryNo)
    }
    expect(await uncollected()).toEqual([])
    await list.arrive({ i1: 3 })
    expect(await uncollected()).toEqual([1, 3])
    await list.arrive({ i2: 1 })
    expect(await uncollected()).toEqual([1, 2, 3])
  })

  it('is of no use to whoever does not look after the list', async () => {
    const [{ listId }, other] = [await lists().newList(), await lists().newList()]
    for (const name of ['lists.totals', 'lists.entries'] as const) {
      const { answer } = await shop.call(name, { as: other.owner.who, input: { listId } })
      expect(answer).toMatchObject({ code: 'LIST_FOREIGN' })
    }
  })
})
