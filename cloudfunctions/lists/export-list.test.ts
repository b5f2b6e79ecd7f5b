import { listsOf } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'
import { parseCsv } from '../../shared/csv'
import { entryRows, memberRows, uncollectedRows } from './list-sheets'
import { fileOf } from './spreadsheet'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

type Sheet = Input<'lists', 'export'>['sheet']

describe('a list as a file', () => {
  it('agrees with its totals, sheet by sheet, to the fen', async () => {
    const items = [
      { name: '=苹果', priceFen: 1_295 },
      { name: '西瓜', unit: 'jin' as const, priceFen: 333 },
      { name: '草莓', stockCount: 1 },
    ]
    const { owner, listId } = await listsOf(shop).newList({ items })
    const lines = [
      { itemId: 'i1', quantity: 2 },
      { itemId: 'i2', quantity: 1.5 },
    ]
    await listsOf(shop).joined(listId, { lines })
    const second = await listsOf(shop).joined(listId, { lines })
    await listsOf(shop).joined(listId, { lines })
    await listsOf(shop).cancel(second.who, second.entryId)
    const waiting = { lines: [{ itemId: 'i3', quantity: 2 }], ifSoldOut: 'fill' as const }
    await listsOf(shop).joined(listId, waiting)
    const rowsOf = async (sheet: Sheet) => {
      const input = { listId, sheet, format: 'csv' as const }
      const { base64, fileName } = await shop.value('lists.export', { as: owner.who, input })
      expect(fileName.endsWith('.csv')).toBe(true)
      const read = parseCsv(Buffer.from(base64, 'base64').toString('utf8'))
      return read.ok ? read.value.map(({ cells }) => cells) : []
    }
    const fenAt = (rows: readonly (readonly string[])[], place: number) =>
      rows.slice(1).reduce((sum, cells) => sum + Math.round(Number(cells[place] ?? 0) * 100), 0)
    const { amountFen } = await listsOf(shop).totals({ listId, owner })
    expect(fenAt(await rowsOf('entries'), 3)).toBe(amountFen)
    expect(fenAt(await rowsOf('items'), 4)).toBe(amountFen)
    expect(fenAt(await rowsOf('points'), 5)).toBe(amountFen)
    expect(fenAt(await rowsOf('members'), 3)).toBe(amountFen)
    expect(fenAt(await rowsOf('unpaid'), 5)).toBe(amountFen)
    expect((await rowsOf('entries'))[4]?.[7]).toBe('草莓×2份')
    // Who waits is not told that there is nothing to be paid.
    expect((await rowsOf('entries')).slice(1).map((cells) => cells[4])).toEqual([
      ...['未付', '不用付', '未付', '有货再付'],
    ])
    expect((await rowsOf('items'))[1]?.[0]).toBe("'=苹果")
    expect(await rowsOf('uncollected')).toHaveLength(1)
    expect(await rowsOf('commission')).toHaveLength(2)
  })

  it('fits into an answer with 1,000 entries of 60 items, as either format', async () => {
    const { list } = await listsOf(shop).newList({
      items: Array.from({ length: 60 }, (_, at) => ({ name: `精选商品礼盒${at}`, spec: '大号' })),
    })
    const line = { ifShort: 'less' as const, priceFen: 1_290, gotCount: 12, weighedGrams: null }
    const lines = list.items.map(({ itemId }) => {
      return { itemId, count: 12, ...line, collected: [], refundedFen: 0 }
    })
    const { entryId } = await listsOf(shop).joined(list._id)
    const entry = Object(await listsOf(shop).entryOf(entryId))
    const entries = Array.from({ length: 1_000 }, (_, at) => {
      return { ...entry, entryNo: at + 1, name: `三号楼的邻居${at}`, memberId: `m${at}`, lines }
    })
    const whole = { list, entries, phones: new Map() }
    for (const rows of [entryRows(whole), memberRows(whole), uncollectedRows(whole)]) {
      expect(rows).toHaveLength(1_001)
      expect((await fileOf(rows, 'csv')).length).toBeLessThan(1_000_000)
      expect((await fileOf(rows, 'xlsx')).length).toBeLessThan(1_000_000)
    }
  })

  it('is a spreadsheet with the same cells', async () => {
    const { owner, listId } = await listsOf(shop).newList()
    const input = { listId, sheet: 'entries' as const, format: 'xlsx' as const }
    const { base64, fileName } = await shop.value('lists.export', { as: owner.who, input })
    expect(fileName.endsWith('.xlsx')).toBe(true)
    expect(Buffer.from(base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })
})
