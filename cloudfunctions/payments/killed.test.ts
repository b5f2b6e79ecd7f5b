import { CASH_FEN, CASH_POINTS, paymentsOf } from '../../dev/harness/payments-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

/**
 * The function of payments killed after each of its calls, of the database and of WeChat, in each
 * of its ways: the start, the notice, the job. Money comes once and goes back once.
 */
jest.setTimeout(300_000)

/** Longer than a call that lives holds a lock, also on a busy machine. */
const LOCKS_MS = 2_500
const MINUTE_MS = 60_000
/** Longer than a dead run's lease, and than a call may be alive. */
const LATER_MS = 3 * MINUTE_MS

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: LOCKS_MS, store: 'memory' })
})
afterAll(() => shop.stop())

const {
  pay,
  paid,
  unpaid,
  started,
  inWechat,
  order,
  redemption,
  tend,
  notice,
  wechat,
  settled,
  eventOf,
} = paymentsOf(() => shop)
const unlocked = () => new Promise((resolve) => setTimeout(resolve, LOCKS_MS))

/** `npm run chaos -- payments` kills after each call; here every sixth is enough. */
const step = Number(process.env.HUILIN_KILL_STEP ?? 6)

/** Kills the first request of the function after its n-th call, for every n that there is. */
async function killedEverywhere(
  tell: (kill: (work: () => Promise<unknown>) => Promise<void>) => Promise<void>,
) {
  for (let call = 1; ; call += step) {
    let isKilled = false
    await tell(async (work) => {
      const kill = {
        kind: 'kill',
        at: 'after-call',
        call,
        request: 1,
        function: 'payments',
      } as const
      shop.local.faults.set({ rules: [kill] })
      await work().catch(() => {})
      isKilled = (shop.local.faults.state().hits[0] ?? 0) > 0
      shop.local.faults.set({ rules: [] })
      await unlocked()
    })
    expect((await shop.books()).balanced).toBe(true)
    if (!isKilled) return call
  }
}

describe('killed after any of its calls', () => {
  it('the start of a payment is gone on with', async () => {
    const kills = await killedEverywhere(async (kill) => {
      const { who, redemptionId } = await unpaid()
      const input = { what: 'redemption', thingId: redemptionId } as const
      await kill(() => shop.send('payments', { action: 'start', input }, { as: who }))
      await shop.advanceClock(4_000)
      const { payment } = await shop.value('payments.start', { as: who, input })
      expect(await pay(who, payment)).toBeNull()
      await settled()
      expect(await order(redemptionId)).toMatchObject({ state: 'paid', dueAt: 0 })
    })
    expect(kills).toBeGreaterThan(5)
  })

  it('a notice is told again, and books once', async () => {
    const kills = await killedEverywhere(async (kill) => {
      const { redemptionId, orderId } = await paid('lost')
      const told = await eventOf(orderId)
      await kill(() => notice(told))
      await shop.advanceClock(15_000)
      expect(await notice(told)).toMatchObject({ errcode: 0 })
      expect(await order(redemptionId)).toMatchObject({ state: 'paid', dueAt: 0 })
      expect(await redemption(redemptionId)).toMatchObject({ state: 'waiting' })
    })
    expect(kills).toBeGreaterThan(5)
  })

  it('the job that asks for a lost notice goes on', async () => {
    const kills = await killedEverywhere(async (kill) => {
      const { redemptionId } = await paid('lost')
      await kill(() => tend(MINUTE_MS))
      await tend(LATER_MS)
      expect(await order(redemptionId)).toMatchObject({ state: 'paid', dueAt: 0 })
      expect(await redemption(redemptionId)).toMatchObject({ state: 'waiting' })
    })
    expect(kills).toBeGreaterThan(5)
  })

  it('the job that closes what nobody paid frees it once', async () => {
    const kills = await killedEverywhere(async (kill) => {
      const { who, redemptionId, orderId, rewardId } = await started()
      await kill(() => tend(15 * MINUTE_MS))
      await tend(LATER_MS)
      await shop.fireTimer('mall')
      await tend(LATER_MS)
      expect(await order(redemptionId)).toMatchObject({ state: 'closed', isTold: true, dueAt: 0 })
      expect(await inWechat(orderId)).toMatchObject({ state: 'CLOSED' })
      expect(await shop.rewardLeft(rewardId)).toBe(3)
      expect(await shop.balanceOf(who)).toBe(CASH_POINTS)
    })
    expect(kills).toBeGreaterThan(5)
  })

  it('the job that gives money back gives it once', async () => {
    const kills = await killedEverywhere(async (kill) => {
      const { who, redemptionId, orderId } = await paid('lost')
      await tend(MINUTE_MS)
      await shop.value('mall.cancelRedemption', { as: who, input: { redemptionId } })
      await kill(() => tend())
      await tend(LATER_MS)
      expect(await order(redemptionId)).toMatchObject({ state: 'refunded', dueAt: 0 })
      expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: CASH_FEN }] })
    })
    expect(kills).toBeGreaterThan(5)
  })

  it('and in the end WeChat and the shop have the same sums', async () => {
    await settled()
    for (const { outTradeNo, state, refunds } of await wechat()) {
      const [ours] = await shop.find('payment_orders', { _id: outTradeNo })
      const hasPaid = Boolean(ours?.paid)
      expect({ outTradeNo, hasPaid }).toEqual({ outTradeNo, hasPaid: state === 'SUCCESS' })
      expect(refunds).toHaveLength(Array.isArray(ours?.refunds) ? ours.refunds.length : 0)
    }
  })
})
