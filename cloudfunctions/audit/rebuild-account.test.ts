import { heldAccount } from '../../dev/harness/audit-twins'
import { auditorOf } from '../../dev/harness/auditor'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const check = async (memberNumber: string) =>
  shop.value('audit.checkAccount', { as: manager, input: { memberNumber } })
const rebuild = (
  input: { memberNumber: string; seen: string },
  requestId = shop.fresh('rebuild'),
) => shop.call('audit.rebuild', { as: manager, requestId, input: { ...input, reason: '核对' } })
describe('rebuilding an account', () => {
  it('shows the difference, books what was shown, and the next certificate is 账平', async () => {
    const { night, change, latest } = auditorOf(shop)
    const { who, memberId } = await shop.newMember(100)
    const memberNumber = await shop.numberOf(who)
    const lots = [{ expiresOn: '2027-03-31', points: 1_100 }]
    await change('points_accounts', memberId, { balancePoints: 1_100, lots })
    await shop.advanceClock(60_000)
    await shop.earn(who, 5)
    await night()
    expect(await latest()).toMatchObject({ isBalanced: false, findingCount: 1 })
    const before = await shop.dump()
    const shown = await check(memberNumber)
    expect(await shop.dump()).toBe(before)
    expect(shown).toMatchObject({
      stored: { balancePoints: 1_105 },
      implied: { balancePoints: 105 },
      isHeld: true,
      isEntryBroken: false,
    })
    expect(shown.sentences).toContain('第 2 笔流水（2026-03-10）记账时，账户已与之前的流水不符')
    const freed = await shop.call('points.unfreeze', {
      as: manager,
      input: { memberNumber, reason: '放行' },
    })
    expect(freed.answer).toMatchObject({ code: 'ACCOUNT_HELD' })
    const booked = await rebuild({ memberNumber, seen: shown.seen })
    expect(booked.answer).toMatchObject({ ok: true, value: { balancePoints: 105 } })
    const [entry] = await shop.find('points_entries', { memberId, reason: 'rebuilt' })
    expect(entry).toMatchObject({ points: 0, answered: ['2:found'], facts: { note: '核对' } })
    expect(await shop.balanceOf(who)).toBe(105)
    expect((await shop.books()).balanced).toBe(true)
    const since = { fromOn: '2026-03-10' }
    const { differencePoints, lines } = await shop.value('points.compare', {
      as: who,
      input: since,
    })
    expect([differencePoints, lines.map(({ points }) => points)]).toEqual([-1_000, [-1_000]])
    await night()
    expect(await latest()).toMatchObject({ isBalanced: true })
    const again = await check(memberNumber)
    expect(again).toMatchObject({ sentences: [], isHeld: false })
    expect((await rebuild({ memberNumber, seen: again.seen })).answer).toMatchObject({
      code: 'ACCOUNT_WHOLE',
    })
  })

  it('brings back an account that is gone, and makes debt of what was never earned', async () => {
    const { night, change, latest } = auditorOf(shop)
    const [lost, spender] = [await shop.newMember(40), await shop.newMember(10)]
    const lots = [{ expiresOn: '2027-03-31', points: 500 }]
    await change('points_accounts', spender.memberId, { balancePoints: 500, lots })
    const rewardId = await shop.newReward({ pricePoints: 300 })
    await shop.value('mall.redeem', { as: spender.who, input: { rewardId } })
    await shop.local.engine.remove('points_accounts', {
      filter: { _id: lost.memberId },
      multi: false,
    })
    await night()
    const rewarded = await shop.call('gifts.claimPack', { as: lost.who })
    expect(rewarded.answer).toMatchObject({ code: 'ACCOUNT_UNSOUND' })
    for (const { who } of [lost, spender]) {
      const memberNumber = await shop.numberOf(who)
      const { seen } = await check(memberNumber)
      await rebuild({ memberNumber, seen })
    }
    expect(await shop.value('points.history', { as: lost.who })).toMatchObject({
      balancePoints: 40,
      frozen: null,
    })
    expect(await shop.value('points.history', { as: spender.who })).toMatchObject({
      balancePoints: 0,
      debtPoints: 290,
    })
    expect((await shop.books()).balanced).toBe(true)
    await night()
    expect(await latest()).toMatchObject({ isBalanced: true })
  })

  it('names an account whose points would go to somebody else, and keeps them hers', async () => {
    const { night, change, latest } = auditorOf(shop)
    const [her, thief] = [await shop.newMember(20), await shop.newMember()]
    await change('points_accounts', her.memberId, { mergedInto: thief.memberId })
    await night()
    const { findings } = await latest()
    expect(findings).toMatchObject([{ sentences: ['并入另一会员的记录与流水不一致'] }])
    const memberNumber = await shop.numberOf(her.who)
    const { seen } = await check(memberNumber)
    expect((await rebuild({ memberNumber, seen })).answer).toMatchObject({ ok: true })
    await shop.earn(her.who, 5)
    expect([await shop.balanceOf(her.who), await shop.balanceOf(thief.who)]).toEqual([25, 0])
    await night()
    expect(await latest()).toMatchObject({ isBalanced: true })
  })

  it('happens once for 10 parallel calls, and lifts a hold without a reason', async () => {
    const { memberNumber, seen } = await heldAccount(shop)
    const twins = await atOnce(10, () => rebuild({ memberNumber, seen }, 'one-rebuild'))
    const sure = [...twins, await rebuild({ memberNumber, seen }, 'one-rebuild')].filter(
      ({ answer }) => answer.ok || answer.code !== 'BUSY',
    )
    expect(differentAnswers(sure)).toBe(1)
    expect((await check(memberNumber)).isHeld).toBe(false)
    const other = await heldAccount(shop)
    expect((await rebuild(other, 'one-rebuild')).answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('refused leaves no trace: a changed entry, a moved account, a clerk, oneself', async () => {
    const { change } = auditorOf(shop)
    const { who, memberId } = await shop.newMember(20)
    const [entry] = await shop.find('points_entries', { memberId })
    const broken = await shop.numberOf(who)
    await change('points_entries', String(entry?._id), { points: 900 })
    const { seen, isEntryBroken } = await check(broken)
    expect(isEntryBroken).toBe(true)
    const other = await heldAccount(shop)
    const own = await shop.numberOf(manager)
    const ownSeen = (await check(own)).seen
    const before = await shop.dump()
    const input = { ...other, reason: '核对' }
    const refused = [
      await rebuild({ memberNumber: broken, seen }),
      await rebuild({ memberNumber: other.memberNumber, seen: 'a'.repeat(32) }),
      await shop.call('audit.rebuild', { as: clerk, input }),
      await rebuild({ memberNumber: own, seen: ownSeen }),
    ]
    expect(refused.map(({ answer }) => !answer.ok && answer.code)).toEqual([
      'ENTRIES_BROKEN',
      'REBUILD_MOVED',
      'ROLE_REQUIRED',
      'SELF_SERVICE',
    ])
    expect(await shop.dump()).toBe(before)
    await change('points_entries', String(entry?._id), { points: 20 })
  })
})
