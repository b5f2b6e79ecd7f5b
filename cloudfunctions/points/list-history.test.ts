import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

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
      { points: 3, expiresOn: '2027-03-31' },
      { points: 7, expiresOn: '2027-04-30' },
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
