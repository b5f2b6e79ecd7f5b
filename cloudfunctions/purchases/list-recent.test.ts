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

  it('reads what was written before purchases had lines', async () => {
    const { who } = await shop.newMember()
    await shop.advanceClock(60_000)
    const kept = await shop.earn(who, 5)
    await shop.advanceClock(60_000)
    const undone = await shop.earn(who, 6)
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId: undone.purchaseId } })
    const [stored] = await shop.find('purchases', { _id: undone.purchaseId })
    const refund = { at: Number(stored?.settledAt), staffId: 's', staffName: '小东', storeId: EAST }
    const added = ['lines', 'freightFen', 'pointsPaid', 'earnRule', 'refunds', 'refundedFen']
    const unset = Object.fromEntries(added.map((field) => [field, '']))
    const olden = (purchaseId: string, refundThen: typeof refund | null) =>
      shop.local.engine.update('purchases', {
        filter: { _id: purchaseId },
        update: { $unset: unset, $set: { refund: refundThen } },
        multi: false,
      })
    await olden(kept.purchaseId, null)
    await olden(undone.purchaseId, refund)
    const { purchases } = await shop.value('purchases.recent', { as: clerk })
    const rowOf = (id: string) => purchases.find(({ purchaseId }) => purchaseId === id)
    expect(rowOf(kept.purchaseId)).toMatchObject({ refundedFen: 0, refundedAt: null })
    expect(rowOf(undone.purchaseId)).toMatchObject({ refundedFen: 600, refundedAt: refund.at })
    const { purchaseId } = kept
    const { answer } = await shop.call('purchases.refund', { as: clerk, input: { purchaseId } })
    expect(answer).toMatchObject({ ok: true, value: { refundedFen: 500, clawedBackPoints: 5 } })
    expect((await shop.find('purchases', { _id: purchaseId }))[0]).toMatchObject({
      state: 'refunded',
      refunds: [{ moneyFen: 500, lines: [{ lineNo: 1, amountFen: 500, paidFen: 500 }] }],
    })
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
