import { clerk, EAST, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { noSums } from '../../shared/closings/day-closing'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

it('shows a day without sales as one till with nothing in it', async () => {
  const day = await shop.value('closings.closing', { as: clerk })
  expect(day).toMatchObject({
    businessOn: '2026-03-10',
    tills: [{ tillNo: '-', isSigned: false }],
    tillNo: '-',
    lastSignedOn: null,
    ours: { sums: noSums, late: [], openDays: [] },
    signed: null,
  })
})

it('names the tills that sold, and counts coupons beside money', async () => {
  const { who } = await shop.newMember()
  const { coupons } = await shop.value('gifts.claimPack', { as: who })
  const couponId = coupons[0]?.couponId
  const bill = { billFen: 4_000, couponId, tillNo: '2', storeId: EAST }
  await shop.value('purchases.settle', {
    as: clerk,
    input: { ...bill, memberCode: await shop.codeOf(who) },
  })
  await shop.earn((await shop.newMember()).who, 10)
  const day = await shop.value('closings.closing', { as: clerk, input: { tillNo: '2' } })
  expect(day.tills).toEqual([
    { tillNo: '-', isSigned: false },
    { tillNo: '2', isSigned: false },
  ])
  expect(day.ours.sums).toMatchObject({
    ...{ purchaseCount: 1, billFen: 4_000, couponFen: 500, paidFen: 3_500 },
  })
  const first = await shop.value('closings.closing', { as: clerk })
  expect(first).toMatchObject({ tillNo: '-', ours: { sums: { purchaseCount: 1, paidFen: 1_000 } } })
})

it('misses no till of a busy day', async () => {
  const [sold] = await shop.find('purchases', { tillNo: '2' })
  const yesterday = { ...sold, businessOn: '2026-03-09' }
  const copies = Array.from({ length: 302 }, (_unused, place) => {
    const tillNo = place === 301 ? '9' : '1'
    return { ...yesterday, _id: `copy-${place}`, receiptKey: `copy-${place}`, tillNo }
  })
  await shop.local.engine.insert('purchases', copies)
  const input = { businessOn: '2026-03-09' }
  const { tills } = await shop.value('closings.closing', { as: clerk, input })
  expect(tills.map(({ tillNo }) => tillNo)).toEqual(['1', '9'])
})
