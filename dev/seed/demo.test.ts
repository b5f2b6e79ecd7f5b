import { startTestCloud, type TestCloud } from '../harness/cloud'
import { auditBooks } from '../workbench/books'
import { newcomer, quietShopper, shopper, wutongStaff } from './people'

const NOW = '2026-11-21T02:00:00.000Z'

describe('the demo shop', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ seed: 'demo', now: NOW })
  })
  afterAll(() => cloud?.stop())

  it('has books that balance, with debt, refunds and redemptions in them', async () => {
    const report = await auditBooks(cloud.local.engine)
    expect(report.balanced).toBe(true)
    expect(report.debtPoints).toBeGreaterThan(0)
    expect(report.reversedPoints).toBeGreaterThan(0)
    expect(report.redeemedPoints).toBeGreaterThan(0)
  })

  it('ends at the time at which it began', () => {
    expect(Math.abs(cloud.local.clock.now() - Date.parse(NOW))).toBeLessThan(60_000)
  })

  it('leaves the shopper points to spend, some about to expire, and a waiting reward', async () => {
    const home = await cloud.value('members.home', { as: shopper })
    expect(home.balancePoints).toBeGreaterThan(1_000)
    expect(home.expiringSoon?.points).toBeGreaterThan(0)
    expect(home.waitingPickupCount).toBe(1)
    expect(home.usableCouponCount).toBeGreaterThanOrEqual(2)
  })

  it('has told the shopper what happened while she looked elsewhere', async () => {
    const { messages, unreadCount } = await cloud.value('messages.list', { as: shopper })
    expect(messages.map(({ title }) => title)).toEqual(['积分有调整', '兑换已过期'])
    expect(unreadCount).toBe(2)
  })

  it('keeps the newcomer a stranger, and one shopper with an expired coupon', async () => {
    expect((await cloud.value('members.home', { as: newcomer })).member).toBeNull()
    const { coupons } = await cloud.value('coupons.wallet', { as: quietShopper })
    expect(coupons.map(({ state }) => state)).toEqual(['expired'])
  })

  it('offers twelve rewards: one sold out, one not yet on sale, one about to end', async () => {
    const { rewards } = await cloud.value('mall.rewards', { as: shopper })
    const titled = (state: string) =>
      rewards.filter(({ saleState }) => saleState === state).map(({ rewardId }) => rewardId)
    expect(rewards).toHaveLength(12)
    expect(titled('soldOut')).toEqual(['mug'])
    expect(titled('upcoming')).toEqual(['oil'])
    expect(rewards.filter(({ saleUntilOn }) => saleUntilOn !== null)).toHaveLength(1)
  })

  it('has a purchase with several lines, one of which earns nothing', async () => {
    const { purchases } = await cloud.value('purchases.recent', { as: wutongStaff })
    const purchaseId = purchases.find(({ billFen }) => billFen === 5_860)?.purchaseId ?? ''
    const input = { purchaseId, isShopFault: false }
    const { purchase } = await cloud.value('purchases.previewRefund', { as: wutongStaff, input })
    expect(purchase.lines).toHaveLength(5)
    expect(purchase.earnedPoints).toBe(57)
  })

  it('has a clerk who serves at one store', async () => {
    const me = await cloud.value('staff.me', { as: wutongStaff })
    expect(me.stores.map(({ storeId }) => storeId)).toEqual(['wutong'])
    expect(me.isManager).toBe(false)
  })
})
