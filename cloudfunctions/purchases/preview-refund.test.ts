import { paidWithPoints } from '../../dev/harness/paid-with-points'
import { payWithPoints } from '../../dev/harness/paying-under-test'
import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  westClerk,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
})
afterAll(() => shop.stop())

type Wish = Omit<Input<'purchases', 'refund'>, 'previewHash'>
const preview = (input: Wish) => shop.value('purchases.previewRefund', { as: clerk, input })
const refund = (input: Input<'purchases', 'refund'>, options: { requestId?: string } = {}) =>
  shop.callPatiently('purchases.refund', { as: clerk, ...options, input })

describe('the preview of a refund', () => {
  it('shows everything that the refund then does, and changes nothing', async () => {
    const { who, purchaseId } = await paidWithPoints(shop)
    const rewardId = await shop.newReward({ pricePoints: 40 })
    await shop.value('mall.redeem', { as: who, requestId: shop.fresh('r'), input: { rewardId } })
    const before = await shop.dump()
    const { purchase, shown, previewHash } = await preview({ purchaseId })
    expect(await preview({ purchaseId })).toMatchObject({ shown, previewHash })
    expect(await shop.dump()).toBe(before)
    expect(purchase).toMatchObject({ paidFen: 9_900, refundedFen: 0, pointsPaid: 100 })
    expect(purchase.lines).toMatchObject([{ lineNo: 1, title: '商品', leftFen: 10_000 }])
    expect(shown).toMatchObject({
      ...{ moneyFen: 9_900, isFull: true, clawbackPoints: 99, newDebtPoints: 40 },
      takenLots: [{ expiresOn: '2027-03-31', points: 59 }],
      returnedLots: [{ fromOn: '2027-03-31', expiresOn: '2027-03-31', points: 100 }],
      ...{ debtRepaidPoints: 40, balancePoints: 60, debtPoints: 0, coupons: [] },
    })
    const { answer } = await refund({ purchaseId, previewHash })
    expect(answer).toMatchObject({ ok: true, value: { shown, refundedFen: 9_900 } })
    const history = await shop.value('points.history', { as: who })
    expect(history).toMatchObject({ balancePoints: 60, debtPoints: 0 })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is of the lines that are named, and of what is left after them', async () => {
    const { who } = await shop.newMember()
    const lines = [
      { title: '苹果', amountFen: 6_000 },
      { title: '牛奶', amountFen: 4_000 },
    ]
    const { purchaseId } = await shop.value('purchases.settle', {
      as: clerk,
      input: { memberCode: await shop.codeOf(who), billFen: 10_000, lines },
    })
    const wish = { purchaseId, lines: [{ lineNo: 2, amountFen: 4_000 }] }
    const { shown, previewHash } = await preview(wish)
    expect(shown).toMatchObject({ moneyFen: 4_000, clawbackPoints: 40, isFull: false })
    // The hash is of this part, not of the whole.
    const whole = await refund({ purchaseId, previewHash })
    expect(whole.answer).toMatchObject({ ok: false, code: 'PREVIEW_STALE' })
    await refund({ ...wish, previewHash })
    const freight = await shop.call('purchases.previewRefund', {
      as: clerk,
      input: { purchaseId, freightFen: 1 },
    })
    expect(freight.answer).toMatchObject({ code: 'REFUND_EXCEEDS', detail: { leftFen: 0 } })
    const rest = await preview({ purchaseId })
    expect(rest.shown).toMatchObject({ moneyFen: 6_000, clawbackPoints: 60, isFull: true })
    expect(rest.purchase.lines.map(({ leftFen }) => leftFen)).toEqual([6_000, 0])
  })

  it.each<[string, (purchaseId: string, who: string) => Promise<unknown>]>([
    ['spent', (_id, who) => shop.adjust(who, -10)],
    ['earned', (_id, who) => shop.adjust(who, 10)],
    [
      'got a part back',
      (purchaseId) => refund({ purchaseId, lines: [{ lineNo: 1, amountFen: 1 }] }),
    ],
  ])('is stale once she has %s: the refund refuses and leaves no trace', async (_what, move) => {
    const { who, purchaseId } = await paidWithPoints(shop)
    const seen = await preview({ purchaseId })
    await move(purchaseId, who)
    const before = await shop.dump()
    const { answer } = await refund({ purchaseId, previewHash: seen.previewHash })
    expect(answer).toMatchObject({
      ok: false,
      code: 'PREVIEW_STALE',
      message: '有变化，请重新查看',
    })
    expect(await shop.dump()).toBe(before)
    const { previewHash } = await preview({ purchaseId })
    expect((await refund({ purchaseId, previewHash })).answer.ok).toBe(true)
  })

  it('is stale once the coupon would live longer', async () => {
    const { who } = await shop.newMember()
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const { purchaseId } = await shop.value('purchases.settle', {
      as: clerk,
      input: {
        memberCode: await shop.codeOf(who),
        billFen: 4_000,
        couponId: coupons[0]?.couponId,
      },
    })
    await shop.advanceClock(26 * 86_400_000)
    const { shown, previewHash } = await preview({ purchaseId })
    expect(shown.coupons).toMatchObject([{ title: '新人满30减5元券' }])
    await shop.advanceClock(86_400_000)
    const { answer } = await refund({ purchaseId, previewHash })
    expect(answer).toMatchObject({ ok: false, code: 'PREVIEW_STALE' })
  })

  it('lets one of ten through that confirm the same, and a retry of it', async () => {
    const { purchaseId } = await paidWithPoints(shop)
    const { previewHash } = await preview({ purchaseId })
    const calls = await atOnce(10, () => refund({ purchaseId, previewHash }))
    expect(tallyOf(calls)).toEqual({ ok: 1, PURCHASE_REFUNDED: 9 })
    const other = await paidWithPoints(shop)
    const seen = await preview({ purchaseId: other.purchaseId })
    const requestId = shop.fresh('request')
    const wish = { purchaseId: other.purchaseId, previewHash: seen.previewHash }
    const first = await refund(wish, { requestId })
    // After a lost answer the phone may have looked again, or not: it is the same request.
    const again = await refund({ ...wish, previewHash: 'a'.repeat(32) }, { requestId })
    expect(again.answer).toEqual(first.answer)
  })

  it('is refused to whom the refund is refused', async () => {
    const { purchaseId } = await paidWithPoints(shop)
    const own = await shop.earn(clerk, 10)
    const asked = async (input: Wish, as = clerk) =>
      (await shop.call('purchases.previewRefund', { as, input })).answer
    expect(await asked({ purchaseId }, westClerk)).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await asked({ purchaseId: own.purchaseId })).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await asked({ purchaseId: 'none' })).toMatchObject({ code: 'PURCHASE_NOT_FOUND' })
    expect(await asked({ purchaseId, lines: [] })).toMatchObject({ code: 'INPUT_INVALID' })
    await refund({ purchaseId })
    expect(await asked({ purchaseId }, manager)).toMatchObject({ code: 'PURCHASE_REFUNDED' })
  })
})
