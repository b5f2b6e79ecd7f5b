import type { ShopUnderTest } from '../../dev/harness/shop-under-test'
import { atOnce, differentAnswers, openShop, tallyOf } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

async function redeemOnce(who: string, rewardId: string, requestId?: string) {
  return shop.callPatiently('mall.redeem', { as: who, requestId, input: { rewardId } })
}

describe('redeeming a reward', () => {
  it('turns points into a pick-up code, and takes one from the shelf', async () => {
    const { who } = await shop.newMember(250)
    const rewardId = await shop.newReward({ pricePoints: 100, leftCount: 3 })
    const { answer } = await redeemOnce(who, rewardId)
    expect(answer).toMatchObject({ ok: true, value: { state: 'waiting', balancePoints: 150 } })
    expect(answer.ok && answer.value.pickupCode).toMatch(/^\d{12}$/)
    expect(await shop.rewardLeft(rewardId)).toBe(2)
    expect((await shop.find('rewards', { _id: rewardId }))[0]?.pending).toEqual({})
    expect((await shop.books()).balanced).toBe(true)
  })

  it('has one effect and fifty equal answers when one request is sent fifty times', async () => {
    const { who, memberId } = await shop.newMember(100)
    const rewardId = await shop.newReward({ leftCount: 1, limitPerMember: 1 })
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () => redeemOnce(who, rewardId, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('redemptions', { memberId })).toHaveLength(1)
    expect(await shop.find('points_entries', { memberId, reason: 'redemption' })).toHaveLength(1)
    expect(await shop.rewardLeft(rewardId)).toBe(0)
  })

  it('refuses the same request id for another reward, and changes nothing', async () => {
    const { who } = await shop.newMember(300)
    const first = await shop.newReward()
    const second = await shop.newReward()
    const requestId = shop.fresh('request')
    await redeemOnce(who, first, requestId)
    const before = await shop.dump()
    const { answer } = await redeemOnce(who, second, requestId)
    expect(answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.dump()).toBe(before)
  })

  it('spends a balance of 100 once among 20 redemptions of 100 at once', async () => {
    const { who } = await shop.newMember(100)
    const rewardId = await shop.newReward({ leftCount: 50, limitPerMember: 50 })
    const calls = await atOnce(20, () => redeemOnce(who, rewardId))
    expect(tallyOf(calls)).toEqual({ ok: 1, POINTS_INSUFFICIENT: 19 })
    expect(await shop.balanceOf(who)).toBe(0)
    expect(await shop.rewardLeft(rewardId)).toBe(49)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('sells a stock of 5 to 5 of 50 buyers at once, and tells 45 that it is sold out', async () => {
    const buyers = await atOnce(50, async () => {
      const { who } = await shop.newMember()
      await shop.value('gifts.claimPack', { as: who })
      return who
    })
    const rewardId = await shop.newReward({ leftCount: 5, limitPerMember: 1 })
    const calls = await atOnce(50, (position) => {
      const input = { rewardId }
      return shop.call('mall.redeem', { as: buyers[position], input })
    })
    expect(tallyOf(calls)).toEqual({ ok: 5, SOLD_OUT: 45 })
    expect(await shop.rewardLeft(rewardId)).toBe(0)
    expect(await shop.find('redemptions', { rewardId })).toHaveLength(5)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('sells the last one of a shelf once, ten shelves long, to eight buyers at once', async () => {
    const buyers = await atOnce(8, async () => (await shop.newMember(100)).who)
    for (let shelf = 0; shelf < 10; shelf += 1) {
      const rewardId = await shop.newReward({ pricePoints: 10, leftCount: 1 })
      const calls = await Promise.all(buyers.map((who) => redeemOnce(who, rewardId)))
      expect(tallyOf(calls)).toEqual({ ok: 1, SOLD_OUT: 7 })
      expect(await shop.rewardLeft(rewardId)).toBe(0)
    }
  })

  it.each([
    ['too few points', { pricePoints: 101 }, 'POINTS_INSUFFICIENT'],
    ['an empty shelf', { leftCount: 0 }, 'SOLD_OUT'],
    ['a reward not yet on sale', { saleFromOn: '2027-01-01' }, 'REWARD_NOT_ON_SALE'],
    ['a reward no longer on sale', { saleUntilOn: '2026-01-01' }, 'REWARD_NOT_ON_SALE'],
    ['a limit of none', { limitPerMember: 0 }, 'REDEMPTION_LIMIT'],
  ])('refuses %s and leaves no trace', async (_name, shelf, code) => {
    const { who } = await shop.newMember(100)
    const rewardId = await shop.newReward(shelf)
    const before = await shop.dump()
    const { answer } = await redeemOnce(who, rewardId)
    expect(answer).toMatchObject({ ok: false, code })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses a reward that does not exist, and believes no price in the event', async () => {
    const { who } = await shop.newMember(50)
    const { answer } = await redeemOnce(who, 'no-such-reward')
    expect(answer).toMatchObject({ ok: false, code: 'REWARD_NOT_FOUND' })
    const rewardId = await shop.newReward({ pricePoints: 100 })
    const before = await shop.dump()
    const forged = { rewardId, pricePoints: 1, points: 1, balancePoints: 1_000, memberId: 'rich' }
    const event = {
      action: 'redeem',
      input: forged,
      pricePoints: 1,
      openid: 'rich',
      role: 'manager',
    }
    const called = await shop.send('mall', event, { as: who })
    expect(called.answer).toMatchObject({ ok: false, code: 'POINTS_INSUFFICIENT' })
    expect(await shop.dump()).toBe(before)
  })
})
