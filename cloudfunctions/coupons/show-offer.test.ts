import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, offered, take, withdraw } = couponsOf(() => shop)
const DAY_MS = 86_400_000
const look = async (who: string, offerId: string) =>
  (await shop.call('coupons.showOffer', { as: who, input: { offerId } })).answer

describe('looking at what a friend offers', () => {
  it('names the coupon, its giver masked, and until when, and changes nothing', async () => {
    const { who, couponId } = await given({ ...fiveOff, transferable: true })
    await shop.value('members.updateProfile', { as: who, input: { nickname: '林晓棠' } })
    const { answer } = await offer(who, couponId)
    const { offerId, untilAt } = answer.ok ? answer.value : { offerId: '', untilAt: 0 }
    const friend = await shop.newMember()
    const before = await shop.dump()
    const coupon = { title: '满30减5元券', face: '¥5', thresholdFen: 3_000, limitWords: [] }
    expect(await look(friend.who, offerId)).toMatchObject({
      ok: true,
      value: { offerId, untilAt, giverName: '林**', isTaken: false, hasJoined: true, coupon },
    })
    expect(await shop.dump()).toBe(before)
  })

  it('is for whoever has the link, also before she joins, and says no code of it', async () => {
    const { offerId, couponCode } = await offered()
    const answer = await look('stranger', offerId)
    expect(answer).toMatchObject({ ok: true, value: { hasJoined: false } })
    expect(JSON.stringify(answer)).not.toContain(couponCode)
  })

  it('refuses as taking it would, and shows whoever took it what she has', async () => {
    const { who, offerId } = await offered()
    const [friend, other] = [await shop.newMember(), await shop.newMember()]
    expect(await look(who, offerId)).toMatchObject({ code: 'OFFER_OWN' })
    expect(await look(other.who, 'none')).toMatchObject({ code: 'OFFER_NOT_FOUND' })
    await take(friend.who, offerId)
    expect(await look(friend.who, offerId)).toMatchObject({ ok: true, value: { isTaken: true } })
    expect(await look(other.who, offerId)).toMatchObject({ code: 'OFFER_TAKEN' })
  })

  it('is over once it was taken back, its day is over, or the coupon’s last day', async () => {
    const friend = await shop.newMember()
    const back = await offered()
    await withdraw(back.who, back.offerId)
    expect(await look(friend.who, back.offerId)).toMatchObject({ code: 'OFFER_OVER' })
    const { offerId, untilAt } = await offered()
    const short = await offered({ validDays: 1 })
    await shop.advanceClock(DAY_MS - 60_000)
    expect(await look(friend.who, short.offerId)).toMatchObject({ code: 'COUPON_EXPIRED' })
    await shop.advanceClock(untilAt - shop.nowMs())
    expect(await look(friend.who, offerId)).toMatchObject({ code: 'OFFER_OVER' })
  })
})
