import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

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
    const before = await accountOf(memberId)
    await shop.fireTimer('points')
    expect(await accountOf(memberId)).toEqual(before)
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
