import { checkinOf, costOf } from '../../dev/harness/checkin-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newShop } from '../../shared/rules/shop'

let shop: ShopUnderTest
beforeAll(async () => {
  const memberDay = { days: [8, 18, 28], percent: 200 }
  shop = await openShop({ shop: { earnRule: { ...newShop.earnRule, memberDay } } })
})
afterAll(() => shop.stop())

const { show, mend, memberWith, daysAgo } = checkinOf(() => shop)

describe('a month of check-ins', () => {
  it('is this one unless another is asked for, each day with its state and reason', async () => {
    const { who } = await memberWith([2, 3, 12], 30)
    await mend(who, daysAgo(1))
    const month = await show(who)
    expect(month).toMatchObject({
      ...{ todayOn: '2026-03-10', month: '2026-03', joinedMonth: '2026-02' },
      ...{ checkedIn: false, streakDays: 3, makeUpLeft: 0, nextPoints: 3 },
      nextReward: { inDays: 4, points: 20 },
    })
    expect(month.days).toHaveLength(31)
    expect(month.days.slice(5, 11)).toEqual([
      { on: '2026-03-06', state: 'missed', reason: '本月的补签卡已用完' },
      { on: '2026-03-07', state: 'checkedIn' },
      { on: '2026-03-08', state: 'checkedIn', event: '会员日' },
      { on: '2026-03-09', state: 'madeUp', reason: '3 月 10 日用补签卡补签' },
      { on: '2026-03-10', state: 'open' },
      { on: '2026-03-11', state: 'ahead' },
    ])
    const before = await show(who, '2026-02')
    expect(before.days.map(({ state }) => state)).toEqual([
      ...Array(7).fill('before'),
      ...Array(18).fill('missed'),
      'checkedIn',
      ...Array(2).fill('missed'),
    ])
  })

  it('costs 2 calls and nothing written, for who never checked in as well', async () => {
    const { who } = await shop.newMember()
    expect(costOf(await shop.call('checkin.show', { as: who }))).toBe('2 calls, 0 written')
    expect(await show(who)).toMatchObject({ streakDays: 0, makeUpLeft: 1, nextPoints: 2 })
  })
})
