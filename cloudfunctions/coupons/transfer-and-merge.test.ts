import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { publish } = templatesOf(() => shop)

const walletOf = async (who: string) => (await shop.value('coupons.wallet', { as: who })).coupons

/** A member whose coupon came by a merge, which can be undone still. */
async function mergedOwner() {
  const [from, to, friend] = [
    await shop.newMember(),
    await shop.newMember(),
    await shop.newMember(),
  ]
  const templateId = await publish({
    ...{ title: '满30减5元券', kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 },
    ...{ validDays: 30, transferable: true },
  })
  const input = { templateId, memberIds: [from.memberId], reason: '店庆回馈' }
  await shop.value('coupons.issue', { as: manager, requestId: shop.fresh('issue'), input })
  const [coupon] = await walletOf(from.who)
  return { from, to, friend, couponId: coupon?.couponId ?? '' }
}

async function merge(fromWho: string, toWho: string) {
  const sides = { fromNumber: await shop.numberOf(fromWho), toNumber: await shop.numberOf(toWho) }
  const input = { ...sides, reason: '换了微信' }
  const asked = { as: manager, requestId: shop.fresh('merge'), input }
  return (await shop.value('merging.merge', asked)).mergeId
}

const offer = (who: string, couponId: string) =>
  shop.value('coupons.offer', { as: who, requestId: shop.fresh('offer'), input: { couponId } })
const take = (who: string, offerId: string) =>
  shop.call('coupons.accept', { as: who, requestId: shop.fresh('accept'), input: { offerId } })
const undo = (mergeId: string) =>
  shop.call('merging.undo', { as: manager, requestId: shop.fresh('undo'), input: { mergeId } })

describe('a coupon that is given away, and memberships that are merged', () => {
  it('follows the giver’s membership while it is offered, and the friend may take it', async () => {
    const { from, to, friend, couponId } = await mergedOwner()
    const { offerId } = await offer(from.who, couponId)
    await merge(from.who, to.who)
    expect(await walletOf(to.who)).toMatchObject([{ couponId, state: 'held' }])
    expect((await take(to.who, offerId)).answer).toMatchObject({ code: 'OFFER_OWN' })
    expect((await take(friend.who, offerId)).answer).toMatchObject({ ok: true })
    expect(await walletOf(friend.who)).toMatchObject([{ couponId, state: 'issued' }])
  })

  it('that was given away is gone like a used one: the merge stays', async () => {
    const { from, to, friend, couponId } = await mergedOwner()
    const mergeId = await merge(from.who, to.who)
    const { offerId } = await offer(to.who, couponId)
    await take(friend.who, offerId)
    expect((await undo(mergeId)).answer).toMatchObject({ code: 'MERGE_CHANGED' })
    expect(await walletOf(friend.who)).toMatchObject([{ couponId }])
  })

  it('that was taken while the merge was undone stays the friend’s', async () => {
    const { from, to, friend, couponId } = await mergedOwner()
    const mergeId = await merge(from.who, to.who)
    // As if it had been taken between the look at what was used and the undoing.
    const update = { $set: { memberId: friend.memberId } }
    await shop.local.engine.update('coupons', { filter: { _id: couponId }, update, multi: false })
    expect((await undo(mergeId)).answer).toMatchObject({ ok: true })
    expect(await walletOf(friend.who)).toMatchObject([{ couponId }])
    expect(await walletOf(from.who)).toEqual([])
  })
})
