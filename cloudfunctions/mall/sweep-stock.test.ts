import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000

async function newRedemption() {
  const { who, memberId } = await shop.newMember(100)
  const rewardId = await shop.newReward({ leftCount: 1 })
  const redemption = await shop.value('mall.redeem', { as: who, input: { rewardId } })
  return { ...redemption, who, memberId }
}

describe('the sweeper', () => {
  it('returns points and stock of what nobody fetched, after its last day and once', async () => {
    const { who, memberId, rewardId, expiresOn } = await newRedemption()
    expect(expiresOn).toBe('2026-04-09')
    await shop.setClock('2026-04-09T15:59:00.000Z')
    await shop.fireTimer('mall')
    expect(await shop.rewardLeft(rewardId)).toBe(0)
    await shop.setClock('2026-04-09T16:00:01.000Z')
    expect((await shop.fireTimer('mall')).body).toMatchObject({ ok: true, value: { expired: 1 } })
    expect(await shop.rewardLeft(rewardId)).toBe(1)
    expect(await shop.balanceOf(who)).toBe(100)
    await shop.advanceClock(DAY_MS)
    await shop.fireTimer('mall')
    expect(await shop.rewardLeft(rewardId)).toBe(1)
    const entries = await shop.find('points_entries', { memberId, reason: 'pickupExpired' })
    expect(entries).toHaveLength(1)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('does its work once when the timer fires twice at the same time', async () => {
    const { who, rewardId } = await newRedemption()
    await shop.advanceClock(31 * DAY_MS)
    await Promise.all([shop.fireTimer('mall'), shop.fireTimer('mall')])
    await shop.advanceClock(180_000)
    await Promise.all([shop.fireTimer('mall'), shop.fireTimer('mall')])
    expect(await shop.rewardLeft(rewardId)).toBe(1)
    expect(await shop.balanceOf(who)).toBe(100)
    expect((await shop.find('rewards', { _id: rewardId }))[0]?.returning).toEqual({})
    expect((await shop.books()).balanced).toBe(true)
  })

  it('leaves a mark alone while its holder may still be alive', async () => {
    const rewardId = await shop.newReward({ leftCount: 5 })
    const at = shop.nowMs() - 60_000
    const mark = { 'pending.someone': { at, count: 1, holder: 'somebody' }, markedAt: at }
    const update = { $set: mark }
    await shop.local.engine.update('rewards', { filter: { _id: rewardId }, update, multi: false })
    await shop.advanceClock(30_000)
    await shop.fireTimer('mall')
    expect(await shop.rewardLeft(rewardId)).toBe(5)
    await shop.advanceClock(75_000)
    await shop.fireTimer('mall')
    expect(await shop.rewardLeft(rewardId)).toBe(6)
  })
})
