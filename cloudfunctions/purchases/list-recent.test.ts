import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe("a store's purchases", () => {
  it('pages through them, the newest first, with masked names only', async () => {
    const { who } = await shop.newMember()
    await shop.value('members.updateProfile', { as: who, input: { nickname: '诸葛小美' } })
    for (let points = 1; points <= 22; points += 1) {
      await shop.advanceClock(60_000)
      await shop.earn(who, points)
    }
    const first = await shop.value('purchases.recent', { as: clerk })
    const cursor = first.nextCursor ?? undefined
    const second = await shop.value('purchases.recent', { as: clerk, input: { cursor } })
    const earned = [...first.purchases, ...second.purchases].map((row) => row.earnedPoints)
    expect(earned).toEqual(Array.from({ length: 22 }, (_, index) => 22 - index))
    expect(second.nextCursor).toBeNull()
    expect(JSON.stringify(first)).not.toContain('诸葛小美')
    expect(first.purchases[0]?.maskedName).toBe('诸**')
  })

  it('shows a refund, and keeps to the store', async () => {
    const { who } = await shop.newMember()
    await shop.advanceClock(60_000)
    const { purchaseId } = await shop.earn(who, 5)
    await shop.value('purchases.refund', { as: clerk, requestId: 'back', input: { purchaseId } })
    const { purchases } = await shop.value('purchases.recent', { as: clerk })
    expect(purchases[0]).toMatchObject({ purchaseId, state: 'refunded' })
    const west = await shop.value('purchases.recent', { as: manager, input: { storeId: WEST } })
    expect(west.purchases).toEqual([])
  })

  it('refuses another store, a manager who names none, and a shopper', async () => {
    const { who } = await shop.newMember()
    const codeOf = async (as: string, storeId?: string) =>
      (await shop.call('purchases.recent', { as, input: { storeId } })).answer
    expect(await codeOf(clerk, WEST)).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await codeOf(manager)).toMatchObject({ code: 'STORE_REQUIRED' })
    expect(await codeOf(who, EAST)).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
