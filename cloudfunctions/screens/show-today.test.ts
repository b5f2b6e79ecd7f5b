import { rewardsOf } from '../../dev/harness/rewards-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const today = (as = manager) => shop.value('staff.today', { as })

describe("today at the top of the manager's desk", () => {
  it('is all nought in a shop where nothing happened', async () => {
    expect(await today()).toMatchObject({
      todayOn: '2026-03-10',
      sales: { purchaseCount: 0, paidFen: 0 },
      points: { inPoints: 0, outPoints: 0 },
      pickupCount: 0,
      closings: { missingCount: 0, first: null },
      approvals: { adjustments: 0, texts: 0, invitations: 0, goods: 0, damages: 0 },
    })
  })

  it('adds up what members bought, who joined, points in and out, and what waits', async () => {
    const before = await today()
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 300)
    const refund = { purchaseId, lines: [{ lineNo: 1, amountFen: 10_000 }] }
    await shop.value('purchases.refund', { as: clerk, input: refund })
    const rewardId = await rewardsOf(shop).stocked({ pricePoints: 50 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const after = await today()
    expect(after).toMatchObject({
      sales: { purchaseCount: 1, paidFen: 20_000 },
      joinedCount: before.joinedCount + 1,
      points: { inPoints: 300, outPoints: 150 },
      pickupCount: 1,
    })
    await shop.advanceClock(DAY_MS)
    expect(await today()).toMatchObject({
      sales: { purchaseCount: 0, paidFen: 0 },
      joinedCount: 0,
      points: { inPoints: 0, outPoints: 0 },
      pickupCount: 1,
    })
  })

  it('tells of a till that nobody closed, until somebody does', async () => {
    const { who } = await shop.newMember()
    await shop.earn(who, 100)
    expect((await today()).closings.missingCount).toBe(0)
    await shop.advanceClock(DAY_MS)
    const first = { storeId: EAST, businessOn: '2026-03-10' }
    expect((await today()).closings).toMatchObject({ missingCount: 1, first })
    const typed = { receiptCount: 1, amountFen: 10_000, refundFen: 0, couponFen: 0, pointsFen: 0 }
    const seen = { seenCount: 1, seenPaidFen: 10_000, seenRefundFen: 0 }
    const nobodyElse = { nonMemberCount: 0, nonMemberFen: 0, footfallCount: 1 }
    const input = { ...first, tillNo: '-', ...typed, ...seen, ...nobodyElse }
    await shop.value('closings.signClosing', { as: manager, input })
    expect((await today()).closings).toEqual({ missingCount: 0, first: null })
  })

  it('counts what waits for her word, and not what she asked for herself', async () => {
    await shop.appointManager('second-manager')
    const { who } = await shop.newMember()
    await shop.adjust(who, 2_000, { as: 'second-manager' })
    expect((await today()).approvals.adjustments).toBe(1)
    expect((await today('second-manager')).approvals.adjustments).toBe(0)
  })

  it('is no clerk’s to see, and costs thirteen calls at once', async () => {
    const { answer } = await shop.call('staff.today', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    const warm = await shop.call('staff.today', { as: manager })
    expect(`${warm.dbCalls} calls, ${warm.docsWritten} written`).toBe('13 calls, 0 written')
  })
})
