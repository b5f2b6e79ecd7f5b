import { couponsOf } from '../../dev/harness/coupons-under-test'
import {
  atOnce,
  clerk,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, offered, take, toldTo, walletOf } = couponsOf(() => shop)
const DAY_MS = 86_400_000

describe('a coupon that a friend accepts', () => {
  it('is the same coupon in her wallet, and both are told', async () => {
    const { who, memberId, couponId, offerId } = await offered()
    const [before] = await shop.find('coupons', { _id: couponId })
    const friend = await shop.newMember()
    const { answer } = await take(friend.who, offerId)
    expect(answer).toMatchObject({ ok: true, value: { offerId, couponId, title: '满30减5元券' } })
    const [after] = await shop.find('coupons', { _id: couponId })
    const at = answer.ok ? answer.value.acceptedAt : 0
    expect(after).toEqual({
      ...before,
      ...{ memberId: friend.memberId, state: 'issued', heldBy: null },
      couponCode: expect.stringMatching(/^\d{12}$/),
      transferred: { at, fromId: memberId },
    })
    expect(after?.claimKey).toBe(couponId)
    expect(await walletOf(who)).toEqual([])
    expect(await walletOf(friend.who)).toMatchObject([
      { couponId, state: 'issued', isTransferable: false },
    ])
    expect(await toldTo(who)).toEqual(['朋友收下了优惠券', '优惠券已送出'])
    expect(await toldTo(friend.who)).toEqual(['收到一张优惠券'])
  })

  it('has other digits than those that its giver knew', async () => {
    const cake = { title: '小蛋糕', kind: 'gift', thing: '小蛋糕', validDays: 7 } as const
    const { who, couponId, couponCode } = await given({ ...cake, transferable: true })
    const { answer } = await offer(who, couponId)
    const offerId = answer.ok ? answer.value.offerId : ''
    const friend = await shop.newMember()
    await take(friend.who, offerId)
    const find = (code: string) =>
      shop.call('coupons.findByCode', { as: clerk, input: { couponCode: code } })
    expect((await find(couponCode)).answer).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    const [hers] = await walletOf(friend.who)
    expect((await find(hers?.couponCode ?? '')).answer).toMatchObject({ ok: true })
  })

  it('is taken by one of many, who is answered the same again', async () => {
    const { offerId } = await offered()
    const friends = await Promise.all(Array.from({ length: 6 }, () => shop.newMember()))
    const calls = await atOnce(6, (place) => take(friends[place]?.who ?? '', offerId))
    expect(tallyOf(calls)).toEqual({ ok: 1, OFFER_TAKEN: 5 })
    const place = calls.findIndex(({ answer }) => answer.ok)
    const again = await take(friends[place]?.who ?? '', offerId)
    expect(again.answer).toEqual(calls[place]?.answer)
  })

  it('is not its giver’s to accept, and must be offered', async () => {
    const { who, offerId } = await offered()
    expect((await take(who, offerId)).answer).toMatchObject({ code: 'OFFER_OWN' })
    expect((await take(who, 'none')).answer).toMatchObject({ code: 'OFFER_NOT_FOUND' })
    expect((await take('stranger', offerId)).answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })

  it('is refused from the instant at which a day is over', async () => {
    const { offerId, untilAt } = await offered()
    const friend = await shop.newMember()
    await shop.advanceClock(untilAt - shop.nowMs())
    expect((await take(friend.who, offerId)).answer).toMatchObject({ code: 'OFFER_OVER' })
  })

  it('is nothing when its last day passes while it waits', async () => {
    const { offerId } = await offered({ validDays: 1 })
    const friend = await shop.newMember()
    await shop.advanceClock(DAY_MS - 60_000)
    expect((await take(friend.who, offerId)).answer).toMatchObject({ code: 'COUPON_EXPIRED' })
  })
})
