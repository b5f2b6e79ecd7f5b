import { agreeing } from '../../dev/harness/closing-twins'
import {
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'
import { addDays } from '../../shared/business-date'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const sign = (storeId: string, day: { businessOn: string; tillNo: string }, changed = {}) =>
  shop.value('closings.signClosing', {
    as: manager,
    requestId: shop.fresh('sign'),
    input: { storeId, ...day, ...agreeing, ...changed },
  })
const list = (input: object = {}) =>
  shop.value('closings.closings', { as: manager, input: { storeId: EAST, ...input } })
const placesOf = (closings: readonly { businessOn: string; tillNo: string }[]) =>
  closings.map(({ businessOn, tillNo }) => `${businessOn} ${tillNo}`)

it("lists a store's signed days, of all tills or of one, page by page", async () => {
  const days = Array.from({ length: 13 }, (_unused, place) => addDays('2026-03-10', place))
  for (const businessOn of days) {
    for (const tillNo of ['1', '2']) await sign(EAST, { businessOn, tillNo })
    await shop.advanceClock(DAY_MS)
  }
  await sign(EAST, { businessOn: '2026-03-22', tillNo: '3' })
  await sign(WEST, { businessOn: '2026-03-10', tillNo: '1' }, { amountFen: 3_600, note: '多收' })
  const page = await list()
  const rest = await list({ cursor: page.nextCursor })
  expect(rest.nextCursor).toBeNull()
  expect(placesOf([...page.closings, ...rest.closings])).toEqual(
    [...days].reverse().flatMap((on) => {
      const tills = on === '2026-03-22' ? ['1', '2', '3'] : ['1', '2']
      return tills.map((tillNo) => `${on} ${tillNo}`)
    }),
  )
  const second = await list({ tillNo: '2', cursor: '2026-03-12:2' })
  expect(placesOf(second.closings)).toEqual(['2026-03-11 2', '2026-03-10 2'])
  expect(page.closings[0]).toMatchObject({ staffName: '店长', paidFen: 0, differenceCount: 0 })
  const west = await list({ storeId: WEST })
  expect(west.closings).toMatchObject([{ storeId: WEST, differenceCount: 1 }])
})

it('asks for a store where there are several, and takes no odd cursor', async () => {
  const refusalOf = async (input: object) =>
    (await shop.call('closings.closings', { as: manager, input })).answer
  expect(await refusalOf({})).toMatchObject({ ok: false, code: 'STORE_REQUIRED' })
  expect(await refusalOf({ storeId: 'north' })).toMatchObject({ code: 'STORE_FOREIGN' })
  for (const cursor of ['2026-03-10', '2026-02-30:1', 'abc']) {
    const odd = { ok: false, code: 'INPUT_INVALID', detail: { field: 'cursor' } }
    expect(await refusalOf({ storeId: EAST, cursor })).toMatchObject(odd)
  }
})
