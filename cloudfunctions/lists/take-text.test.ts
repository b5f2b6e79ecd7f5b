import { listsOf, twoPoints } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

type Written = Input<'lists', 'takeText'>['entries'][number]

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const open = (items: Parameters<ReturnType<typeof listsOf>['newList']>[0] = {}) =>
  listsOf(shop).newList({
    items: [{ name: '苹果', stockCount: 10 }, { name: '梨' }, { name: '西瓜', unit: 'jin' }],
    ...items,
  })
type Open = Awaited<ReturnType<typeof open>>

const read = ({ owner, listId }: Open, text: string) =>
  shop.value('lists.readText', { as: owner.who, input: { listId, text } })
const take = ({ owner, listId }: Open, entries: readonly Written[], requestId = shop.fresh('t')) =>
  shop.call('lists.takeText', {
    as: owner.who,
    requestId,
    input: { listId, entries: [...entries] },
  })
const takeRead = async (list: Open, text: string) => {
  const entries = (await read(list, text)).entries.map(({ seen: _seen, ...entry }) => entry)
  return (await take(list, entries)).answer
}
const quantities = async ({ listId }: Open) =>
  (await listsOf(shop).entriesOf(listId))
    .map((entry) => Object(entry))
    .sort((one, other) => one.entryNo - other.entryNo)
    .map(({ entryNo, name, lines }) => `${entryNo} ${name} ${countsIn(lines)}`)
const countsIn = (lines: readonly { count: number }[]) => lines.map(({ count }) => count).join()

describe('a pasted text', () => {
  it('becomes entries with the next numbers, in its order', async () => {
    const list = await open()
    const answer = await takeRead(list, '1. 王姐 苹果2 梨1\n2. 李姐 西瓜2.5斤 已付\n3. 张叔 同上')
    expect(answer).toMatchObject({
      ok: true,
      value: { taken: [{ entryNo: 1, seen: 'new' }, { entryNo: 2 }, { entryNo: 3 }], refused: [] },
    })
    expect(await quantities(list)).toEqual(['1 王姐 2,1', '2 李姐 1250', '3 张叔 1250'])
    const book = await listsOf(shop).bookOf(list.listId)
    expect(book).toMatchObject({ left: { i1: 8 }, ordered: { i1: 2, i3: 2_500 }, todo: {} })
  })

  it('doubles nothing when a newer copy is pasted: new, changed, known, gone', async () => {
    const list = await open({ pickupPoints: twoPoints })
    await takeRead(list, '1. 王姐 苹果2\n2. 李姐 梨1\n3. 张叔 梨1')
    const newer = '1. 李姐 梨1\n2. 王姐 苹果3\n3. 赵姨 苹果1'
    const { entries, gone } = await read(list, newer)
    expect(entries.map(({ name, seen }) => [name, seen])).toEqual([
      ['李姐', 'known'],
      ['王姐', 'changed'],
      ['赵姨', 'new'],
    ])
    expect(gone).toEqual([{ number: 3, name: '张叔' }])
    await takeRead(list, newer)
    await takeRead(list, newer)
    expect(await quantities(list)).toEqual(['1 王姐 3', '2 李姐 1', '3 张叔 1', '4 赵姨 1'])
    expect((await read(list, newer)).entries.every(({ seen }) => seen === 'known')).toBe(true)
  })

  it('knows who joined here, so that a copied text adds nothing', async () => {
    const list = await open()
    await listsOf(shop).joined(list.listId, { lines: [{ itemId: 'i1', quantity: 2 }] })
    const { text } = await shop.value('lists.toText', {
      as: list.owner.who,
      input: { listId: list.listId },
    })
    const { entries, gone } = await read(list, text)
    expect(entries).toMatchObject([{ seen: 'known', lines: [{ itemId: 'i1', quantity: 2 }] }])
    expect(gone).toEqual([])
    await takeRead(list, text)
    expect(await quantities(list)).toHaveLength(1)
  })

  it('takes two of one name twice at once only once', async () => {
    const list = await open()
    const entry = { number: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 1 }] }
    await Promise.all([take(list, [entry, entry]), take(list, [entry, entry])])
    expect(await quantities(list)).toEqual(['1 王姐 1', '2 王姐 1'])
  })

  it('says what cannot be had of one entry, and takes the others', async () => {
    const list = await open()
    const answer = await takeRead(list, '1. 王姐 苹果11\n2. 李姐 梨1')
    expect(answer).toMatchObject({
      ok: true,
      value: { taken: [{ number: 2 }], refused: [{ number: 1, name: '王姐', code: 'SOLD_OUT' }] },
    })
  })

  it('is refused to whoever does not look after the list', async () => {
    const list = await open()
    const other = await open()
    const entry = { number: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 1 }] }
    const foreign = await take({ ...list, owner: other.owner }, [entry])
    expect(foreign.answer).toMatchObject({ ok: false, code: 'LIST_FOREIGN' })
  })
})
