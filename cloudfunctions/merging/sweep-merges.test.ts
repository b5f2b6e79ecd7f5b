import { auditorOf } from '../../dev/harness/auditor'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

jest.setTimeout(120_000)

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 4_000 })
})
afterAll(() => shop.stop())

const ABANDONED_MS = 121_000
/** As many as a merge makes on a cold instance, and a few more; `npm run chaos` kills at each. */
const CALLS = 44
const reason = '换了手机号'

async function newWish() {
  const a = await shop.newMember(60)
  const b = await shop.newMember(5)
  await shop.value('gifts.claimPack', { as: a.who })
  const input = {
    fromNumber: await shop.numberOf(a.who),
    toNumber: await shop.numberOf(b.who),
    reason,
  }
  return { a, b, input }
}

async function stateOf(a: string, b: string) {
  const state: Record<string, unknown> = {}
  for (const [side, memberId] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const [account] = await shop.find('points_accounts', { _id: memberId })
    const coupons = await shop.find('coupons', { memberId })
    const purchases = await shop.find('purchases', { memberId })
    state[side] = [account?.balancePoints, coupons.length, purchases.length]
  }
  return state
}

describe('a merge whose function is killed', () => {
  it('after one of its calls is made once, and finished by the sweeper', async () => {
    const doomed = []
    for (let call = 1; call <= CALLS; call += 3) {
      const requestId = shop.fresh('doomed')
      doomed.push({ fault: `kill-after-call:${call}`, requestId, ...(await newWish()) })
    }
    const killed = await Promise.all(
      doomed.map(({ fault, requestId, input }) =>
        shop.send('merging', { action: 'merge', requestId, input }, { as: manager, fault }),
      ),
    )
    expect(killed.filter(({ status }) => status === 500).length).toBeGreaterThan(10)
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('merging')
    for (const { fault, requestId, input, a, b } of doomed) {
      const options = { as: manager, requestId, input }
      const { answer } = await shop.callPatiently('merging.merge', options)
      expect({ fault, answer }).toMatchObject({ fault, answer: { ok: true } })
      const state = await stateOf(a.memberId, b.memberId)
      expect({ fault, ...state }).toEqual({ fault, a: [0, 0, 0], b: [165, 1, 2] })
    }
    expect((await shop.books()).balanced).toBe(true)
  })

  it('follows up what was booked by a ticket from before', async () => {
    const { a, b, input } = await newWish()
    await shop.advanceClock(60_000)
    const memberCode = await shop.codeOf(a.who)
    const scan = { as: clerk, input: { memberCode, storeId: EAST } }
    const { ticket } = await shop.value('staff.scan', scan)
    await shop.value('merging.merge', { as: manager, input })
    const settle = { as: clerk, input: { ticket, billFen: 1_000 } }
    expect(await shop.value('purchases.settle', settle)).toMatchObject({ balancePoints: 175 })
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('merging')
    expect(await stateOf(a.memberId, b.memberId)).toEqual({ a: [0, 0, 0], b: [175, 1, 3] })
  })

  it('returns the coupon of a purchase that has not followed it yet', async () => {
    const { a, b, input } = await newWish()
    const [coupon] = await shop.find('coupons', { memberId: a.memberId })
    const bill = { billFen: 3_500, couponId: String(coupon?._id), storeId: EAST }
    await shop.advanceClock(60_000)
    const memberCode = await shop.codeOf(a.who)
    const sale = { as: clerk, input: { ...bill, memberCode } }
    const { purchaseId } = await shop.value('purchases.settle', sale)
    await shop.value('merging.merge', { as: manager, input })
    // As a function leaves it that dies between the coupons and the purchases.
    await auditorOf(shop).change('purchases', purchaseId, { memberId: a.memberId, mergeId: null })
    const refund = { as: clerk, input: { purchaseId } }
    expect(await shop.value('purchases.refund', refund)).toMatchObject({ couponReturned: true })
    expect(await shop.find('coupons', { memberId: b.memberId })).toMatchObject([
      { _id: coupon?._id, state: 'issued', usedBy: null },
    ])
  })

  it('does nothing to the wrong account with what is still on its way back', async () => {
    const { a, b, input } = await newWish()
    const rewardId = await shop.newReward({ pricePoints: 10 })
    const { redemptionId } = await shop.value('mall.redeem', { as: a.who, input: { rewardId } })
    const { mergeId } = await shop.value('merging.merge', { as: manager, input })
    const [purchase] = await shop.find('purchases', { mergeId })
    const [coupon] = await shop.find('coupons', { mergeId })
    await shop.value('merging.undo', { as: manager, input: { mergeId } })
    // As a function leaves it that dies once both accounts are their own again.
    const { change } = auditorOf(shop)
    const held = { memberId: b.memberId, mergeId }
    await change('purchases', String(purchase?._id), held)
    await change('coupons', String(coupon?._id), held)
    await change('redemptions', redemptionId, held)
    await shop.advanceClock(60_000)
    const bill = { billFen: 3_500, couponId: String(coupon?._id), storeId: EAST }
    const memberCode = await shop.codeOf(b.who)
    const refund = { as: clerk, input: { purchaseId: String(purchase?._id) } }
    for (const { answer } of [
      await shop.call('purchases.refund', refund),
      await shop.call('purchases.settle', { as: clerk, input: { ...bill, memberCode } }),
      await shop.call('mall.cancelRedemption', { as: b.who, input: { redemptionId } }),
    ]) {
      expect(answer).toMatchObject({ ok: false, code: 'BUSY' })
    }
    await shop.fireTimer('merging')
    expect((await shop.call('purchases.refund', refund)).answer).toMatchObject({ ok: true })
    expect([await shop.balanceOf(a.who), await shop.balanceOf(b.who)]).toEqual([90, 5])
  })

  it('is left alone once everything has followed', async () => {
    await shop.advanceClock(30 * 60_000)
    const { body } = await shop.fireTimer('merging')
    expect(body).toEqual({ ok: true, value: { due: 0 } })
  })
})
