import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const flag = (orderId: string, at: number) => ({
  ...{ _id: `flag-${orderId}`, reason: 'wrongAmount', orderId, what: 'redemption', title: '鸡蛋' },
  ...{ orderedFen: 990, saidFen: 1, words: null, at, seen: null },
})

describe('money that a person must look at', () => {
  it('is shown to managers, the newest first, and ticked off once', async () => {
    await shop.local.engine.insert('payment_flags', [flag('one', 1_000), flag('two', 2_000)])
    const { flags, nextCursor } = await shop.value('payments.flags', { as: manager })
    expect([flags.map(({ orderId }) => orderId), nextCursor]).toEqual([['two', 'one'], null])
    const input = { flagId: 'flag-two' }
    const { seen } = await shop.value('payments.seeFlag', { as: manager, input })
    expect(seen.name).toBe('店长')
    await shop.advanceClock(60_000)
    const again = await shop.value('payments.seeFlag', { as: manager, input })
    expect(again.seen).toEqual(seen)
    const after = await shop.value('payments.flags', { as: manager })
    expect(after.flags.map(({ seen: who }) => who?.name ?? null)).toEqual(['店长', null])
  })

  it("is nobody else's business, and what is not there is not found", async () => {
    const input = { flagId: 'none' }
    const unknown = await shop.call('payments.seeFlag', { as: manager, input })
    expect(unknown.answer).toMatchObject({ code: 'FLAG_NOT_FOUND' })
    const { answer } = await shop.call('payments.flags', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
