import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

/**
 * A redemption whose first call took the unit and died, or is slow: the same request again goes on
 * with that unit, without waiting for the sweeper.
 */
jest.setTimeout(60_000)

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 1_000 })
})
afterAll(() => shop.stop())

/** After who calls, the request's key, the reward and the account; a cold function is one later. */
const TAKING_CALL = 5
const BOOKING_CALLS = 6
const ENOUGH_MS = 3_001
const SWEPT_AFTER_MS = 121_000

async function newWish() {
  const { who, memberId } = await shop.newMember(100)
  const rewardId = await shop.newReward({ leftCount: 1 })
  const event = { action: 'redeem', requestId: shop.fresh('request'), input: { rewardId } }
  const redeem = (fault?: string) => shop.send('mall', event, { as: who, fault })
  return { who, memberId, rewardId, redeem }
}

async function marksOf(rewardId: string): Promise<number> {
  const [reward] = await shop.find('rewards', { _id: rewardId })
  return Object.keys(reward?.pending ?? {}).length
}

async function untilMarked(rewardId: string): Promise<void> {
  while ((await marksOf(rewardId)) === 0) await new Promise((done) => setTimeout(done, 5))
}

describe('a redemption that was taken over by its own retry', () => {
  it('is booked once when the first call died anywhere after it took the unit', async () => {
    const calls = Array.from({ length: BOOKING_CALLS + 1 }, (_, position) => TAKING_CALL + position)
    const killed = await Promise.all(
      calls.map(async (call) => {
        const wish = await newWish()
        expect((await wish.redeem(`kill-after-call:${call}`)).status).toBe(500)
        return { ...wish, marks: await marksOf(wish.rewardId) }
      }),
    )
    expect(killed.filter(({ marks }) => marks === 1).length).toBeGreaterThanOrEqual(BOOKING_CALLS)
    // What a dead function held locked is free again once its transaction has run out.
    await new Promise((done) => setTimeout(done, 1_000))
    await shop.advanceClock(ENOUGH_MS)
    for (const { redeem, rewardId, memberId } of killed) {
      expect((await redeem()).answer).toMatchObject({ ok: true, value: { balancePoints: 0 } })
      expect(await shop.rewardLeft(rewardId)).toBe(0)
      expect(await marksOf(rewardId)).toBe(0)
      expect(await shop.find('redemptions', { memberId })).toHaveLength(1)
    }
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is booked once and answered twice when the first call was only slow', async () => {
    const { redeem, rewardId, memberId } = await newWish()
    const slow = redeem(`delay-after-call:${TAKING_CALL}:800`)
    await untilMarked(rewardId)
    await shop.advanceClock(ENOUGH_MS)
    const again = await redeem()
    expect(again.answer).toMatchObject({ ok: true })
    expect((await slow).answer).toEqual(again.answer)
    expect(await shop.rewardLeft(rewardId)).toBe(0)
    expect(await marksOf(rewardId)).toBe(0)
    expect(await shop.find('redemptions', { memberId })).toHaveLength(1)
  })

  it('leaves its unit to the sweeper when it is refused, since the slow one may book', async () => {
    const { who, redeem, rewardId, memberId } = await newWish()
    const slow = redeem(`delay-after-call:${TAKING_CALL}:2600`)
    await untilMarked(rewardId)
    const other = await shop.newReward()
    await shop.value('mall.redeem', { as: who, input: { rewardId: other } })
    await shop.advanceClock(ENOUGH_MS)
    expect((await redeem()).answer).toMatchObject({ ok: false, code: 'BUSY' })
    expect((await slow).answer).toMatchObject({ ok: false, code: 'POINTS_INSUFFICIENT' })
    expect([await shop.rewardLeft(rewardId), await marksOf(rewardId)]).toEqual([0, 1])
    await shop.advanceClock(SWEPT_AFTER_MS)
    await shop.fireTimer('mall')
    expect([await shop.rewardLeft(rewardId), await marksOf(rewardId)]).toEqual([1, 0])
    expect((await redeem()).answer).toMatchObject({ ok: false, code: 'POINTS_INSUFFICIENT' })
    expect(await shop.find('redemptions', { memberId })).toHaveLength(1)
  })
})
