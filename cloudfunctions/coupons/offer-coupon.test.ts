import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
let templateId: string
beforeAll(async () => {
  shop = await openShop()
  templateId = await publish({ ...fiveOff, transferable: true })
})
afterAll(() => shop.stop())

const { publish } = templatesOf(() => shop)
const fiveOff = {
  ...{ title: '满30减5元券', kind: 'amountOff' as const },
  ...{ faceFen: 500, thresholdFen: 3_000, validDays: 30 },
}
const DAY_MS = 86_400_000

const walletOf = async (who: string) => (await shop.value('coupons.wallet', { as: who })).coupons
const toldTo = async (who: string) =>
  (await shop.value('messages.list', { as: who })).messages.map(({ title }) => title)

async function giver(template = templateId) {
  const { who, memberId } = await shop.newMember()
  const input = { templateId: template, memberIds: [memberId], reason: '店庆回馈' }
  await shop.value('coupons.issue', { as: manager, requestId: shop.fresh('issue'), input })
  const [coupon] = await walletOf(who)
  return { who, memberId, couponId: coupon?.couponId ?? '' }
}
const offer = (who: string, couponId: string, requestId = shop.fresh('offer')) =>
  shop.call('coupons.offer', { as: who, requestId, input: { couponId } })
const take = (who: string, offerId: string, requestId = shop.fresh('accept')) =>
  shop.call('coupons.accept', { as: who, requestId, input: { offerId } })
const withdraw = (who: string, offerId: string, requestId = shop.fresh('withdraw')) =>
  shop.call('coupons.withdraw', { as: who, requestId, input: { offerId } })
async function offered() {
  const from = await giver()
  const { answer } = await offer(from.who, from.couponId)
  if (!answer.ok) throw new Error(answer.code)
  return { ...from, ...answer.value }
}

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

  it('is the same coupon in the friend’s wallet, and both are told', async () => {
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

  it('is taken by one of many, who is answered the same again', async () => {
    const { offerId } = await offered()
    const friends = await Promise.all(Array.from({ length: 6 }, () => shop.newMember()))
    const calls = await atOnce(6, (place) => take(friends[place]?.who ?? '', offerId))
    expect(tallyOf(calls)).toEqual({ ok: 1, OFFER_TAKEN: 5 })
    const place = calls.findIndex(({ answer }) => answer.ok)
    const again = await take(friends[place]?.who ?? '', offerId)
    expect(again.answer).toEqual(calls[place]?.answer)
  })

  it('is given on no second time', async () => {
    const { couponId, offerId } = await offered()
    const friend = await shop.newMember()
    await take(friend.who, offerId)
    const { answer } = await offer(friend.who, couponId)
    expect(answer).toMatchObject({ code: 'COUPON_TRANSFERRED' })
  })

  it('is its giver’s again after a day by itself, and she is told', async () => {
    const { who, couponId, offerId } = await offered()
    const friend = await shop.newMember()
    await shop.advanceClock(DAY_MS)
    expect(await walletOf(who)).toMatchObject([{ state: 'issued', isTransferable: true }])
    expect((await take(friend.who, offerId)).answer).toMatchObject({ code: 'OFFER_OVER' })
    await shop.fireTimer('coupons')
    const [coupon] = await shop.find('coupons', { _id: couponId })
    expect(coupon).toMatchObject({ state: 'issued', heldBy: null })
    expect(await toldTo(who)).toEqual(['优惠券已退回', '优惠券已送出'])
    await shop.fireTimer('coupons')
    expect(await toldTo(who)).toHaveLength(2)
    const second = await offer(who, couponId)
    expect(second.answer).toMatchObject({ ok: true })
    expect(second.answer.ok && second.answer.value.offerId).not.toBe(offerId)
  })

  it('does not disturb the next offer when its own time is closed late', async () => {
    const { who, couponId } = await offered()
    await shop.advanceClock(DAY_MS)
    const { answer } = await offer(who, couponId)
    await shop.fireTimer('coupons')
    const offerId = answer.ok ? answer.value.offerId : ''
    expect(await walletOf(who)).toMatchObject([{ state: 'held', offerId }])
    expect(await toldTo(who)).toEqual(['优惠券已送出', '优惠券已送出'])
  })

  it('can be taken back before that, by its giver alone', async () => {
    const { who, couponId, offerId } = await offered()
    const friend = await shop.newMember()
    expect((await withdraw(friend.who, offerId)).answer).toMatchObject({ code: 'OFFER_NOT_FOUND' })
    const first = await withdraw(who, offerId, 'back')
    expect(first.answer).toMatchObject({ ok: true, value: { offerId, couponId } })
    expect((await withdraw(who, offerId, 'back')).answer).toEqual(first.answer)
    expect((await take(friend.who, offerId)).answer).toMatchObject({ code: 'OFFER_OVER' })
    expect(await walletOf(who)).toMatchObject([{ state: 'issued', offerId: null }])
    const other = await offered()
    await take(friend.who, other.offerId)
    expect((await withdraw(other.who, other.offerId)).answer).toMatchObject({ code: 'OFFER_TAKEN' })
  })

  it('is no gift to herself, and none where the template does not allow it', async () => {
    const { who, offerId } = await offered()
    expect((await take(who, offerId)).answer).toMatchObject({ code: 'OFFER_OWN' })
    expect((await take(who, 'none')).answer).toMatchObject({ code: 'OFFER_NOT_FOUND' })
    const { who: keeper, couponId } = await giver(await publish(fiveOff))
    expect((await offer(keeper, couponId)).answer).toMatchObject({
      code: 'COUPON_NOT_TRANSFERABLE',
    })
    expect((await offer(who, couponId)).answer).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    expect((await offer('stranger', couponId)).answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })

  it('gives nothing when its last day passes while it waits', async () => {
    const { who, couponId } = await giver(
      await publish({ ...fiveOff, transferable: true, validDays: 1 }),
    )
    const { answer } = await offer(who, couponId)
    const friend = await shop.newMember()
    await shop.advanceClock(DAY_MS - 60_000)
    const late = await take(friend.who, answer.ok ? answer.value.offerId : '')
    expect(late.answer).toMatchObject({ code: 'COUPON_EXPIRED' })
  })
})
