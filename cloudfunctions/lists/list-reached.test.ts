import { fetchingOf } from '../../dev/harness/fetching-under-test'
import { orderedListsOf } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('who was reached', () => {
  it('is told by number: on WeChat, in the inbox alone, or not at all', async () => {
    const ordered = [{ lines: { i1: 1 } }, { lines: { i1: 1 }, who: null }, { lines: { i1: 1 } }]
    const list = await orderedListsOf(shop).newList(ordered)
    await list.arrive({ i1: 3 })
    const ways = async (cursor?: string) => {
      const input = { listId: list.listId, ...(cursor ? { cursor } : {}) }
      const { entries } = await shop.value('lists.reached', { as: list.owner.who, input })
      return entries.map(({ way }) => way)
    }
    expect(await ways()).toEqual(['inbox', 'none', 'inbox'])
    const { memberId } = list.entryAt(1)
    const [message] = await fetchingOf(shop).messagesFor(memberId, 'listArrived')
    const update = { $set: { delivery: 'sent' } }
    const filter = { _id: message?._id ?? '' }
    await shop.local.engine.update('messages', { filter, update, multi: false })
    expect(await ways()).toEqual(['wechat', 'none', 'inbox'])
    expect(await ways('2')).toEqual(['inbox'])
    const partly = await orderedListsOf(shop).newList([
      { lines: { i1: 1 } },
      { lines: { i1: 1, i2: 1 } },
    ])
    await partly.arrive({ i1: 2 })
    const asked = { as: partly.owner.who, input: { listId: partly.listId } }
    const { entries } = await shop.value('lists.reached', asked)
    expect(entries.map(({ way }) => way)).toEqual(['inbox', 'notYet'])
    const stranger = (await orderedListsOf(shop).newOwner()).who
    const refused = await shop.call('lists.reached', {
      ...{ as: stranger, input: { listId: list.listId } },
    })
    expect(refused.answer).toMatchObject({ code: 'LIST_FOREIGN' })
  })
})
