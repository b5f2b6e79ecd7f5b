import { storedGiftRule } from '../../dev/harness/gifts-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { usualWhen } from '../../shared/gifts/gift-rule'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const homeOf = (who: string) => shop.value('members.home', { as: who })

describe('home', () => {
  it('greets a visitor with the pack that waits for her', async () => {
    const home = await homeOf('stranger')
    expect(home).toMatchObject({ member: null, balancePoints: 0, pack: { state: 'joinFirst' } })
    expect(home.pack.coupon).not.toBeNull()
    expect(home.shop.stores).toHaveLength(2)
  })

  it('follows a member from her join to her first purchase', async () => {
    const { who } = await shop.newMember()
    expect((await homeOf(who)).pack.state).toBe('claimable')
    await shop.value('gifts.claimPack', { as: who })
    const claimed = await homeOf(who)
    expect(claimed).toMatchObject({
      pack: { state: 'claimed' },
      balancePoints: 100,
      usableCouponCount: 1,
    })
    await shop.earn(who, 30)
    expect((await homeOf(who)).balancePoints).toBe(130)
  })

  it('says so when the pack was not claimed in its seven days', async () => {
    const { who } = await shop.newMember()
    await shop.advanceClock(6 * DAY_MS)
    expect((await homeOf(who)).pack.state).toBe('claimable')
    await shop.advanceClock(DAY_MS)
    expect((await homeOf(who)).pack.state).toBe('expired')
    const { answer } = await shop.call('gifts.claimPack', { as: who })
    expect(answer).toMatchObject({ code: 'PACK_EXPIRED' })
  })

  it('tells whether she has checked in today, and what the next one brings', async () => {
    const visitor = await homeOf('stranger')
    expect(visitor.checkIn).toBeNull()
    const { who } = await shop.newMember()
    const { checkIn } = await homeOf(who)
    expect(checkIn).toMatchObject({ checkedIn: false, streakDays: 0, nextPoints: 2 })
    await shop.value('checkin.checkIn', { as: who })
    expect((await homeOf(who)).checkIn).toMatchObject({ checkedIn: true, streakDays: 1 })
  })

  it('offers the gifts of the other scenes until they are claimed', async () => {
    const offering = await openShop()
    const gift = { points: 30, couponTemplateIds: [], thing: null }
    const when = { ...usualWhen, onDate: '2026-03-10' }
    const neighbour = { scene: 'holiday', title: '邻居礼', gift, when } as const
    await offering.local.engine.insert('gift_rules', [storedGiftRule('neighbour', neighbour)])
    try {
      const visitor = await offering.value('members.home', { as: 'stranger' })
      expect(visitor.gifts).toEqual([])
      const { who, memberId } = await offering.newMember()
      const gifts = async () => (await offering.value('members.home', { as: who })).gifts
      const giftId = `neighbour:${memberId}:2026-03-10`
      const offered = { giftId, scene: 'holiday', title: '邻居礼', points: 30 }
      expect(await gifts()).toEqual([{ ...offered, claimUntilOn: '2026-03-16' }])
      await offering.value('gifts.claim', { as: who, input: { giftId } })
      expect(await gifts()).toEqual([])
    } finally {
      await offering.stop()
    }
  })

  it('counts what waits, and warns of points that run out within 30 days', async () => {
    const { who } = await shop.newMember(50)
    const rewardId = await shop.newReward({ pricePoints: 20 })
    await shop.value('mall.redeem', { as: who, requestId: 'one', input: { rewardId } })
    expect(await homeOf(who)).toMatchObject({ waitingPickupCount: 1, expiringSoon: null })
    await shop.setClock('2027-03-05T02:00:00.000Z')
    const later = await homeOf(who)
    expect(later.expiringSoon).toEqual({ points: 30, expiresOn: '2027-03-31' })
    expect(later.waitingPickupCount).toBe(0)
  })

  it('shows debt after a refund of points that were already spent', async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 60)
    const rewardId = await shop.newReward({ pricePoints: 50 })
    await shop.value('mall.redeem', { as: who, requestId: 'one', input: { rewardId } })
    await shop.value('purchases.refund', { as: clerk, requestId: 'two', input: { purchaseId } })
    expect(await homeOf(who)).toMatchObject({ balancePoints: 0, debtPoints: 50 })
  })
})
