import { couponsOf } from '../../dev/harness/coupons-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { offered, take, walletOf, withdraw } = couponsOf(() => shop)

describe('an offer that is withdrawn', () => {
  it('gives the coupon back, and nobody can take it any more', async () => {
    const { who, couponId, offerId } = await offered()
    const friend = await shop.newMember()
    const first = await withdraw(who, offerId, 'back')
    expect(first.answer).toMatchObject({ ok: true, value: { offerId, couponId } })
    expect((await withdraw(who, offerId, 'back')).answer).toEqual(first.answer)
    expect((await take(friend.who, offerId)).answer).toMatchObject({ code: 'OFFER_OVER' })
    expect(await walletOf(who)).toMatchObject([{ state: 'issued', offerId: null }])
  })

  it('is its giver’s, and only until somebody took it or a day is over', async () => {
    const { who, offerId, untilAt } = await offered()
    const friend = await shop.newMember()
    expect((await withdraw(friend.who, offerId)).answer).toMatchObject({ code: 'OFFER_NOT_FOUND' })
    expect((await withdraw(who, 'none')).answer).toMatchObject({ code: 'OFFER_NOT_FOUND' })
    const taken = await offered()
    await take(friend.who, taken.offerId)
    const late = await withdraw(taken.who, taken.offerId)
    expect(late.answer).toMatchObject({ code: 'OFFER_TAKEN' })
    await shop.advanceClock(untilAt - shop.nowMs())
    expect((await withdraw(who, offerId)).answer).toMatchObject({ code: 'OFFER_OVER' })
  })
})
