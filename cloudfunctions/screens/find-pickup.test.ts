import { couponsOf } from '../../dev/harness/coupons-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given } = couponsOf(() => shop)
const look = (pickupCode: string) =>
  shop.call('mall.findPickup', { as: clerk, input: { pickupCode } })

describe('looking at a pick-up code', () => {
  it('shows what it is for under a masked name, however often, and changes nothing', async () => {
    const { who } = await shop.newMember(100)
    await shop.value('members.updateProfile', { as: who, input: { nickname: '林晓棠' } })
    const rewardId = await shop.newReward()
    const { pickupCode } = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const before = await shop.dump()
    const preview = {
      what: 'redemption',
      pickupCode,
      maskedName: '林**',
      rewardTitle: '散养鸡蛋 10 枚',
    }
    expect((await look(pickupCode)).answer).toMatchObject({ ok: true, value: preview })
    expect((await look(pickupCode)).answer).toMatchObject({ ok: true, value: preview })
    expect(await shop.dump()).toBe(before)
  })

  it('shows a gift coupon by its own digits, and counts no wrong code for it', async () => {
    const cake = { title: '小蛋糕券', kind: 'gift', thing: '小蛋糕', validDays: 7 } as const
    const { couponCode, who } = await given(cake)
    const seen = { what: 'coupon', couponCode, title: '小蛋糕券', thing: '小蛋糕', refusal: null }
    for (let time = 0; time < 11; time += 1) {
      expect((await look(couponCode)).answer).toMatchObject({ ok: true, value: seen })
    }
    await shop.value('coupons.verify', { as: clerk, input: { couponCode } })
    const used = { state: 'used', refusal: { code: 'COUPON_USED' } }
    expect((await look(couponCode)).answer).toMatchObject({ ok: true, value: used })
    const own = await given(cake, clerk)
    expect(who).not.toBe(clerk)
    expect((await look(own.couponCode)).answer).toMatchObject({ code: 'SELF_SERVICE' })
  })

  it('counts wrong codes, and refuses the eleventh of a minute, right or wrong', async () => {
    const { who } = await shop.newMember(100)
    const rewardId = await shop.newReward()
    const { pickupCode } = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.setClock('2026-04-01T02:00:01.000Z')
    for (let guess = 0; guess < 10; guess += 1) {
      const { answer } = await look(`00000000000${guess}`)
      expect(answer).toMatchObject({ ok: false, code: 'PICKUP_NOT_FOUND' })
    }
    expect((await look(pickupCode)).answer).toMatchObject({ ok: false, code: 'CODE_ATTEMPTS' })
    await shop.advanceClock(60_000)
    expect((await look(pickupCode)).answer).toMatchObject({ ok: true })
  })
})
