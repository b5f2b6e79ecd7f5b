import { importsOf } from '../../dev/harness/import-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newShop } from '../../shared/rules/shop'

const EARNED_AT = '2026-03-10T02:00:00.000Z'
/** Points earned in March 2026 live until 2027-03-31: this is half past midnight after it. */
const DAY_AFTER = '2027-03-31T16:30:00.000Z'
const LAST_EVENING = '2027-03-31T15:00:00.000Z'

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop({ now: EARNED_AT })
})
afterEach(() => shop.stop())

const accountOf = async (memberId: string) =>
  (await shop.find('points_accounts', { _id: memberId }))[0]
const expiriesOf = (memberId: string) => shop.find('points_entries', { memberId, reason: 'expiry' })

describe('the nightly expiry', () => {
  it('enters what ran out, once, however often it runs', async () => {
    const { who, memberId } = await shop.newMember(80)
    await shop.setClock(DAY_AFTER)
    await shop.fireTimer('points')
    await shop.fireTimer('points')
    expect(await expiriesOf(memberId)).toHaveLength(1)
    expect(await accountOf(memberId)).toMatchObject({ balancePoints: 0, lots: [] })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]).toMatchObject({ kind: 'expire', points: -80, balanceAfterPoints: 0 })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('leaves points alone on their last day', async () => {
    const { who, memberId } = await shop.newMember(80)
    await shop.setClock(LAST_EVENING)
    await shop.fireTimer('points')
    expect(await accountOf(memberId)).toMatchObject({ balancePoints: 80, seq: 1 })
    expect(await shop.balanceOf(who)).toBe(80)
  })

  it('is not waited for: what ran out cannot be spent before it runs', async () => {
    const { who } = await shop.newMember(80)
    const rewardId = await shop.newReward({ pricePoints: 80 })
    await shop.setClock(DAY_AFTER)
    expect(await shop.balanceOf(who)).toBe(0)
    const { answer } = await shop.call('mall.redeem', { as: who, input: { rewardId } })
    expect(answer).toMatchObject({ ok: false, code: 'POINTS_INSUFFICIENT' })
  })

  it('reads only accounts with something due', async () => {
    await shop.newMember(80)
    const idle = await shop.newMember()
    await shop.setClock(DAY_AFTER)
    const late = await shop.newMember(20)
    await shop.fireTimer('points')
    expect(await expiriesOf(idle.memberId)).toEqual([])
    expect(await shop.balanceOf(late.who)).toBe(20)
  })
})

describe('the nightly release', () => {
  const NEXT_WEEK = '2026-03-17T02:00:00.000Z'
  const EVENING_BEFORE = '2026-03-16T15:00:00.000Z'
  const pendingDays = 7

  beforeEach(async () => {
    await shop.stop()
    const earnRule = { ...newShop.earnRule, pendingDays }
    shop = await openShop({ now: EARNED_AT, shop: { earnRule } })
  })

  it('enters what was promised on its day, once, however often it runs', async () => {
    const { who, memberId } = await shop.newMember(80)
    expect(await accountOf(memberId)).toMatchObject({ balancePoints: 0, pendingPoints: 80 })
    await shop.setClock(EVENING_BEFORE)
    await shop.fireTimer('points')
    expect(await accountOf(memberId)).toMatchObject({ balancePoints: 0, pendingPoints: 80 })
    await shop.setClock(NEXT_WEEK)
    await Promise.all([shop.fireTimer('points'), shop.fireTimer('points')])
    expect(await accountOf(memberId)).toMatchObject({
      balancePoints: 80,
      pendingPoints: 0,
      nextReleasesOn: null,
      lots: [{ expiresOn: '2027-03-31', points: 80 }],
    })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries.map(({ kind, points }) => [kind, points])).toEqual([
      ['release', 80],
      ['earn', 0],
    ])
    expect(entries[0]?.sentence).toContain('在东店消费的 80 积分到账')
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is not waited for: on the day itself the points are shown and spent', async () => {
    const { who } = await shop.newMember(80)
    const rewardId = await shop.newReward({ pricePoints: 80 })
    const redeem = () => shop.call('mall.redeem', { as: who, input: { rewardId } })
    expect((await redeem()).answer).toMatchObject({ code: 'POINTS_INSUFFICIENT' })
    const { pending, balancePoints } = await shop.value('points.history', { as: who })
    expect(pending).toMatchObject([{ points: 80, releasesOn: '2026-03-17', storeName: '东店' }])
    expect(balancePoints).toBe(0)
    await shop.setClock(NEXT_WEEK)
    expect(await shop.balanceOf(who)).toBe(80)
    expect((await redeem()).answer).toMatchObject({ ok: true, value: { balancePoints: 0 } })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is no lock on who has a hundred: she buys, and the nights bring the rest', async () => {
    const { who, memberId } = await shop.newMember()
    const number = await shop.numberOf(who)
    const rows = Array.from({ length: 100 }, (_, n) => `east,2026-03-10,R-${n},${number},1.00`)
    const file = ['门店,日期,小票号,会员号,实收金额', ...rows].join('\n')
    await importsOf(shop).run('purchases', file)
    expect(await accountOf(memberId)).toMatchObject({ balancePoints: 0, pendingPoints: 100 })
    await shop.setClock(NEXT_WEEK)
    const bought = await shop.earn(who, 5)
    expect(bought).toMatchObject({ balancePoints: 30, earnedPoints: 5 })
    for (let tick = 0; tick < 3; tick += 1) await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(100)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('finds nothing to release where the purchase was refunded', async () => {
    const { who, memberId } = await shop.newMember()
    const { purchaseId, releasesOn } = await shop.earn(who, 80)
    expect(releasesOn).toBe('2026-03-17')
    const input = { purchaseId }
    const refund = await shop.value('purchases.refund', { as: manager, input })
    expect(refund).toMatchObject({ clawedBackPoints: 80, newDebtPoints: 0, balancePoints: 0 })
    await shop.setClock(NEXT_WEEK)
    await shop.fireTimer('points')
    expect(await accountOf(memberId)).toMatchObject({ balancePoints: 0, pendingPoints: 0 })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]?.sentence).toContain('待到账的 80 积分取消')
    expect((await shop.books()).balanced).toBe(true)
  })
})
