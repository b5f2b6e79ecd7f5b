import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'
import { newShop } from '../../shared/rules/shop'

let shop: ShopUnderTest
beforeAll(async () => {
  const memberDay = { days: [11], percent: 200 }
  const earnRule = { ...newShop.earnRule, dayCapPoints: 100, monthCapPoints: 150, memberDay }
  shop = await openShop({ shop: { earnRule } })
})
afterAll(() => shop.stop())

const { settle, newShopper, nextCode } = tillOf(() => shop)

async function pay(who: string, billFen: number) {
  const { answer } = await settle({ memberCode: await nextCode(who), billFen })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

describe('the caps of the earn rule', () => {
  it('are recorded with what is left or with 0 points, and said as 今日已达上限', async () => {
    const { who } = await newShopper()
    expect(await pay(who, 7_000)).toMatchObject({ earnedPoints: 70, cap: null })
    expect(await pay(who, 4_000)).toMatchObject({ earnedPoints: 30, cap: 'day' })
    expect(await pay(who, 4_500)).toMatchObject({ earnedPoints: 0, cap: 'day', balancePoints: 100 })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]).toMatchObject({
      points: 0,
      sentence: '在东店消费 ¥45.00，获得 0 积分，今日已达上限',
    })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('hold when two purchases come at once', async () => {
    const { who } = await newShopper()
    const codes: string[] = []
    for (let made = 0; made < 3; made += 1) codes.push(await nextCode(who))
    const input = { memberCode: codes[2] ?? '', billFen: 8_000 }
    expect(
      await shop.value('purchases.quote', { as: manager, input: { ...input, storeId: 'east' } }),
    ).toMatchObject({ earnPoints: 80, cap: null })
    await atOnce(2, (position) =>
      settle({ memberCode: codes[position + 1] ?? '', billFen: 8_000 + position }),
    )
    expect(await shop.balanceOf(who)).toBe(100)
  })

  it('give room back when a purchase is refunded', async () => {
    const { who } = await newShopper()
    const { purchaseId } = await pay(who, 10_000)
    expect(await pay(who, 2_000)).toMatchObject({ earnedPoints: 0 })
    await shop.value('purchases.refund', { as: manager, input: { purchaseId } })
    expect(await pay(who, 2_100)).toMatchObject({ earnedPoints: 21, cap: null })
  })

  it('count a member day, and end with the month', async () => {
    const { who } = await newShopper()
    await pay(who, 9_000)
    await shop.setClock('2026-03-11T02:00:00.000Z')
    expect(await pay(who, 1_000)).toMatchObject({ earnedPoints: 20, cap: null })
    expect(await pay(who, 9_000)).toMatchObject({ earnedPoints: 40, cap: 'month' })
    await shop.setClock('2026-04-01T02:00:00.000Z')
    expect(await pay(who, 9_000)).toMatchObject({ earnedPoints: 90, cap: null })
  })
})
