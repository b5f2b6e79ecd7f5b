import { CASH_FEN, paymentsOf } from '../../dev/harness/payments-under-test'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { pay, paid, unpaid, started, inWechat, tend, settled } = paymentsOf(() => shop)
const begin = (who: string, thingId: string) =>
  shop.callPatiently('payments.start', { as: who, input: { what: 'redemption', thingId } })

describe('starting a payment', () => {
  it('answers what her phone pays with, and tells WeChat the right sum', async () => {
    const { orderId, amountFen, payment, who } = await started()
    expect(amountFen).toBe(CASH_FEN)
    expect(await inWechat(orderId)).toMatchObject({ state: 'NOTPAY', totalFeeFen: CASH_FEN })
    expect(await pay(who, payment)).toBeNull()
    await settled()
  })

  it('has fifty equal answers and one order when it is asked fifty times at once', async () => {
    const { who, redemptionId } = await unpaid()
    const calls = await atOnce(50, () => begin(who, redemptionId))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    const [first] = calls
    const payment = first?.answer.ok ? first.answer.value.payment : undefined
    expect(payment && (await pay(who, payment))).toBeNull()
    await settled()
  })

  it("refuses another's, what is paid, and what is over", async () => {
    const { redemptionId, who } = await paid()
    const refusal = (code: string) => ({ answer: { ok: false, code } })
    const other = await shop.newMember()
    expect(await begin(other.who, redemptionId)).toMatchObject(refusal('ORDER_NOT_FOUND'))
    expect(await begin(who, 'no-such-thing')).toMatchObject(refusal('ORDER_NOT_FOUND'))
    expect(await begin(who, redemptionId)).toMatchObject(refusal('ORDER_PAID'))
    const late = await unpaid()
    await shop.advanceClock(15 * 60_000)
    expect(await begin(late.who, late.redemptionId)).toMatchObject(refusal('ORDER_OVER'))
    await tend()
    expect(await begin(late.who, late.redemptionId)).toMatchObject(refusal('ORDER_OVER'))
  })
})
