import { CASH_FEN, paymentsOf } from '../../dev/harness/payments-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { unpaid, shown } = paymentsOf(() => shop)

describe('what became of a payment', () => {
  it('is told to her who makes it, in two calls, and to nobody else', async () => {
    const { who, redemptionId } = await unpaid()
    expect(await shown(who, redemptionId)).toMatchObject({
      ...{ state: 'unpaid', amountFen: CASH_FEN, refundedFen: 0, title: '散养鸡蛋 10 枚' },
      closesAt: expect.any(Number),
    })
    const input = { what: 'redemption', thingId: redemptionId } as const
    expect((await shop.call('payments.show', { as: who, input })).dbCalls).toBe(2)
    const other = await shop.newMember()
    const { answer } = await shop.call('payments.show', { as: other.who, input })
    expect(answer).toMatchObject({ ok: false, code: 'ORDER_NOT_FOUND' })
  })
})
