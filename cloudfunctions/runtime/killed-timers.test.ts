import { couponsOf } from '../../dev/harness/coupons-under-test'
import { dropsOf } from '../../dev/harness/drops-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

/**
 * Ticks that are killed after each of their database calls, and ticks after that: what a timer
 * does to drops and coupons is done once.
 */
jest.setTimeout(300_000)

const LOCKS_MS = 1_500
/** Longer than a dead run's lease, and than a void batch is looked at. */
const LATER_MS = 15 * 60_000
const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: LOCKS_MS, store: 'memory' })
})
afterAll(() => shop.stop())

const { offered, toldTo, walletOf } = couponsOf(() => shop)

/**
 * Kills the tick after each of its calls, till one is not killed any more. Before a call the
 * database is as it was after the call before.
 */
async function killedTicks(feature: string, prepare: () => Promise<() => Promise<void>>) {
  for (let call = 1; ; call += 1) {
    const check = await prepare()
    const rule = { kind: 'kill', at: 'after-call', call, request: 1, function: feature } as const
    shop.local.faults.set({ rules: [rule] })
    const isKilled = await shop.local.fireTimer(feature).then(
      () => false,
      () => true,
    )
    shop.local.faults.set({ rules: [] })
    await new Promise((resolve) => setTimeout(resolve, LOCKS_MS))
    await shop.advanceClock(LATER_MS)
    await shop.fireTimer(feature)
    await shop.advanceClock(LATER_MS)
    await shop.fireTimer(feature)
    await check()
    if (!isKilled) return call - 1
  }
}

describe('a tick that is killed at any of its calls', () => {
  it('tells each owner once that her drop has opened', async () => {
    const kills = await killedTicks('drops', async () => {
      const { opensAt } = dropsOf(shop).planFor([])
      const drop = await dropsOf(shop).newOpenDrop({ opensAt, closesAt: opensAt + DAY_MS })
      return async () => {
        expect(await toldTo(drop.owner)).toEqual(['社群福利已开抢'])
        const stored = await shop.find('drops', { _id: drop.dropId })
        expect(stored).toMatchObject([{ announcedAt: expect.any(Number) }])
      }
    })
    expect(kills).toBeGreaterThan(8)
  })

  it('takes back what was offered of a void batch, and tells its owner once', async () => {
    const kills = await killedTicks('coupons', async () => {
      const { who, couponId } = await offered()
      const [coupon] = await shop.find('coupons', { _id: couponId })
      const batchId = String(coupon?.batchId)
      const input = { batchId, reason: '印错了' }
      await shop.value('coupons.voidBatch', { as: manager, input })
      await shop.advanceClock(DAY_MS)
      return async () => {
        expect(await walletOf(who)).toMatchObject([{ couponId, state: 'revoked' }])
        expect(await toldTo(who)).toEqual(['优惠券已作废', '优惠券已送出'])
        expect(await shop.find('coupon_batches', { _id: batchId })).toMatchObject([
          { state: 'void' },
        ])
      }
    })
    expect(kills).toBeGreaterThan(12)
  })
})
