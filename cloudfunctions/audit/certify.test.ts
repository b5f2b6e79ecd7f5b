import { auditorOf } from '../../dev/harness/auditor'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { daysFrom } from '../../shared/audit/certificate'
import type { Certificate } from './certificate-document'

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
    await shop.fireTimer('audit')
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

  it('finds nothing wrong with members who earn, spend and join while it runs', async () => {
    const { night, latest } = auditorOf(shop)
    const before = (await latest()).findingCount
    const busy = await atOnce(3, () => shop.newMember(50))
    const rewardId = await shop.newReward({ pricePoints: 5, leftCount: 100 })
    await shop.setClock('2026-03-20T16:12:00.000Z')
    const redeem = ({ who }: { who: string }) =>
      shop.callPatiently('mall.redeem', { as: who, input: { rewardId } })
    // The sixth call reads the entries: then there is time before the accounts are read.
    const at = { at: 'after-call', function: 'audit', call: 6 } as const
    shop.local.faults.set({ rules: [{ kind: 'delay', ...at, delayMs: 1_200 }] })
    await Promise.all([
      shop.fireTimer('audit'),
      ...busy.flatMap((her) => [redeem(her), shop.earn(her.who, 3), shop.newMember(9)]),
    ])
    shop.local.faults.set({ rules: [] })
    expect((await latest()).findingCount).toBe(before)
    await night()
    expect((await latest()).findingCount).toBe(before)
  })

  it('is made once and the same wherever the function is killed on its way', async () => {
    const { latest } = auditorOf(shop)
    let last = (await latest()).on
    // The run is begun, entries and accounts are read, the page is saved, the day is certified.
    for (const call of [5, 6, 7, 11, 13, 14]) {
      await shop.advanceClock(86_400_000)
      const rule = { kind: 'kill', at: 'after-call', function: 'audit', call } as const
      shop.local.faults.set({ rules: [rule] })
      await shop.fireTimer('audit')
      shop.local.faults.set({ rules: [] })
      await shop.advanceClock(600_000)
      await shop.fireTimer('audit')
      const made = await latest()
      expect([made.on > last, made.offPoints]).toEqual([true, 1_000])
      last = made.on
    }
    const all = await shop.find('certificates')
    const days = all.map(({ _id }) => String(_id)).sort()
    expect(days).toEqual([...daysFrom('2026-03-10', last)])
    const input = { on: last }
    const { sentences } = await shop.value('audit.verify', { as: manager, input })
    expect(sentences).toEqual([])
  })

  it('names whoever’s document is no longer what a document is, and comes to its end', async () => {
    const { night, change, latest } = auditorOf(shop)
    const changes = [
      ['points_entries', { posting: null }],
      ['points_entries', { lotChanges: [null], storeId: {} }],
      ['points_entries', { expiredTaken: 'x', pendingChange: 'x', facts: null, on: 'a.b' }],
      ['points_entries', { memberId: 5 }],
      ['points_accounts', { lots: [null], pending: 'x', movedLots: [0] }],
    ] as const
    const members = await atOnce(changes.length, () => shop.newMember(10))
    await night()
    const { findingCount, on } = await latest()
    for (const [position, [collection, what]] of changes.entries()) {
      const memberId = members[position]?.memberId ?? ''
      const key = collection === 'points_accounts' ? '_id' : 'memberId'
      const [document] = await shop.find(collection, { [key]: memberId })
      await change(collection, String(document?._id), what)
    }
    await night()
    const after = await latest()
    expect(after.on > on).toBe(true)
    expect(after.findingCount).toBe(findingCount + changes.length)
    expect(await Promise.all(members.map(isFrozen))).toEqual(changes.map(() => true))
  })
})
