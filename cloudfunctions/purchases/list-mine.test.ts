import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe("a member's own purchases", () => {
  it('are paged, the newest first, and nobody else sees them', async () => {
    const { who } = await shop.newMember()
    const other = await shop.newMember()
    for (let points = 1; points <= 22; points += 1) {
      await shop.advanceClock(60_000)
      await shop.earn(who, points)
    }
    const first = await shop.value('purchases.mine', { as: who })
    const cursor = first.nextCursor ?? undefined
    const second = await shop.value('purchases.mine', { as: who, input: { cursor } })
    const earned = [...first.purchases, ...second.purchases].map((row) => row.earnedPoints)
    expect(earned).toEqual(Array.from({ length: 22 }, (_, index) => 22 - index))
    const [newest] = first.purchases
    const lines = [{ lineNo: 1, amountFen: 200 }]
    const input = { purchaseId: newest?.purchaseId ?? '', lines }
    await shop.value('purchases.refund', { as: clerk, requestId: 'part', input })
    const { purchases } = await shop.value('purchases.mine', { as: who })
    expect(purchases[0]).toMatchObject({ state: 'partlyRefunded', refundedFen: 200 })
    expect((await shop.value('purchases.mine', { as: other.who })).purchases).toEqual([])
    const odd = await shop.call('purchases.mine', { as: who, input: { cursor: 'odd' } })
    expect(odd.answer).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
  })
})
