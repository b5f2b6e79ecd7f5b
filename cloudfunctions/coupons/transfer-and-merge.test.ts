import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, take, walletOf } = couponsOf(() => shop)

/** A member with a coupon, one whom she is to be merged into, and a friend. */
async function people() {
  const { who, memberId, couponId } = await given({ ...fiveOff, transferable: true })
  const [to, friend] = [await shop.newMember(), await shop.newMember()]
  return { from: { who, memberId }, to, friend, couponId }
}

async function merge(fromWho: string, toWho: string) {
  const sides = { fromNumber: await shop.numberOf(fromWho), toNumber: await shop.numberOf(toWho) }
  const input = { ...sides, reason: '换了微信' }
  const asked = { as: manager, requestId: shop.fresh('merge'), input }
  return (await shop.value('merging.merge', asked)).mergeId
}

async function offerOf(who: string, couponId: string) {
  const { answer } = await offer(who, couponId)
  return answer.ok ? answer.value.offerId : answer.code
}
const undo = (mergeId: string) =>
  shop.call('merging.undo', { as: manager, requestId: shop.fresh('undo'), input: { mergeId } })

describe('a coupon that is given away, and memberships that are merged', () => {
  it('follows the giver’s membership while it is offered, and the friend may take it', async () => {
    const { from, to, friend, couponId } = await people()
    const offerId = await offerOf(from.who, couponId)
    await merge(from.who, to.who)
    expect(await walletOf(to.who)).toMatchObject([{ couponId, state: 'held' }])
    expect((await take(to.who, offerId)).answer).toMatchObject({ code: 'OFFER_OWN' })
    expect((await take(friend.who, offerId)).answer).toMatchObject({ ok: true })
    expect(await walletOf(friend.who)).toMatchObject([{ couponId, state: 'issued' }])
  })

  it('that was given away is gone like a used one: the merge stays', async () => {
    const { from, to, friend, couponId } = await people()
    const mergeId = await merge(from.who, to.who)
    const offerId = await offerOf(to.who, couponId)
    await take(friend.who, offerId)
    expect((await undo(mergeId)).answer).toMatchObject({ code: 'MERGE_CHANGED' })
    expect(await walletOf(friend.who)).toMatchObject([{ couponId }])
  })

  it('that was taken while the merge was undone stays the friend’s', async () => {
    const { from, to, friend, couponId } = await people()
    const mergeId = await merge(from.who, to.who)
    // As if it had been taken between the look at what was used and the undoing.
    const update = { $set: { memberId: friend.memberId } }
    await shop.local.engine.update('coupons', { filter: { _id: couponId }, update, multi: false })
    expect((await undo(mergeId)).answer).toMatchObject({ ok: true })
    expect(await walletOf(friend.who)).toMatchObject([{ couponId }])
    expect(await walletOf(from.who)).toEqual([])
  })
})
