import { inboxOf } from '../../dev/harness/inbox-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { businessDateOf } from '../../shared/business-date'

const EARNED_AT = '2026-03-10T02:00:00.000Z'
/** Points earned in March 2026 live until 2027-03-31. */
const on = (date: string) => `${date}T02:00:00.000Z`

let shop: ShopUnderTest
let held: { who: string; memberId: string }
let frozen: { who: string; memberId: string }
let missed: { who: string; memberId: string }
let spent: { who: string; memberId: string }
beforeAll(async () => {
  shop = await openShop({ now: EARNED_AT })
  held = await shop.newMember(80)
  frozen = await shop.newMember(80)
  const input = { memberNumber: await shop.numberOf(frozen.who), reason: '核对' }
  await shop.value('points.freeze', { as: manager, input })
  await shop.setClock(on('2026-04-10'))
  missed = await shop.newMember(80)
  spent = await shop.newMember(100)
  const rewardId = await shop.newReward({ pricePoints: 100 })
  await shop.value('mall.redeem', { as: spent.who, input: { rewardId } })
})
afterAll(() => shop.stop())

const noticesOf = (who: string) => inboxOf(shop, who)
const told = (points: number, lastDay: string) =>
  `您有 ${points} 积分用到${lastDay}为止，兑换礼品或消费时抵扣都可以 · 未读`
const nightOf = async (date: string) => {
  await shop.setClock(on(date))
  return shop.fireTimer('points')
}
/** Accounts put there directly, which are looked at for a notice from a date on. */
const insertAccounts = (count: number, expiresOn: string, nextNoticeOn: string) =>
  shop.local.engine.insert(
    'points_accounts',
    Array.from({ length: count }, () => ({
      _id: shop.fresh('account'),
      balancePoints: 10,
      lots: [{ expiresOn, points: 10 }],
      nextExpiresOn: expiresOn,
      nextReleasesOn: null,
      nextNoticeOn,
    })),
  )
const insertIdle = (count: number) => insertAccounts(count, '2029-12-31', '2029-12-01')

describe('notices of points that will expire', () => {
  it('are told 30 and 7 days ahead, once each, however often the job runs', async () => {
    await nightOf('2027-02-28')
    expect(await noticesOf(held.who)).toEqual([])
    await nightOf('2027-03-01')
    await Promise.all([shop.fireTimer('points'), shop.fireTimer('points')])
    expect(await noticesOf(held.who)).toEqual([told(80, '2027年3月31日')])
    await nightOf('2027-03-24')
    await nightOf('2027-03-25')
    const twice = Array(2).fill(told(80, '2027年3月31日'))
    expect(await noticesOf(held.who)).toEqual(twice)
    const messages = await shop.find('messages', { memberId: held.memberId })
    const days = messages.map(({ at, delivery }) => `${businessDateOf(Number(at))} ${delivery}`)
    expect(days.sort()).toEqual(['2027-03-01 waiting', '2027-03-24 waiting'])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('are not told while she is frozen, since nothing expires', async () => {
    expect(await noticesOf(frozen.who)).toEqual([])
  })

  it('are made up for after a missed night, and not for points that are spent', async () => {
    await nightOf('2027-04-05')
    expect(await noticesOf(missed.who)).toEqual([told(80, '2027年4月30日')])
    expect(await noticesOf(spent.who)).toEqual([])
  })

  it('cost a run that examines only what is due, whoever else has an account', async () => {
    await insertIdle(400)
    await nightOf('2027-04-06')
    await insertAccounts(3, '2027-04-30', '2027-03-31')
    const { headers } = await shop.fireTimer('points')
    const at = Date.parse(on('2027-04-06'))
    const since = { kind: 'pointsExpiring', at: { $gte: at } }
    expect(await shop.find('messages', since)).toHaveLength(3)
    // Each is found, read in its transaction and written; and the questions of the run.
    expect(Number(headers['x-docs-examined'])).toBeLessThanOrEqual(20)
  })
})
