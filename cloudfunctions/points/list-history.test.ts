import { clerk, EAST, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

/** A member with so many purchases of 1 to n points, a minute apart. */
async function withPurchases(count: number) {
  const { who, memberId } = await shop.newMember()
  for (let points = 1; points <= count; points += 1) {
    await shop.advanceClock(60_000)
    await shop.earn(who, points)
  }
  return { who, memberId }
}

describe("the points' history", () => {
  it('pages through every entry once, the newest first', async () => {
    const { who } = await withPurchases(25)
    const first = await shop.value('points.history', { as: who })
    const cursor = first.nextCursor ?? undefined
    const second = await shop.value('points.history', { as: who, input: { cursor } })
    const points = [...first.entries, ...second.entries].map((entry) => entry.points)
    expect(first.entries).toHaveLength(20)
    expect(points).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index))
    expect(second.nextCursor).toBeNull()
  })

  it('shows all coming expiries, which sum to the balance', async () => {
    const { who } = await withPurchases(2)
    await shop.advanceClock(40 * 86_400_000)
    await shop.earn(who, 7)
    const { expiries, balancePoints } = await shop.value('points.history', { as: who })
    expect(expiries).toEqual([
      { points: 3, expiresOn: '2027-03-31', sentence: '3 积分可以用到2027年3月31日' },
      { points: 7, expiresOn: '2027-04-30', sentence: '7 积分可以用到2027年4月30日' },
    ])
    expect(balancePoints).toBe(10)
    await shop.setClock('2026-06-10T02:00:00.000Z')
  })

  it('tells each entry in a sentence with its shop, and filters by direction', async () => {
    const { who } = await withPurchases(3)
    const rewardId = await shop.newReward({ pricePoints: 5 })
    await shop.value('mall.redeem', { as: who, requestId: 'spend', input: { rewardId } })
    const out = await shop.value('points.history', { as: who, input: { direction: 'out' } })
    expect(out.entries.map((entry) => entry.points)).toEqual([-5])
    expect(out.entries[0]?.sentence).toContain('使用 5 积分')
    const into = await shop.value('points.history', { as: who, input: { direction: 'in' } })
    expect(into.entries.map((entry) => entry.points)).toEqual([3, 2, 1])
    expect(into.entries[0]?.sentence).toContain('获得 3 积分')
    expect(into.entries[0]?.storeName).not.toBeNull()
  })

  it('says what an entry did lot by lot, by which rule, and what earned nothing', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    const bill = { memberCode, billFen: 5_000, excludedFen: 1_200, storeId: EAST }
    await shop.value('purchases.settle', { as: clerk, input: bill })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]).toMatchObject({
      sentence: '在东店消费 ¥50.00（其中 ¥12.00 的商品不参与积分），获得 38 积分',
      ruleSentence: '每实付 ¥1.00 得 1 积分，不足的部分不计；12 个月后的月底到期',
      lotChanges: [{ points: 38, expiresOn: '2027-06-30' }],
    })
  })

  it('names the refunds that a debt comes from, which sum to it', async () => {
    const { who } = await shop.newMember(50)
    await shop.advanceClock(60_000)
    const { purchaseId } = await shop.earn(who, 60)
    const rewardId = await shop.newReward({ pricePoints: 100 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    const { debts, debtPoints, balancePoints } = await shop.value('points.history', { as: who })
    expect([balancePoints, debtPoints]).toEqual([0, 50])
    expect(debts).toEqual([
      {
        points: 50,
        sentence: expect.stringMatching(
          /^2026年6月10日在东店退款 ¥60.00（小票 .+），当时获得的积分已经用掉，还欠 50 积分$/,
        ),
      },
    ])
  })

  it('is empty for a new member, and shows nobody else’s entries', async () => {
    await withPurchases(1)
    const { who } = await shop.newMember()
    const history = await shop.value('points.history', { as: who })
    expect(history).toMatchObject({ balancePoints: 0, entries: [], expiries: [], nextCursor: null })
  })

  it('refuses a cursor that is no place in the book', async () => {
    const { who } = await shop.newMember()
    const { answer } = await shop.call('points.history', { as: who, input: { cursor: 'top' } })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
  })
})
