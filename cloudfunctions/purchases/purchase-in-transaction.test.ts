import { importsOf } from '../../dev/harness/import-under-test'
import { clerk, EAST, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { settle, newShopper } = tillOf(() => shop)

/** 50 yuan, 12 of them for goods that earn nothing, of a day on which nobody was asked. */
const bill = { billFen: 5_000, excludedFen: 1_200 }
const on = '2026-03-10'

const waysIn: Record<string, (receiptNo: string) => Promise<string>> = {
  async till(receiptNo) {
    const { memberId, memberCode } = await newShopper()
    await settle({ memberCode, ...bill, receiptNo })
    return memberId
  },
  async forgotten(receiptNo) {
    const { memberId, memberCode } = await newShopper()
    const input = { memberCode, ...bill, receiptNo, receiptOn: on }
    await shop.value('purchases.bookForgotten', { as: clerk, input })
    return memberId
  },
  async imported(receiptNo) {
    const { who, memberId } = await shop.newMember()
    const row = `${EAST},${on},${receiptNo},${await shop.numberOf(who)},50.00,12.00`
    await importsOf(shop).run('purchases', `门店,日期,小票号,会员号,实收金额,不积分金额\n${row}`)
    return memberId
  },
}

async function booked(way: string) {
  const receiptNo = shop.fresh('receipt')
  const memberId = (await waysIn[way]?.(receiptNo)) ?? ''
  const [purchase] = await shop.find('purchases', { memberId })
  const [entry] = await shop.find('points_entries', { memberId })
  const { receiptNo: told, boughtOn, ...facts } = Object(entry).facts
  expect(told).toBe(receiptNo)
  return { purchase, entry, facts, boughtOn }
}

describe.each(Object.keys(waysIn))('a purchase that comes in by: %s', (way) => {
  it('carries the same bill, and its entry the same facts', async () => {
    const { purchase, entry, facts, boughtOn } = await booked(way)
    expect(purchase).toMatchObject({
      ...{ businessOn: on, tillNo: null, couponIds: [], isForgotten: way === 'forgotten' },
      ...{ state: 'settled', refunds: [], refundedFen: 0, earnedExpiresOn: '2027-03-31' },
      effect: { releasesOn: null, debtRepaidPoints: 0, balancePoints: 38 },
    })
    expect(purchase?.bill).toEqual({
      ...bill,
      lines: [
        { ...noShare, lineNo: 1, title: '商品', amountFen: 3_800, paidFen: 3_800 },
        {
          ...{ ...noShare, lineNo: 2, title: '不积分商品', isExcluded: true },
          ...{ amountFen: 1_200, paidFen: 1_200 },
        },
      ],
      ...{ freightFen: 0, couponOffFen: 0, points: null, roundOffFen: 0 },
      steps: [{ kind: 'goods', title: '商品', couponId: null, changeFen: 5_000 }],
      ...{ paidFen: 5_000, earnedPoints: 38, cap: null },
    })
    expect(facts).toEqual({
      ...{ paidFen: 5_000, excludedFen: 1_200, cap: null, releasesOn: null },
      ...{ note: null, rewardTitle: null },
    })
    expect(boughtOn).toBe(way === 'forgotten' ? on : undefined)
    expect(entry?.sourceId).toBe(purchase?._id)
  })
})

const noShare = { isExcluded: false, couponOffFen: 0, pointsOffFen: 0, roundOffFen: 0 }
