import { startTestCloud, type TestCloud } from '../harness/cloud'
import { auditBooks } from '../workbench/books'
import { demoGroups } from './communities'
import { communityOwner, manager, newcomer, quietShopper, shopper, wutongStaff } from './people'
import { demoTemplates } from './templates'

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
    const { messages, unreadCount } = await cloud.value('messages.inbox', { as: shopper })
    expect(messages.map(({ title }) => title)).toEqual(['到货了', '积分有调整', '兑换已过期'])
    expect(unreadCount).toBe(3)
  })

  it('keeps the newcomer a stranger, and one shopper with an expired coupon', async () => {
    expect((await cloud.value('members.home', { as: newcomer })).member).toBeNull()
    const { coupons } = await cloud.value('coupons.wallet', { as: quietShopper })
    expect(coupons.map(({ state }) => state)).toEqual(['expired'])
  })

  it('offers thirteen rewards: one sold out, one not yet on sale, one about to end', async () => {
    const { rewards } = await cloud.value('mall.rewards', { as: shopper })
    const titled = (state: string) =>
      rewards.filter(({ saleState }) => saleState === state).map(({ rewardId }) => rewardId)
    expect(rewards).toHaveLength(13)
    expect(rewards.filter(({ cashFen }) => cashFen > 0)).toMatchObject([
      { pricePoints: 500, cashFen: 990 },
    ])
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

  it('has two communities with an owner, their groups bound and their rules in force', async () => {
    const { communities } = await cloud.value('communities.mine', { as: communityOwner })
    expect(communities.map(({ name }) => name)).toEqual(
      demoGroups.map(({ community }) => community),
    )
    for (const { boundAt, rulesVersion, isRulesHeld } of communities) {
      expect(boundAt).not.toBeNull()
      expect([rulesVersion, isRulesHeld]).toEqual([1, false])
    }
  })

  it('has a drop that opens in some minutes, one sold out, one of last week', async () => {
    const { drops } = await cloud.value('drops.list', { as: communityOwner })
    expect(drops.map(({ state }) => state)).toEqual(['scheduled', 'soldOut', 'closed'])
    expect(drops.map(({ textState }) => textState)).toEqual(['approved', 'approved', 'approved'])
    const [coming, , lastWeek] = drops
    const inMs = Number(coming?.opensAt) - Date.parse(NOW)
    expect(inMs).toBeGreaterThan(3 * 60_000)
    expect(inMs).toBeLessThan(8 * 60_000)
    expect(lastWeek?.communities).toMatchObject([
      { quota: 5, claims: 4, redemptions: 3 },
      { quota: 5, claims: 3, redemptions: 2 },
    ])
  })

  it('shows the coming drop by the group’s card, and to a stranger from anywhere', async () => {
    const { drops } = await cloud.value('drops.list', { as: communityOwner })
    const input = { dropId: drops[0]?.dropId ?? '' }
    const group = demoGroups[0]?.opengid ?? ''
    const seen = await cloud.value('drops.show', { as: shopper, input, group })
    expect(seen).toMatchObject({ communityName: demoGroups[0]?.community, state: 'scheduled' })
    expect(seen.blockedBy?.code).toBe('DROP_NOT_OPEN')
    const outside = await cloud.value('drops.show', { as: newcomer, input })
    expect(outside.blockedBy?.code).toBe('MEMBER_REQUIRED')
  })

  it('has a scoreboard whose sales were lived', async () => {
    const { communities } = await cloud.value('communities.mine', { as: communityOwner })
    const boards = []
    for (const { communityId } of communities) {
      boards.push(
        await cloud.value('communities.board', { as: communityOwner, input: { communityId } }),
      )
    }
    expect(boards).toMatchObject([
      { claims: 6, redemptions: 3, salesFen: 7_260 + 5_660 + 6_320 - 3 * 1_000 },
      { claims: 5, redemptions: 2, salesFen: 6_850 + 8_990 - 2 * 1_000 },
    ])
    for (const { opens } of boards) expect(opens).toBeGreaterThan(4)
  })

  it('has told its community owner what has opened', async () => {
    const { messages } = await cloud.value('messages.inbox', { as: communityOwner })
    const opened = messages.filter(({ title }) => title === '社群福利已开抢')
    expect(opened).toHaveLength(2)
  })

  it('has lists: forty entries, one about to close, a shortage, one of each week', async () => {
    const { lists } = await cloud.value('lists.running', { as: shopper })
    const named = (words: string) => lists.find(({ title }) => title.includes(words))
    // One of the forty gave its place back.
    expect(named('草莓')).toMatchObject({ state: 'running', entryCount: 39 })
    const bread = named('吐司')
    expect(bread?.threshold).toEqual({ count: 20, reachedCount: 17 })
    expect(Number(bread?.cutOffAt) - Date.parse(NOW)).toBeLessThan(30 * 60_000)
    expect(named('时令菜')).toMatchObject({ state: 'running', entryCount: 0 })
    const { lists: over } = await cloud.value('lists.running', {
      ...{ as: shopper, input: { which: 'over' } },
    })
    expect(over.map(({ state }) => state).sort()).toEqual(['arrived', 'ordered'])
    const { lines, pickupCode } = await cloud.value('lists.mine', { as: shopper })
    expect(lines.map(({ itemName }) => itemName)).toEqual(['土鸡蛋'])
    expect(pickupCode).toMatch(/^\d{12}$/)
  })

  it('has templates of every kind', () => {
    const kinds = [...new Set(demoTemplates.map(({ kind }) => kind))].sort()
    expect(kinds).toEqual(['amountOff', 'exchange', 'freight', 'gift', 'percent'])
  })

  it('has a clerk who serves at one store', async () => {
    const me = await cloud.value('staff.me', { as: wutongStaff })
    expect(me.stores.map(({ storeId }) => storeId)).toEqual(['wutong'])
    expect(me.isManager).toBe(false)
  })

  it('lets the day after bring a birthday and wake who slept', async () => {
    const { tier, gapText } = await cloud.value('tiers.mine', { as: 'demo-sun' })
    expect([tier.tierId, gapText]).toEqual(['plain', '还差 ¥80.5，升银卡'])
    const { rules } = await cloud.value('gifts.rules', { as: manager })
    expect(rules.map(({ published }) => published?.title)).toContain('中秋团圆礼')
    const before = await cloud.value('points.history', { as: 'demo-wu' })
    await cloud.advanceClock(86_400_000)
    await cloud.fireTimer('gifts')
    const after = await cloud.value('points.history', { as: 'demo-wu' })
    expect(after.balancePoints - before.balancePoints).toBe(88)
    const { gifts } = await cloud.value('gifts.waiting', { as: 'demo-he' })
    expect(gifts.map(({ title }) => title)).toEqual(['好久不见'])
  })
})
