import { listsOf } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const dropped = (quantity: number) => [{ itemId: 'i1', quantity, ifShort: 'drop' as const }]

/** She wants all or nothing, and says something to whoever packs. */
async function wished() {
  const list = await lists().newList({ items: [{ stockCount: 9 }, {}] })
  const hers = await lists().joined(list.listId, { lines: dropped(2), remark: '要熟一点的' })
  return { ...list, ...hers }
}

const linesNow = async (entryId: string) => Object(await lists().entryOf(entryId)).lines

describe('what a change does not say', () => {
  it('stays at the desk: a line is still all or nothing, and the remark is there', async () => {
    const { owner, entryId } = await wished()
    const lines = [
      { itemId: 'i1', quantity: 3 },
      { itemId: 'i2', quantity: 1 },
    ]
    await shop.value('lists.changeFor', { as: owner.who, input: { entryId, lines } })
    expect(await lists().entryOf(entryId)).toMatchObject({ remark: '要熟一点的' })
    expect(await linesNow(entryId)).toMatchObject([
      { count: 3, ifShort: 'drop' },
      { count: 1, ifShort: 'less' },
    ])
  })

  it('stays when a newer text that was pasted changes how much', async () => {
    const { listId, owner, entryId } = await wished()
    const { name } = Object(await lists().entryOf(entryId))
    const entries = [{ number: 1, name, lines: [{ itemId: 'i1', quantity: 4 }] }]
    const input = { listId, entries }
    const { taken } = await shop.value('lists.takeText', { as: owner.who, input })
    expect(taken).toMatchObject([{ entryId, seen: 'changed' }])
    expect(await linesNow(entryId)).toMatchObject([{ count: 4, ifShort: 'drop' }])
    expect(await lists().entryOf(entryId)).toMatchObject({ remark: '要熟一点的' })
  })

  it('goes when it says so: a remark is taken away', async () => {
    const { who, entryId } = await wished()
    const input = { entryId, lines: dropped(2), remark: null }
    await shop.value('lists.change', { as: who, input })
    expect(await lists().entryOf(entryId)).toMatchObject({ remark: null })
  })
})
