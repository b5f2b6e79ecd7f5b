import { CASH_FEN, CASH_POINTS, paymentsOf } from '../../dev/harness/payments-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const {
  pay,
  paid,
  started,
  settled,
  inWechat,
  order,
  redemption,
  shown,
  tend,
  notice,
  flags,
  eventOf,
} = paymentsOf(() => shop)

const MINUTE_MS = 60_000
const cancel = (who: string, redemptionId: string) =>
  shop.value('mall.cancelRedemption', { as: who, input: { redemptionId } })

describe('a notice of WeChat', () => {
  it('books what WeChat says it has: the reward stands, with its code', async () => {
    const { who, redemptionId, orderId } = await paid()
    expect(await order(redemptionId)).toMatchObject({ state: 'paid', amountFen: CASH_FEN })
    expect(await shown(who, redemptionId)).toMatchObject({ state: 'paid', refundedFen: 0 })
    const { redemptions } = await shop.value('mall.redemptions', { as: who })
    expect(redemptions).toMatchObject([{ state: 'waiting', payUntilAt: null }])
    expect(await inWechat(orderId)).toMatchObject({ state: 'SUCCESS', refunds: [] })
    const pickupCode = redemptions[0]?.pickupCode ?? ''
    await shop.value('mall.verifyPickup', { as: clerk, input: { pickupCode } })
  })

  it('that comes again is answered, and does nothing', async () => {
    const { orderId } = await paid()
    const before = await shop.dump()
    const event = await eventOf(orderId)
    const answers = await Promise.all([1, 2, 3].map(() => notice(event)))
    expect(answers).toEqual(Array(3).fill({ errcode: 0, errmsg: '' }))
    expect(await shop.dump()).toBe(before)
  })

  it('is no proof: what WeChat does not know of is not booked, and told again', async () => {
    const { redemptionId, orderId } = await started()
    expect(await notice(await eventOf(orderId))).toMatchObject({ errcode: 1 })
    expect(await order(redemptionId)).toMatchObject({ state: 'unpaid' })
    expect(await redemption(redemptionId)).toMatchObject({ state: 'unpaid' })
  })

  it.each([
    ['another amount', { totalFee: 1 }, 'noticeDiffers'],
    ['another payer', { subOpenid: 'somebody' }, 'noticeDiffers'],
    ['an order that is not ours', { outTradeNo: 'not-ours' }, 'unknownOrder'],
  ])('of %s is refused, flagged once and not told again', async (_what, over, reason) => {
    const { redemptionId, orderId, who, payment } = await started()
    await pay(who, payment, 'lost')
    const event = await eventOf(orderId, over)
    const [first, again] = [await notice(event), await notice(event)]
    expect([first, again]).toEqual(Array(2).fill({ errcode: 0, errmsg: '' }))
    expect(await order(redemptionId)).toMatchObject({ state: 'unpaid' })
    const name = Object(over).outTradeNo ?? orderId
    const raised = (await flags()).filter((flag) => flag.orderId === name)
    expect(raised).toMatchObject([{ reason, seen: null }])
    await tend(2 * MINUTE_MS)
    expect(await order(redemptionId)).toMatchObject({ state: 'paid' })
  })

  it('that comes again after its flag was ticked off leaves it so', async () => {
    const { redemptionId, orderId, who, payment } = await started()
    await pay(who, payment, 'lost')
    // Somebody has changed our order: WeChat has another sum.
    const amountFen = CASH_FEN - 1
    const update = { $set: { amountFen } }
    await shop.local.engine.update('payment_orders', {
      ...{ filter: { _id: orderId }, update, multi: false },
    })
    const event = await eventOf(orderId, { totalFee: amountFen })
    await notice(event)
    expect(await order(redemptionId)).toMatchObject({ state: 'closed' })
    const raised = async () => (await flags()).filter((flag) => flag.orderId === orderId)
    const [flag] = await raised()
    expect(flag).toMatchObject({ reason: 'wrongAmount', seen: null })
    await shop.value('payments.seeFlag', { as: manager, input: { flagId: String(flag?._id) } })
    await notice(event)
    expect(await raised()).toMatchObject([{ reason: 'wrongAmount', seen: { name: '店长' } }])
  })

  it('finds no door with an identity, and no field that is not what it must be', async () => {
    const { orderId, who, redemptionId } = await started()
    const event = await eventOf(orderId)
    const { answer } = await shop.send('payments', event, { as: who })
    expect(answer).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
    for (const wrong of [
      { totalFee: '990' },
      { outTradeNo: { $gt: '' } },
      { totalFee: Number.NaN },
    ]) {
      expect(await notice({ ...event, ...wrong })).toEqual({ errcode: 0, errmsg: '' })
    }
    expect(await order(redemptionId)).toMatchObject({ state: 'unpaid' })
  })

  it('of what was cancelled meanwhile brings the money back in full', async () => {
    const { who, redemptionId, payment, orderId, rewardId } = await started()
    expect(await cancel(who, redemptionId)).toMatchObject({ returnedPoints: 500, refundFen: 0 })
    // Her sheet was open all the time, and the job has not been yet.
    expect(await pay(who, payment)).toBeNull()
    await settled()
    expect(await order(redemptionId)).toMatchObject({ state: 'refunding' })
    await tend()
    expect(await order(redemptionId)).toMatchObject({ state: 'refunded', dueAt: 0 })
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: CASH_FEN }] })
    expect(await redemption(redemptionId)).toMatchObject({ state: 'cancelled' })
    expect(await shop.rewardLeft(rewardId)).toBe(3)
    expect(await shop.balanceOf(who)).toBe(CASH_POINTS)
    const { messages } = await shop.value('messages.inbox', { as: who })
    expect(messages.map(({ title }) => title)).toContain('付款已退回')
  })
})
