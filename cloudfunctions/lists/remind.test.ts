import { fetchingOf } from '../../dev/harness/fetching-under-test'
import { orderedListsOf } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('what nobody has fetched', () => {
  it('is reminded of once a day', async () => {
    const ordered = [{ lines: { i1: 1 } }, { lines: { i1: 1 }, who: null }, { lines: { i1: 1 } }]
    const list = await orderedListsOf(shop).newList(ordered)
    const ask = (requestId: string) =>
      shop.call('lists.remind', {
        ...{ as: list.owner.who, requestId, input: { listId: list.listId } },
      })
    expect((await ask('too-early')).answer).toMatchObject({ code: 'LIST_NOT_ARRIVED' })
    await list.arrive({ i1: 2 })
    const first = await ask('remind-1')
    expect(first.answer).toMatchObject({ value: { permitCount: 0, inboxCount: 1 } })
    expect((await ask('remind-1')).answer).toEqual(first.answer)
    expect((await ask('remind-2')).answer).toMatchObject({ code: 'LIST_REMINDED' })
    const { messagesFor } = fetchingOf(shop)
    expect(await messagesFor(list.entryAt(1).memberId, 'listWaits')).toHaveLength(1)
    expect(await messagesFor(list.entryAt(3).memberId, 'listWaits')).toEqual([])
    await shop.advanceClock(24 * 3_600_000)
    expect((await ask('remind-3')).answer).toMatchObject({ ok: true })
    expect(await messagesFor(list.entryAt(1).memberId, 'listWaits')).toHaveLength(2)
  })
})
