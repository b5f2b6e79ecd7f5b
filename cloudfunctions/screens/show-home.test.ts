import { storedGiftRule } from '../../dev/harness/gifts-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
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

  it('shows three rewards to save up for, and a visitor only what they cost', async () => {
    for (const pricePoints of [20, 50, 90, 130, 400]) await shop.newReward({ pricePoints })
    await shop.newReward({ pricePoints: 110, leftCount: 0 })
    const { who } = await shop.newMember(100)
    const shown = async (as: string) =>
      (await homeOf(as)).rewards.map(({ pricePoints, missingPoints }) => [
        pricePoints,
        missingPoints,
      ])
    expect(await shown(who)).toEqual([
      [90, 0],
      [130, 30],
      [400, 300],
    ])
    expect(await shown('stranger')).toEqual([
      [20, null],
      [50, null],
      [90, null],
    ])
    const memberNumber = await shop.numberOf(who)
    const input = { memberNumber, reason: '核对' }
    await shop.value('points.freeze', { as: manager, input })
    expect((await shown(who)).map(([, missingPoints]) => missingPoints)).toEqual([null, null, null])
  })

  it('names the coupon that ends first', async () => {
    const { who, memberId } = await shop.newMember()
    expect(await homeOf(who)).toMatchObject({ nextCoupon: null, usableCouponCount: 0 })
    await shop.value('gifts.claimPack', { as: who })
    const [pack] = await shop.find('coupons', { memberId })
    const first = {
      _id: 'first',
      claimKey: 'first',
      requestKey: 'first',
      couponCode: '1'.repeat(12),
    }
    const soon = { ...pack, ...first, title: '明天到期', expiresOn: '2026-03-11' }
    const past = { ...pack, ...first, _id: 'past', claimKey: 'past', requestKey: 'past' }
    const over = { ...past, couponCode: '2'.repeat(12), expiresOn: '2026-03-09' }
    await shop.local.engine.insert('coupons', [soon, over])
    const home = await homeOf(who)
    expect(home).toMatchObject({ usableCouponCount: 2 })
    expect(home.nextCoupon).toMatchObject({ title: '明天到期', expiresOn: '2026-03-11' })
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
