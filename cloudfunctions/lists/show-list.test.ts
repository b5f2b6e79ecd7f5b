import { listsOf } from '../../dev/harness/lists-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)

const joined = (listId: string, quantity = 1, itemId = 'i1') =>
  lists().joined(listId, { quantity, itemId })

describe('a list', () => {
  it('is shown to everybody as it was promised, with what is left of it', async () => {
    const threshold = { count: 20, below: 'extend' as const }
    const { owner, listId } = await lists().newList({ threshold, words: '自家果园' })
    const { who, entryId } = await joined(listId, 3)
    await joined(listId, 2.5, 'i2')
    const shown = await lists().show(listId, shop.fresh('visitor'))
    expect(shown).toMatchObject({
      ...{ title: '周三水果', words: '自家果园', state: 'running', entryCount: 2, mine: null },
      ...{ isDesk: false, isMember: false, nextCursor: null },
      threshold: { count: 20, below: 'extend', reachedCount: 5.5 },
      items: [
        { itemId: 'i1', leftCount: 7, orderedQuantity: 3, priceFen: 500, memberPriceFen: 450 },
        { itemId: 'i2', leftCount: null, orderedQuantity: 2.5, unit: 'jin', spec: '大果' },
      ],
      entries: [
        { entryNo: 1, lines: [{ itemId: 'i1', quantity: 3 }], cancelled: false, isMine: false },
        { entryNo: 2, lines: [{ itemId: 'i2', quantity: 2.5 }] },
      ],
    })
    expect(await lists().show(listId, who)).toMatchObject({
      ...{ isMember: true, mine: { entryId, entryNo: 1, payableFen: 1350 } },
      entries: [{ isMine: true }, { isMine: false }],
    })
    expect(await lists().show(listId, owner)).toMatchObject({ isDesk: true })
    expect(await lists().show(listId, manager)).toMatchObject({ isDesk: true })
    await shop.value('lists.cancel', { as: who, input: { entryId } })
    const after = await lists().show(listId, who)
    expect(after).toMatchObject({ entryCount: 1, mine: null, threshold: { reachedCount: 2.5 } })
    expect(after.entries[0]).toMatchObject({ entryNo: 1, cancelled: true })
  })

  it('costs four calls however long it is, and pages by number', async () => {
    const { listId } = await lists().newList({
      items: [{ name: '苹果', priceFen: 500 }],
    })
    for (let place = 0; place < 52; place += 1) await joined(listId)
    const { who } = await joined(listId)
    const ask = (input: { cursor?: string } = {}) =>
      shop.call('lists.show', { as: who, input: { listId, ...input } })
    await ask()
    const first = await ask()
    expect(first).toMatchObject({ dbCalls: 4, docsWritten: 0 })
    expect(first.answer).toMatchObject({ value: { nextCursor: '50', mine: { entryNo: 53 } } })
    const second = await ask({ cursor: '50' })
    expect(second.dbCalls).toBe(4)
    const value = second.answer.ok ? second.answer.value : null
    expect(value?.entries.map(({ entryNo }) => entryNo)).toEqual([51, 52, 53])
    expect(value).toMatchObject({ nextCursor: null, mine: { entryNo: 53 } })
    const wrong = await ask({ cursor: '-5' })
    expect(wrong.answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
    const gone = await shop.call('lists.show', { as: who, input: { listId: 'nothing' } })
    expect(gone.answer).toMatchObject({ code: 'LIST_GONE' })
  })
})
