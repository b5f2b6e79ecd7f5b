import { auditorOf } from '../../dev/harness/auditor'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const undo = (mergeId: string, requestId = shop.fresh('undo')) =>
  shop.callPatiently('merging.undo', { as: manager, requestId, input: { mergeId } })

async function merged(pointsOfA = 60, pointsOfB = 5) {
  const a = await shop.newMember(pointsOfA)
  const b = await shop.newMember(pointsOfB)
  await shop.value('gifts.claimPack', { as: a.who })
  const before = await lotsOf(a.memberId, b.memberId)
  const input = {
    fromNumber: await shop.numberOf(a.who),
    toNumber: await shop.numberOf(b.who),
    reason: '换了手机号',
  }
  const { mergeId } = await shop.value('merging.merge', { as: manager, input })
  return { a, b, before, mergeId }
}

async function lotsOf(...ids: readonly string[]) {
  const lots = []
  for (const _id of ids) {
    const [account] = await shop.find('points_accounts', { _id })
    lots.push(account?.lots ?? [])
  }
  return lots
}

describe('undoing a merge', () => {
  it('restores both sides lot by lot, with what belongs to each; and the phone works', async () => {
    const { a, b, before, mergeId } = await merged()
    await shop.advanceClock(DAY_MS)
    const first = await undo(mergeId, 'undo-once')
    expect(first.answer).toMatchObject({ ok: true, value: { state: 'undone' } })
    expect((await undo(mergeId, 'undo-once')).answer).toEqual(first.answer)
    expect(await lotsOf(a.memberId, b.memberId)).toEqual(before)
    expect(await shop.find('coupons', { memberId: a.memberId })).toHaveLength(1)
    expect(await shop.find('purchases', { memberId: a.memberId })).toHaveLength(1)
    expect(await shop.find('purchases', { memberId: b.memberId })).toHaveLength(1)
    const home = await shop.value('members.home', { as: a.who })
    expect(home).toMatchObject({ balancePoints: 160, pack: { state: 'claimed' } })
    expect(await shop.value('members.home', { as: b.who })).toMatchObject({
      pack: { state: 'claimable' },
    })
    expect((await undo(mergeId)).answer).toMatchObject({ code: 'MERGE_UNDONE' })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('gives back the room of the caps, and the receipts of a month', async () => {
    const a = await shop.newMember(60)
    const b = await shop.newMember(5)
    const bring = async (who: string) => {
      const receipt = { receiptOn: '2026-03-09', receiptNo: shop.fresh('R'), billFen: 100 }
      const input = { ...receipt, memberCode: await shop.codeOf(who) }
      const { answer } = await shop.call('purchases.bookForgotten', { as: clerk, input })
      return answer.ok || answer.code
    }
    expect([await bring(a.who), await bring(a.who), await bring(b.who)]).toEqual([true, true, true])
    const counted = async () => {
      const [account] = await shop.find('points_accounts', { _id: b.memberId })
      return [account?.earned, account?.forgotten]
    }
    const before = await counted()
    const input = {
      fromNumber: await shop.numberOf(a.who),
      toNumber: await shop.numberOf(b.who),
      reason: '换了手机号',
    }
    const { mergeId } = await shop.value('merging.merge', { as: manager, input })
    expect(await bring(b.who)).toBe('RECEIPT_MONTH_CAP')
    expect((await undo(mergeId)).answer).toMatchObject({ ok: true })
    expect((await counted())[1]).toEqual(before[1])
    expect((await counted())[0]).toMatchObject({ dayPoints: 5, monthPoints: 6 })
    expect(await bring(b.who)).toBe(true)
  })

  it('refuses with what is in the way: spent points, a used coupon, a refund', async () => {
    const spent = await merged()
    const rewardId = await shop.newReward({ pricePoints: 150 })
    await shop.value('mall.redeem', { as: spent.b.who, input: { rewardId } })
    const refunded = await merged()
    const [purchase] = await shop.find('purchases', { mergeId: refunded.mergeId })
    const purchaseId = String(purchase?._id)
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    const before = await shop.dump()
    expect((await undo(spent.mergeId)).answer).toMatchObject({
      code: 'MERGE_SPENT',
      detail: { missingPoints: 145 },
    })
    expect((await undo(refunded.mergeId)).answer).toMatchObject({ code: 'MERGE_CHANGED' })
    expect((await undo('no-such-merge')).answer).toMatchObject({ code: 'MERGE_NOT_FOUND' })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses when a ticket from before the merge was settled after it', async () => {
    const [a, b] = [await shop.newMember(60), await shop.newMember(5)]
    await shop.advanceClock(60_000)
    const memberCode = await shop.codeOf(a.who)
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const fromNumber = await shop.numberOf(a.who)
    const input = { fromNumber, toNumber: await shop.numberOf(b.who), reason: '换了手机号' }
    const { mergeId } = await shop.value('merging.merge', { as: manager, input })
    await shop.value('purchases.settle', { as: clerk, input: { ticket, billFen: 1_000 } })
    expect((await undo(mergeId)).answer).toMatchObject({ code: 'MERGE_CHANGED' })
  })

  it('is refused after seven days, and while another merge stands on it', async () => {
    const { b, mergeId } = await merged()
    const c = await shop.newMember()
    const input = {
      fromNumber: await shop.numberOf(b.who),
      toNumber: await shop.numberOf(c.who),
      reason: '又换了',
    }
    const on = await shop.call('merging.merge', { as: manager, input })
    expect(on.answer).toMatchObject({ code: 'MERGE_RECENT' })
    await shop.advanceClock(7 * DAY_MS + 1)
    expect((await undo(mergeId)).answer).toMatchObject({ code: 'MERGE_UNDO_OVER' })
    const later = await shop.call('merging.merge', { as: manager, input })
    expect(later.answer).toMatchObject({ ok: true, value: { points: 165 } })
  })

  it('leaves books that the night finds 账平', async () => {
    const { night, latest } = auditorOf(shop)
    await night()
    expect(await latest()).toMatchObject({ isBalanced: true, findings: [] })
  })
})
