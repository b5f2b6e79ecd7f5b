import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, offered, take, toldTo, walletOf } = couponsOf(() => shop)
const DAY_MS = 86_400_000

describe('a coupon that is offered', () => {
  it('waits for a friend a day, and an open offer is offered again as itself', async () => {
    const { who, couponId, offerId, untilAt } = await offered()
    expect(untilAt).toBe((await shop.find('coupon_offers', { _id: offerId }))[0]?.untilAt)
    expect(untilAt - shop.nowMs()).toBeGreaterThan(DAY_MS - 60_000)
    expect(await walletOf(who)).toMatchObject([
      { state: 'held', heldUntilAt: untilAt, offerId, isTransferable: false },
    ])
    const again = await offer(who, couponId)
    expect(again.answer).toMatchObject({ ok: true, value: { offerId, untilAt } })
    expect(await toldTo(who)).toEqual(['优惠券已送出'])
  })

  it('is held at the till, also from its owner', async () => {
    const { who, couponId } = await offered()
    const input = { memberCode: await shop.codeOf(who), billFen: 4_000, couponId }
    const { answer } = await shop.call('purchases.settle', { as: clerk, input })
    expect(answer).toMatchObject({ code: 'COUPON_HELD' })
  })

  it('is given on no second time', async () => {
    const { couponId, offerId } = await offered()
    const friend = await shop.newMember()
    await take(friend.who, offerId)
    const { answer } = await offer(friend.who, couponId)
    expect(answer).toMatchObject({ code: 'COUPON_TRANSFERRED' })
  })

  it('is hers, and of a template that allows it', async () => {
    const { couponId: another } = await offered()
    const { who, couponId } = await given(fiveOff)
    expect((await offer(who, couponId)).answer).toMatchObject({ code: 'COUPON_NOT_TRANSFERABLE' })
    expect((await offer(who, another)).answer).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    expect((await offer('stranger', couponId)).answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })

  it('is not used, and its last day is not over', async () => {
    const { who, couponId } = await given({ ...fiveOff, transferable: true, validDays: 1 })
    const input = { memberCode: await shop.codeOf(who), billFen: 4_000, couponId }
    await shop.value('purchases.settle', { as: clerk, input })
    expect((await offer(who, couponId)).answer).toMatchObject({ code: 'COUPON_USED' })
    const other = await given({ ...fiveOff, transferable: true, validDays: 1 })
    await shop.advanceClock(DAY_MS)
    const { answer } = await offer(other.who, other.couponId)
    expect(answer).toMatchObject({ code: 'COUPON_EXPIRED', detail: { expiresOn: '2026-03-10' } })
  })
})
