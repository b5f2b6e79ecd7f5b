import { listsOf } from '../../dev/harness/lists-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)

describe('the desk', () => {
  it('sees its own lists with their sums, and a manager those of her stores', async () => {
    const { owner, listId } = await lists().newList()
    const draft = await lists().newDraft({ title: '草稿' }, owner)
    await lists().joined(listId, { quantity: 3 })
    await lists().joined(listId, { quantity: 2.5, itemId: 'i2' })
    const { lists: own } = await shop.value('lists.owned', { as: owner })
    expect(own).toMatchObject([
      { listId: draft.listId, state: 'draft', entryCount: 0, joinedCount: 0, amountFen: 0 },
      { listId, state: 'running', entryCount: 2, amountFen: 3 * 450 + 1700, unpaidCount: 2 },
    ])
    const { lists: managed } = await shop.value('lists.owned', { as: manager })
    const ids = managed.map((row) => row.listId)
    expect(ids).toContain(listId)
    expect(own.map(({ isOwn }) => isOwn)).toEqual([true, true])
    expect(managed.find((row) => row.listId === listId)).toMatchObject({ isOwn: false })
    expect(ids).not.toContain(draft.listId)
  })

  it('counts those whose lines are in its sum, as the totals do', async () => {
    const { owner, listId } = await lists().newList()
    await lists().joined(listId, { quantity: 10 })
    await lists().joined(listId, { quantity: 2, ifSoldOut: 'fill' })
    const [row] = (await shop.value('lists.owned', { as: owner })).lists
    const totals = await shop.value('lists.totals', { as: owner, input: { listId } })
    expect(row).toMatchObject({ entryCount: 2, joinedCount: 1 })
    expect(totals).toMatchObject({ entryCount: row?.joinedCount, amountFen: row?.amountFen })
    expect(totals.waitingCount).toBe(1)
  })

  it('has a page of its own for goods that wait for her word', async () => {
    const goods = { items: [{ name: '新上的榴莲', priceFen: 100 }] }
    const publish = (as: string, listId: string) =>
      shop.value('lists.publish', { as, requestId: shop.fresh('publish'), input: { listId } })
    const fresh = await lists().newDraft(goods)
    expect(await publish(fresh.owner, fresh.listId)).toMatchObject({
      ...{ state: 'waiting', textState: 'approved', goodsState: 'held' },
    })
    // Later ones, more than a page holds, of which none waits for that.
    const words = await lists().newDraft({ title: '待审水果' }, manager)
    expect(await publish(manager, words.listId)).toMatchObject({
      ...{ state: 'waiting', textState: 'held', goodsState: 'approved' },
    })
    for (let no = 0; no < 21; no += 1) await lists().newDraft({}, manager)
    const waiting = async (as: string) =>
      (await shop.value('lists.owned', { as, input: { which: 'goods' } })).lists
    expect(await waiting(manager)).toMatchObject([
      { listId: fresh.listId, goodsState: 'held', textState: 'approved' },
    ])
    expect(await waiting(fresh.owner)).toEqual([])
  })
})
