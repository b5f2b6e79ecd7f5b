import { CASH_FEN, CASH_POINTS, paymentsOf } from '../../dev/harness/payments-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { pay, paid, started, unpaid, settled, inWechat, order, redemption, shown, tend, flags } =
  paymentsOf(() => shop)

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const cancel = (who: string, redemptionId: string) =>
  shop.value('mall.cancelRedemption', { as: who, input: { redemptionId } })

describe('who redeems with points and cash', () => {
  it('has points and unit kept, and no code to be handed over for', async () => {
    const { who, rewardId, redemptionId } = await unpaid()
    expect(await shop.balanceOf(who)).toBe(0)
    expect(await shop.rewardLeft(rewardId)).toBe(2)
    const { redemptions } = await shop.value('mall.redemptions', { as: who })
    expect(redemptions).toMatchObject([{ state: 'unpaid', pickupCode: '', cashFen: CASH_FEN }])
    const stored = await redemption(redemptionId)
    const input = { pickupCode: String(stored?.pickupCode) }
    const { answer } = await shop.call('mall.verifyPickup', { as: clerk, input })
    expect(answer).toMatchObject({ ok: false, code: 'REDEMPTION_UNPAID' })
  })

  it('who pays not within a quarter of an hour has them back', async () => {
    const { who, rewardId, redemptionId, orderId, payment } = await started()
    await tend(14 * MINUTE_MS)
    expect(await redemption(redemptionId)).toMatchObject({ state: 'unpaid' })
    await tend(2 * MINUTE_MS)
    expect(await redemption(redemptionId)).toMatchObject({ state: 'lapsed' })
    expect(await order(redemptionId)).toMatchObject({ state: 'closed', isTold: true, dueAt: 0 })
    expect(await inWechat(orderId)).toMatchObject({ state: 'CLOSED' })
    expect(await shop.rewardLeft(rewardId)).toBe(3)
    expect(await shop.balanceOf(who)).toBe(CASH_POINTS)
    expect(await pay(who, payment)).toContain('已关闭')
    expect((await shop.books()).balanced).toBe(true)
  })

  it('who never opened the sheet as well', async () => {
    const { who, redemptionId } = await unpaid()
    await tend(15 * MINUTE_MS)
    expect(await redemption(redemptionId)).toMatchObject({ state: 'lapsed' })
    expect(await order(redemptionId)).toMatchObject({ state: 'closed', dueAt: 0 })
    expect(await shop.balanceOf(who)).toBe(CASH_POINTS)
  })

  it('is asked for after 1, 2, 4 and 7 minutes while no notice comes', async () => {
    const { redemptionId } = await started()
    const minutes: number[] = []
    for (let ask = 0; ask < 4; ask += 1) {
      const { startedAt, askAt } = Object(await order(redemptionId))
      minutes.push(Math.round((askAt - startedAt) / MINUTE_MS))
      await tend(askAt - shop.nowMs())
    }
    expect(minutes).toEqual([1, 2, 4, 7])
  })

  it('who paid in time has it, also when its notice never came', async () => {
    const { redemptionId } = await paid('lost')
    expect(await redemption(redemptionId)).toMatchObject({ state: 'unpaid' })
    await tend(MINUTE_MS)
    expect(await redemption(redemptionId)).toMatchObject({ state: 'waiting' })
  })

  it('who paid in the last moment, and the job came before the notice, has it', async () => {
    const { who, payment, redemptionId } = await started()
    await shop.advanceClock(16 * MINUTE_MS)
    expect(await pay(who, payment, 'lost')).toBeNull()
    await tend()
    expect(await redemption(redemptionId)).toMatchObject({ state: 'waiting' })
    expect(await order(redemptionId)).toMatchObject({ state: 'paid', dueAt: 0 })
  })

  it('cancels, and has both back: points at once, money within the minute', async () => {
    const { who, redemptionId, orderId, rewardId } = await paid()
    expect(await cancel(who, redemptionId)).toMatchObject({
      ...{ state: 'cancelled', returnedPoints: CASH_POINTS, refundFen: CASH_FEN },
    })
    expect(await shown(who, redemptionId)).toMatchObject({
      ...{ state: 'refunding', refundedFen: CASH_FEN },
    })
    await tend()
    await settled()
    expect(await shown(who, redemptionId)).toMatchObject({ state: 'refunded' })
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: CASH_FEN }] })
    expect(await shop.rewardLeft(rewardId)).toBe(3)
  })

  it('who does not fetch it has both back', async () => {
    const { who, redemptionId, orderId } = await paid()
    await shop.advanceClock(32 * 24 * 60 * MINUTE_MS)
    await shop.fireTimer('mall')
    await tend()
    expect(await redemption(redemptionId)).toMatchObject({ state: 'expired' })
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: CASH_FEN }] })
    expect(await shown(who, redemptionId)).toMatchObject({ state: 'refunded' })
  })
})

describe('a refund that WeChat refuses', () => {
  it('is flagged once, and tried again until it is done', async () => {
    const { who, redemptionId, orderId } = await paid()
    // Somebody has changed our order: WeChat knows another sum.
    await shop.local.engine.update('payment_orders', {
      filter: { _id: orderId },
      update: { $set: { amountFen: CASH_FEN - 1 } },
      multi: false,
    })
    await cancel(who, redemptionId)
    await tend()
    await tend(2 * MINUTE_MS)
    expect(await shown(who, redemptionId)).toMatchObject({ state: 'refunding' })
    const raised = (await flags()).filter((flag) => flag.orderId === orderId)
    expect(raised).toMatchObject([
      { reason: 'refundRefused', words: expect.stringContaining('不一致') },
    ])
    await shop.local.engine.update('payment_orders', {
      filter: { _id: orderId },
      update: { $set: { amountFen: CASH_FEN } },
      multi: false,
    })
    await tend(HOUR_MS)
    await settled()
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: CASH_FEN - 1 }] })
  })
})
