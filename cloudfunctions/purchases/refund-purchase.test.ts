import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const refund = (purchaseId: string, options: { as?: string; requestId?: string } = {}) =>
  shop.callPatiently('purchases.refund', { as: clerk, ...options, input: { purchaseId } })

async function newPurchase(points: number) {
  const { who, memberId } = await shop.newMember()
  const { purchaseId } = await shop.earn(who, points)
  return { who, memberId, purchaseId }
}

describe('refunding a purchase', () => {
  it('takes its points back and tells both what they were', async () => {
    const { who, purchaseId } = await newPurchase(80)
    const { answer } = await refund(purchaseId)
    const value = { refundedFen: 8_000, clawedBackPoints: 80, newDebtPoints: 0, balancePoints: 0 }
    expect(answer).toMatchObject({ ok: true, value })
    expect(await shop.balanceOf(who)).toBe(0)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('turns points that were spent into debt, which the next purchase repays first', async () => {
    const { who, memberId, purchaseId } = await newPurchase(100)
    const rewardId = await shop.newReward({ pricePoints: 70 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const { answer } = await refund(purchaseId)
    const value = { clawedBackPoints: 100, newDebtPoints: 70, balancePoints: 0, debtPoints: 70 }
    expect(answer).toMatchObject({ ok: true, value })
    await shop.advanceClock(60_000)
    expect(await shop.earn(who, 50)).toMatchObject({ debtRepaidPoints: 50, balancePoints: 0 })
    await shop.advanceClock(60_000)
    expect(await shop.earn(who, 50)).toMatchObject({ debtRepaidPoints: 20, balancePoints: 30 })
    const [account] = await shop.find('points_accounts', { _id: memberId })
    expect(account).toMatchObject({ balancePoints: 30, debtPoints: 0 })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('has one effect and fifty equal answers when one request is sent fifty times', async () => {
    const { memberId, purchaseId } = await newPurchase(60)
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () => refund(purchaseId, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    const entries = await shop.find('points_entries', { memberId, reason: 'purchaseRefunded' })
    expect(entries).toHaveLength(1)
  })

  it('happens once among twenty different requests, and says when and by whom', async () => {
    const { who, purchaseId } = await newPurchase(60)
    const calls = await atOnce(20, () => refund(purchaseId))
    expect(tallyOf(calls)).toEqual({ ok: 1, PURCHASE_REFUNDED: 19 })
    const before = await shop.dump()
    const late = await refund(purchaseId, { as: manager })
    const detail = { staffName: '小东' }
    expect(late.answer).toMatchObject({ ok: false, code: 'PURCHASE_REFUNDED', detail })
    expect(await shop.dump()).toBe(before)
    expect(await shop.balanceOf(who)).toBe(0)
  })

  it('refuses the same request id for another purchase, and changes nothing', async () => {
    const first = await newPurchase(60)
    const second = await newPurchase(60)
    const requestId = shop.fresh('request')
    await refund(first.purchaseId, { requestId })
    const before = await shop.dump()
    const { answer } = await refund(second.purchaseId, { requestId })
    expect(answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.dump()).toBe(before)
  })

  it('gives the coupon back with at least seven days to use it', async () => {
    const { who } = await shop.newMember()
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const couponId = coupons[0]?.couponId
    await shop.advanceClock(28 * 86_400_000)
    const { purchaseId } = await shop.value('purchases.settle', {
      as: clerk,
      input: { memberCode: await shop.codeOf(who), billFen: 4_000, couponId },
    })
    const { answer } = await refund(purchaseId)
    expect(answer).toMatchObject({ ok: true, value: { couponReturned: true, refundedFen: 3_500 } })
    const wallet = await shop.value('coupons.wallet', { as: who })
    expect(wallet.todayOn).toBe('2026-04-07')
    expect(wallet.coupons[0]).toMatchObject({ state: 'issued', expiresOn: '2026-04-14' })
    await shop.advanceClock(60_000)
    const again = await shop.call('purchases.settle', {
      as: clerk,
      input: { memberCode: await shop.codeOf(who), billFen: 4_100, couponId },
    })
    expect(again.answer).toMatchObject({ ok: true, value: { couponOffFen: 500 } })
  })

  it('refuses the manager of another store only', async () => {
    const { purchaseId } = await newPurchase(60)
    const { who } = await shop.newMember()
    const appointment = { memberCode: await shop.codeOf(who), storeId: WEST, role: 'manager' }
    await shop.send('staff', { action: 'appoint', input: appointment }, { as: manager })
    const foreign = await refund(purchaseId, { as: who })
    expect(foreign.answer).toMatchObject({ ok: false, code: 'STORE_FOREIGN' })
  })

  it("refuses another store's clerk, one's own purchase, and what does not exist", async () => {
    const { purchaseId } = await newPurchase(60)
    const own = await shop.earn(clerk, 10)
    const before = await shop.dump()
    const foreign = await refund(purchaseId, { as: westClerk })
    expect(foreign.answer).toMatchObject({ ok: false, code: 'STORE_FOREIGN' })
    const self = await refund(own.purchaseId)
    expect(self.answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
    const absent = await refund('no-such-purchase')
    expect(absent.answer).toMatchObject({ ok: false, code: 'PURCHASE_NOT_FOUND' })
    expect(await shop.dump()).toBe(before)
    expect(own.storeId).toBe(EAST)
  })
})
