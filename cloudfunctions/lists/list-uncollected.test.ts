import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { orderedListsOf } from '../../dev/harness/ordered-lists'
import { clerk, openShop, type ShopUnderTest, westClerk } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('what nobody has fetched', () => {
  it('is listed for the owner, the list and the store, until when it waits', async () => {
    const owner = await orderedListsOf(shop).newOwner()
    const ordered = [{ lines: { i1: 1 } }, { lines: { i1: 2 }, point: 'p2' as const }]
    const list = await orderedListsOf(shop).newList(ordered, { owner })
    await list.arrive({ i1: 3 })
    const { listId } = list
    const at = async (as: string, input: object) =>
      (await shop.value('lists.uncollected', { as, input })).lines
        .filter((line) => line.listId === listId)
        .map(({ entryNo }) => entryNo)
    expect(await at(owner.who, {})).toEqual([1, 2])
    expect(await at(clerk, { listId })).toEqual([1])
    expect(await at(westClerk, {})).toEqual([2])
    const { entryId, who } = list.entryAt(1)
    const { ticket } = await fetchingOf(shop).scanned(who)
    await fetchingOf(shop).handOver({ ticket }, [berries(entryId, 1)])
    expect(await at(owner.who, { listId })).toEqual([2])
    const refused = await shop.call('lists.uncollected', { as: clerk, input: { storeId: 'west' } })
    expect(refused.answer).toMatchObject({ code: 'STORE_FOREIGN' })
  })

  it('stands by number where it is of one list, page by page', async () => {
    const owner = await orderedListsOf(shop).newOwner()
    const numbers = Array.from({ length: 23 }, (_none, place) => place + 1)
    const ordered = numbers.map(() => ({ lines: { i1: 1 }, who: null }))
    const list = await orderedListsOf(shop).newList(ordered, { owner })
    await list.arrive({ i1: 23 })
    const page = (cursor?: string) =>
      shop.value('lists.uncollected', {
        ...{ as: owner.who, input: { listId: list.listId, ...(cursor ? { cursor } : {}) } },
      })
    const first = await page()
    const rest = await page(first.nextCursor ?? '')
    expect([...first.lines, ...rest.lines].map(({ entryNo }) => entryNo)).toEqual(numbers)
    expect(rest.nextCursor).toBeNull()
    const foreign = await shop.call('lists.uncollected', {
      ...{ as: owner.who, input: { listId: list.listId, cursor: '1:abc' } },
    })
    expect(foreign.answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
  })
})
