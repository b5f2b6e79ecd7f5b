import { auditorOf } from '../../dev/harness/auditor'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Certificate } from './certificates'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const certificates = async () => (await shop.find('certificates')) as unknown as Certificate[]
const isFrozen = async ({ memberId }: { memberId: string }) => {
  const [account] = await shop.find('points_accounts', { _id: memberId })
  return account?.frozen !== null
}

describe('the daily certificate', () => {
  it('says 账平 of a day, and is made once however often the timer fires', async () => {
    const { who } = await shop.newMember(120)
    const rewardId = await shop.newReward()
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const before = await shop.newMember(30)
    await auditorOf(shop).night('2026-03-10')
    const made = await certificates()
    expect(made[0]).toMatchObject({
      memberCount: 2,
      readCount: 3,
      closing: { balancePoints: 50, debtPoints: 0, pendingPoints: 0 },
      findingCount: 0,
      dayFindings: [],
      offPoints: 0,
      prevHash: '',
    })
    await shop.earn(before.who, 5)
    await shop.fireTimer('points')
    expect(await certificates()).toEqual(made)
  })

  it('names a changed account, lot and entry, and holds only these three members', async () => {
    const { night, change, latest } = auditorOf(shop)
    const [honest, raised, moved, rewritten] = [
      await shop.newMember(10),
      await shop.newMember(100),
      await shop.newMember(100),
      await shop.newMember(100),
    ]
    await night()
    const lots = [{ expiresOn: '2027-03-31', points: 1_100 }]
    await change('points_accounts', raised.memberId, { balancePoints: 1_100, lots })
    const later = [{ expiresOn: '2029-03-31', points: 100 }]
    await change('points_accounts', moved.memberId, { lots: later })
    const [entry] = await shop.find('points_entries', { memberId: rewritten.memberId })
    await change('points_entries', String(entry?._id), { points: 900 })
    await shop.earn(honest.who, 7)
    await night()
    const { findings, findingCount, dayFindings, offPoints } = await latest()
    expect(findingCount).toBe(3)
    expect(offPoints).toBe(1_000)
    const told = new Map(
      findings.map(({ memberNumber, sentences }) => [memberNumber, sentences.join()]),
    )
    expect(told.get(await shop.numberOf(raised.who))).toContain(
      '可用积分：账户里是 1100 分，流水算出 100 分',
    )
    expect(told.get(await shop.numberOf(moved.who))).toContain('2029-03-31 到期的批次')
    expect(told.get(await shop.numberOf(rewritten.who))).toContain('第 1 笔流水')
    expect(dayFindings).toEqual([expect.stringContaining('的流水与当日证书不符')])
    expect(dayFindings[0]).toContain(String(entry?.on))
    expect(await Promise.all([honest, raised, moved, rewritten].map(isFrozen))).toEqual([
      false,
      true,
      true,
      true,
    ])
    const rewardId = await shop.newReward({ pricePoints: 1 })
    const redeem = ({ who }: { who: string }) =>
      shop.call('mall.redeem', { as: who, input: { rewardId } })
    expect((await redeem(raised)).answer).toMatchObject({ code: 'ACCOUNT_FROZEN' })
    expect((await redeem(honest)).answer).toMatchObject({ ok: true })
  })
})
