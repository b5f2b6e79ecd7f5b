import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, offered, publish, take, toldTo, walletOf } = couponsOf(() => shop)
const DAY_MS = 86_400_000
const sweep = () => shop.fireTimer('coupons')
const stored = async (couponId: string) => (await shop.find('coupons', { _id: couponId }))[0]

describe('the sweeper of coupons', () => {
  it('closes an offer that nobody took, once, and its giver is told', async () => {
    const { who, couponId, offerId } = await offered()
    await shop.advanceClock(DAY_MS)
    // Nobody waits for it: the coupon is hers again before it comes.
    expect(await walletOf(who)).toMatchObject([{ state: 'issued', isTransferable: true }])
    await sweep()
    expect(await stored(couponId)).toMatchObject({ state: 'issued', heldBy: null })
    expect(await toldTo(who)).toEqual(['优惠券已退回', '优惠券已送出'])
    await sweep()
    expect(await toldTo(who)).toHaveLength(2)
    const { answer } = await offer(who, couponId)
    expect(answer).toMatchObject({ ok: true })
    expect(answer.ok && answer.value.offerId).not.toBe(offerId)
  })

  it('leaves the next offer alone when it comes late to the first', async () => {
    const { who, couponId } = await offered()
    await shop.advanceClock(DAY_MS)
    const { answer } = await offer(who, couponId)
    await sweep()
    const offerId = answer.ok ? answer.value.offerId : ''
    expect(await walletOf(who)).toMatchObject([{ state: 'held', offerId }])
    expect(await toldTo(who)).toEqual(['优惠券已送出', '优惠券已送出'])
  })

  it('leaves an offer alone that is open, or was taken', async () => {
    const open = await offered()
    const taken = await offered()
    const friend = await shop.newMember()
    await take(friend.who, taken.offerId)
    await sweep()
    expect(await walletOf(open.who)).toMatchObject([{ state: 'held' }])
    await shop.advanceClock(DAY_MS)
    await sweep()
    expect(await walletOf(friend.who)).toMatchObject([{ state: 'issued' }])
    expect(await toldTo(taken.who)).toEqual(['朋友收下了优惠券', '优惠券已送出'])
  })

  it('takes a lapsed hold of a till off, and leaves a live one', async () => {
    const [late, live] = [await given(fiveOff), await given(fiveOff)]
    const hold = async (couponId: string, untilAt: number) => {
      const heldBy = { id: 'proposal', staffId: 'clerk', untilAt }
      const update = { $set: { state: 'held', heldBy } }
      await shop.local.engine.update('coupons', { filter: { _id: couponId }, update, multi: false })
    }
    await hold(late.couponId, shop.nowMs())
    await hold(live.couponId, shop.nowMs() + 600_000)
    await sweep()
    expect(await stored(late.couponId)).toMatchObject({ state: 'issued', heldBy: null })
    expect(await stored(live.couponId)).toMatchObject({ state: 'held', heldBy: { id: 'proposal' } })
  })

  it('goes on with a batch whose giving was killed', async () => {
    const { who, memberId } = await shop.newMember()
    const templateId = await publish(fiveOff)
    const input = { templateId, memberIds: [memberId], reason: '店庆回馈' }
    const event = { action: 'issue', requestId: shop.fresh('issue'), input }
    await shop.send('coupons', event, { as: manager, fault: 'kill-before-call:7' })
    expect(await walletOf(who)).toEqual([])
    // Its own function may be alive for so long.
    await sweep()
    expect(await walletOf(who)).toEqual([])
    await shop.advanceClock(121_000)
    await sweep()
    expect(await walletOf(who)).toHaveLength(1)
    const [batch] = await shop.find('coupon_batches', { reason: '店庆回馈', state: 'issuing' })
    expect(batch).toBeUndefined()
  })

  it('forgets offers a month after their time, and the coupons stay', async () => {
    const { who, offerId } = await offered()
    await shop.advanceClock(32 * DAY_MS)
    await sweep()
    await shop.advanceClock(DAY_MS)
    await sweep()
    expect(await shop.find('coupon_offers', { _id: offerId })).toEqual([])
    expect(await walletOf(who)).toHaveLength(1)
  })
})
