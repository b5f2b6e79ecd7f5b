import { listsOf } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)

it('an entry is changed thirty times at most, and may be cancelled after that', async () => {
  const { listId } = await lists().newList({ items: [{ stockCount: 5 }] })
  const { who, entryId } = await lists().joined(listId)
  const change = (no: number) =>
    lists().change(who, { entryId, lines: [{ itemId: 'i1', quantity: 1 + (no % 2) }] })
  for (let no = 1; no <= 30; no += 1) expect((await change(no)).answer).toMatchObject({ ok: true })
  expect((await change(31)).answer).toMatchObject({ ok: false, code: 'ENTRY_CHANGES' })
  expect((await lists().cancel(who, entryId)).answer).toMatchObject({ ok: true })
  expect(await lists().bookOf(listId)).toMatchObject({ left: { i1: 5 }, todo: {} })
})
