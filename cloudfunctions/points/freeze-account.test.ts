import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const decision = async (who: string, reason = '核对账目') => ({
  memberNumber: await shop.numberOf(who),
  reason,
})
const freeze = async (who: string, requestId = shop.fresh('freeze')) =>
  shop.call('points.freeze', { as: manager, requestId, input: await decision(who) })
const unfreeze = async (who: string) =>
  shop.call('points.unfreeze', { as: manager, input: await decision(who, '核对完毕') })

describe('freezing a member’s points', () => {
  it('stops spending, tells her why, and lets her go on earning', async () => {
    const { who } = await shop.newMember(200)
    const rewardId = await shop.newReward()
    const { answer } = await freeze(who)
    expect(answer).toMatchObject({ ok: true, value: { isFrozen: true, balancePoints: 200 } })
    const redeem = () => shop.call('mall.redeem', { as: who, input: { rewardId } })
    expect((await redeem()).answer).toMatchObject({ ok: false, code: 'ACCOUNT_FROZEN' })
    expect(await shop.rewardLeft(rewardId)).toBe(10)
    expect(await shop.value('mall.rewards', { as: who })).toMatchObject({ isFrozen: true })
    await shop.advanceClock(60_000)
    await shop.earn(who, 30)
    const home = await shop.value('members.home', { as: who })
    expect(home).toMatchObject({ balancePoints: 230, expiringSoon: null })
    expect(home.frozen?.sentence).toContain('原因：核对账目')
    const history = await shop.value('points.history', { as: who })
    expect(history.frozen).toEqual(home.frozen)
    expect(history.entries[1]).toMatchObject({
      kind: 'freeze',
      points: 0,
      sentence: '积分暂停使用（核对账目），暂停期间不会过期',
    })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('keeps what would have expired, and gives it 30 days once it is over', async () => {
    const { who, memberId } = await shop.newMember(80)
    await freeze(who)
    await shop.setClock('2027-08-10T02:00:00.000Z')
    await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(80)
    expect((await unfreeze(who)).answer).toMatchObject({ ok: true, value: { isFrozen: false } })
    const { expiries, frozen } = await shop.value('points.history', { as: who })
    expect(expiries).toMatchObject([{ points: 80, expiresOn: '2027-09-30' }])
    expect(frozen).toBeNull()
    const rewardId = await shop.newReward({ pricePoints: 80 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.setClock('2027-10-01T02:00:00.000Z')
    await shop.fireTimer('points')
    const [account] = await shop.find('points_accounts', { _id: memberId })
    expect(account).toMatchObject({ balancePoints: 0, nextExpiresOn: null })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('happens once for 20 parallel calls of one request, and once for 20 requests', async () => {
    const [first, second] = [await shop.newMember(10), await shop.newMember(10)]
    const same = await atOnce(20, () => freeze(first.who, 'one-request'))
    expect(tallyOf(same).ok).toBeGreaterThan(0)
    expect(same.every(({ answer }) => answer.ok || answer.code === 'BUSY')).toBe(true)
    expect(await freeze(first.who, 'one-request')).toMatchObject({ answer: { ok: true } })
    await atOnce(20, () => freeze(second.who))
    expect(await shop.find('points_entries', { reason: 'frozen' })).toHaveLength(2)
    const other = { ...(await decision(second.who)), reason: '别的原因' }
    const reused = { as: manager, requestId: 'one-request', input: other }
    expect((await shop.call('points.freeze', reused)).answer).toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })

  it('refused leaves no trace: to a clerk, for oneself, for nobody, twice, unasked', async () => {
    const { who } = await shop.newMember(10)
    await freeze(who)
    const free = await shop.newMember(10)
    const input = await decision(who)
    const own = { ...input, memberNumber: await shop.numberOf(manager) }
    const nobody = { ...input, memberNumber: '00000000' }
    const before = await shop.dump()
    const refused = [
      await shop.call('points.freeze', { as: clerk, input }),
      await shop.call('points.freeze', { as: manager, input: own }),
      await shop.call('points.freeze', { as: manager, input: nobody }),
      await freeze(who),
      await unfreeze(free.who),
    ]
    expect(refused.map(({ answer }) => !answer.ok && answer.code)).toEqual([
      'ROLE_REQUIRED',
      'SELF_SERVICE',
      'MEMBER_NOT_FOUND',
      'ACCOUNT_FROZEN',
      'ACCOUNT_NOT_FROZEN',
    ])
    expect(await shop.dump()).toBe(before)
  })
})
