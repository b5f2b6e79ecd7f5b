import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { payingIn, payWithPoints } from '../../dev/harness/paying-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
})
afterAll(() => shop.stop())

const { given, offer, offered, take, toldTo, walletOf, withdraw } = couponsOf(() => shop)
const { answer: answerProposal, newPayer, propose } = payingIn(() => shop)
const reason = '印错了日期'

async function voidBatchOf(couponId: string): Promise<void> {
  const [coupon] = await shop.find('coupons', { _id: couponId })
  const input = { batchId: String(coupon?.batchId), reason }
  await shop.value('coupons.voidBatch', { as: manager, input })
}
const settle = async (who: string, couponId: string) =>
  shop.call('purchases.settle', {
    as: clerk,
    input: { memberCode: await shop.codeOf(who), billFen: 4_000, couponId },
  })
/** Long enough for the batch to be over. */
const later = async () => {
  await shop.advanceClock(121_000)
  await shop.fireTimer('coupons')
}

describe('a coupon whose batch was voided while it was away', () => {
  it('does not come back with the refund of its purchase, and the preview says so', async () => {
    const { who, couponId } = await given(fiveOff)
    const { answer } = await settle(who, couponId)
    const purchaseId = answer.ok ? answer.value.purchaseId : ''
    await voidBatchOf(couponId)
    await later()
    const asked = { as: clerk, input: { purchaseId } }
    const { shown, previewHash } = await shop.value('purchases.previewRefund', asked)
    expect(shown).toMatchObject({ coupons: [], withdrawnCoupons: [fiveOff.title] })
    const wish = { as: clerk, input: { purchaseId, previewHash } }
    const refunded = await shop.value('purchases.refund', wish)
    expect(refunded).toMatchObject({ couponReturned: false, shown })
    expect(await walletOf(who)).toMatchObject([{ couponId, state: 'revoked', revoked: { reason } }])
    expect(await toldTo(who)).toEqual(['优惠券已作废'])
  })

  it('is withdrawn when its owner takes her offer back, and never offered again', async () => {
    const { who, couponId, offerId } = await offered()
    await voidBatchOf(couponId)
    expect((await withdraw(who, offerId)).answer).toMatchObject({ ok: true })
    expect(await walletOf(who)).toMatchObject([{ couponId, state: 'revoked', revoked: { reason } }])
    expect((await settle(who, couponId)).answer).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    expect((await offer(who, couponId)).answer).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    expect((await toldTo(who))[0]).toBe('优惠券已作废')
  })

  it('cannot be kept by offering it anew once the hold has lapsed', async () => {
    const { who, couponId } = await offered()
    await voidBatchOf(couponId)
    await shop.advanceClock(86_400_000)
    expect((await offer(who, couponId)).answer).toMatchObject({ code: 'BATCH_VOIDED' })
  })

  it('is no friend’s any more', async () => {
    const { who, couponId, offerId } = await offered()
    await voidBatchOf(couponId)
    const friend = await shop.newMember()
    expect((await take(friend.who, offerId)).answer).toMatchObject({ code: 'BATCH_VOIDED' })
    expect(await walletOf(friend.who)).toEqual([])
    await shop.advanceClock(86_400_000)
    await shop.fireTimer('coupons')
    expect(await walletOf(who)).toMatchObject([{ couponId, state: 'revoked' }])
    expect(await toldTo(who)).toEqual(['优惠券已作废', '优惠券已送出'])
  })

  it('is withdrawn by her no to the points that it waited with', async () => {
    const payer = await newPayer()
    const { couponId } = await given(fiveOff, payer.who)
    const asked = { ticket: payer.ticket, couponIds: [couponId], paidPoints: 500 }
    const { answer } = await propose(asked)
    if (!answer.ok) throw new Error(answer.code)
    await voidBatchOf(couponId)
    expect(await walletOf(payer.who)).toMatchObject([{ couponId, state: 'held' }])
    await answerProposal(payer.who, answer.value.proposalId, false)
    expect(await walletOf(payer.who)).toMatchObject([{ couponId, state: 'revoked' }])
  })
})
