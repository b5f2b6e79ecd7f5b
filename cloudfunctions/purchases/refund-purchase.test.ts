import { auditorOf } from '../../dev/harness/auditor'
import { paidWithPoints } from '../../dev/harness/paid-with-points'
import { payWithPoints } from '../../dev/harness/paying-under-test'
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
import type { Input } from '../../shared/contract/contract'
import { MAX_REFUNDS } from '../../shared/limits'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
})
afterAll(() => shop.stop())

type Wish = Partial<Input<'purchases', 'refund'>>
const refund = (
  purchaseId: string,
  options: { as?: string; requestId?: string } = {},
  wish: Wish = {},
) =>
  shop.callPatiently('purchases.refund', { as: clerk, ...options, input: { purchaseId, ...wish } })
const part = (lineNo: number, amountFen: number): Wish => ({ lines: [{ lineNo, amountFen }] })

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

  it('takes all that is left or nothing after so many parts', async () => {
    const { purchaseId } = await newPurchase(80)
    await refund(purchaseId, {}, part(1, 1))
    const [stored] = await shop.find('purchases', { _id: purchaseId })
    const refunds = Array(MAX_REFUNDS - 1).fill([stored?.refunds].flat()[0])
    const refundedFen = refunds.length
    await auditorOf(shop).change('purchases', purchaseId, { refunds, refundedFen })
    const more = await refund(purchaseId, {}, part(1, 1))
    expect(more.answer).toMatchObject({ code: 'REFUND_PARTS', detail: { limitCount: 60 } })
    const { answer } = await refund(purchaseId)
    expect(answer).toMatchObject({ ok: true, value: { refundedFen: 8_001 - MAX_REFUNDS } })
  })

  it('refunds parts of lines: their money, and points that the rest would not earn', async () => {
    const { who, memberId } = await shop.newMember()
    const lines = [
      { title: '苹果', amountFen: 6_050 },
      { title: '香烟', amountFen: 4_000, isExcluded: true },
    ]
    const { purchaseId } = await shop.value('purchases.settle', {
      as: clerk,
      input: { memberCode: await shop.codeOf(who), billFen: 10_050, lines, freightFen: 600 },
    })
    const first = await refund(purchaseId, {}, part(1, 3_000))
    const told = { refundedFen: 3_000, clawedBackPoints: 30, balancePoints: 30 }
    expect(first.answer).toMatchObject({ ok: true, value: { ...told, couponReturned: false } })
    const smokes = await refund(purchaseId, {}, { ...part(2, 4_000), freightFen: 100 })
    expect(smokes.answer).toMatchObject({ value: { refundedFen: 4_100, clawedBackPoints: 0 } })
    const before = await shop.dump()
    const more = await refund(purchaseId, {}, part(1, 3_051))
    const detail = { lineNo: 1, leftFen: 3_050 }
    expect(more.answer).toMatchObject({ ok: false, code: 'REFUND_EXCEEDS', detail })
    expect(await shop.dump()).toBe(before)
    const { purchases } = await shop.value('purchases.recent', { as: clerk })
    const row = { state: 'partlyRefunded', refundedFen: 7_100 }
    expect(purchases.find((one) => one.purchaseId === purchaseId)).toMatchObject(row)
    const freight = await refund(purchaseId, {}, { freightFen: 200 })
    expect(freight.answer).toMatchObject({ value: { refundedFen: 200, clawedBackPoints: 0 } })
    const rest = await refund(purchaseId)
    expect(rest.answer).toMatchObject({ value: { refundedFen: 3_350, clawedBackPoints: 30 } })
    const [stored] = await shop.find('purchases', { _id: purchaseId })
    expect(stored).toMatchObject({ state: 'refunded', refundedFen: 10_650 })
    const entries = await shop.find('points_entries', { memberId, reason: 'purchaseRefunded' })
    expect(entries.map(({ _id }) => _id).sort()).toEqual(
      [1, 2, 3, 4].map((count) => `refund:${purchaseId}:${count}`),
    )
    expect((await shop.books()).balanced).toBe(true)
  })

  it('takes no more than there is when twenty parts are asked at once', async () => {
    const { who, purchaseId } = await newPurchase(100)
    const calls = await atOnce(20, () => refund(purchaseId, {}, part(1, 3_000)))
    expect(tallyOf(calls)).toEqual({ ok: 3, REFUND_EXCEEDS: 17 })
    expect(await shop.balanceOf(who)).toBe(10)
    const requestId = shop.fresh('request')
    const twice = await atOnce(10, () => refund(purchaseId, { requestId }, part(1, 400)))
    expect(tallyOf(twice)).toEqual({ ok: 10 })
    expect(differentAnswers(twice)).toBe(1)
    const other = await refund(purchaseId, { requestId }, part(1, 401))
    expect(other.answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.balanceOf(who)).toBe(6)
  })

  it('whole: makes unused gifts of the purchase void, and leaves a used one alone', async () => {
    const { who, memberId, purchaseId } = await newPurchase(60)
    await shop.value('gifts.claimPack', { as: who })
    const [pack] = await shop.find('coupons', { memberId })
    const uniqueOf = (_id: string) => ({ _id, couponCode: _id, claimKey: _id, requestKey: _id })
    const gift = (name: string, state: string) => ({
      ...{
        ...pack,
        ...uniqueOf(`${name}:${purchaseId}`),
        title: name,
        state,
        source: { kind: 'purchase', id: purchaseId },
      },
    })
    await shop.local.engine.insert('coupons', [gift('unused', 'issued'), gift('used', 'used')])
    await refund(purchaseId, {}, part(1, 1_000))
    const stateOf = async (name: string) =>
      (await shop.find('coupons', { _id: `${name}:${purchaseId}` }))[0]?.state
    expect(await stateOf('unused')).toBe('issued')
    const { answer } = await refund(purchaseId)
    const shown = { voidedGifts: ['unused'], isFull: true }
    expect(answer).toMatchObject({ ok: true, value: { shown, newDebtPoints: 0 } })
    expect([await stateOf('unused'), await stateOf('used')]).toEqual(['revoked', 'used'])
    expect((await shop.find('coupons', { _id: String(pack?._id) }))[0]?.state).toBe('issued')
  })

  it('returns spent points to their lots, for longer when the shop was the cause', async () => {
    const early = await paidWithPoints(shop)
    const kept = await refund(early.purchaseId, {}, part(1, 5_000))
    const returnedLots = [{ expiresOn: '2027-04-30', points: 50 }]
    const returned = { returnedPoints: 50, returnedLots }
    expect(kept.answer).toMatchObject({ ok: true, value: { shown: returned } })
    await shop.setClock('2027-05-10T02:00:00.000Z')
    const back = await refund(early.purchaseId, {}, { isShopFault: true })
    const lot = { fromOn: '2027-04-30', expiresOn: '2027-06-30', points: 50 }
    expect(back.answer).toMatchObject({ ok: true, value: { shown: { returnedLots: [lot] } } })
    const history = await shop.value('points.history', { as: early.who })
    expect(history.expiries).toMatchObject([{ expiresOn: '2027-06-30', points: 50 }])
    expect(history.entries[0]?.sentence).toBe(
      `在东店退款，退回当时抵扣的 50 积分（小票 ${early.receiptNo}）`,
    )
    expect((await shop.books()).balanced).toBe(true)
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
