import { communitiesOf } from '../../dev/harness/communities-under-test'
import { inboxOf } from '../../dev/harness/inbox-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const text = '周三上午可以晒自家手艺。\n群内交易风险自担。'
const save = (as: string, communityId: string, words: string) =>
  shop.callPatiently('communities.saveRules', {
    as,
    requestId: shop.fresh('rules'),
    input: { communityId, text: words },
  })

it('keeps every version, and her desk shows the one in force', async () => {
  const { owner, communityId } = await made.newCommunity()
  const asked = { as: owner, requestId: 'rules-once', input: { communityId, text: ` ${text}\n` } }
  expect(await shop.value('communities.saveRules', asked)).toEqual({ version: 1, isHeld: false })
  expect(await shop.value('communities.saveRules', asked)).toEqual({ version: 1, isHeld: false })
  expect((await save(owner, communityId, '新的群规')).answer).toMatchObject({
    value: { version: 2 },
  })
  const { communities } = await shop.value('communities.mine', { as: owner })
  expect(communities).toMatchObject([{ rulesVersion: 2, rulesText: '新的群规' }])
  const kept = await shop.find('community_rules', { communityId })
  expect(kept.map((rules) => [rules.version, rules.text]).sort()).toEqual([
    [1, text],
    [2, '新的群规'],
  ])
})

it('numbers texts that come at once, none twice', async () => {
  const { owner, communityId } = await made.newCommunity()
  const calls = await atOnce(6, (position) => save(owner, communityId, `第 ${position} 稿`))
  expect(tallyOf(calls)).toEqual({ ok: 6 })
  const versions = calls.map(({ answer }) => (answer.ok ? answer.value.version : 0))
  expect(versions.sort()).toEqual([1, 2, 3, 4, 5, 6])
})

it('refuses the same text, another’s community and managers, without a trace', async () => {
  const { owner, communityId } = await made.newCommunity()
  const other = await made.newCommunity()
  await save(owner, communityId, text)
  const before = await shop.dump()
  const refusalOf = async (called: ReturnType<typeof save>) => Object((await called).answer).code
  expect(await refusalOf(save(owner, communityId, text))).toBe('COMMUNITY_RULES_UNCHANGED')
  expect(await refusalOf(save(other.owner, communityId, '别的'))).toBe('COMMUNITY_NOT_FOUND')
  expect(await refusalOf(save(owner, 'nothing', '别的'))).toBe('COMMUNITY_NOT_FOUND')
  expect(await refusalOf(save(manager, communityId, '别的'))).toBe('ROLE_REQUIRED')
  expect(await shop.dump()).toBe(before)
})

describe('a text that others may not read as it is', () => {
  const saved = async (as: string, communityId: string, words: string) => {
    const { answer } = await save(as, communityId, words)
    return answer.ok ? answer.value : answer
  }
  const rulesSeenBy = async (group: string) => {
    const { who } = await shop.newMember()
    const { rulesToAccept } = await shop.value('communities.enter', { as: who, group })
    return rulesToAccept
  }
  const heldIn = async (communityId: string) => {
    const { texts } = await shop.value('moderation.held', { as: manager })
    return texts.filter(({ subjectId }) => subjectId === communityId)
  }
  const decide = async (heldId: string, verdict: 'approve' | 'reject') => {
    const input = { heldId, verdict, reason: '请写得明白些' }
    const { answer } = await shop.callPatiently('moderation.decide', { as: manager, input })
    return answer.ok ? answer.value.state : answer.code
  }

  it('is refused, with its field, when it is risky or rewards sharing', async () => {
    const { owner, communityId } = await made.newCommunity()
    const before = await shop.dump()
    const detail = { field: 'text' }
    const risky = await saved(owner, communityId, '这里违规')
    expect(risky).toMatchObject({ code: 'TEXT_RISKY', detail })
    const rewarding = await saved(owner, communityId, '转发朋友圈领红包')
    expect(rewarding).toMatchObject({ code: 'SHARE_RULE', detail })
    expect(await shop.dump()).toBe(before)
  })

  it.each(['这条待审', '检测故障的一天'])('%s waits, and the old rules stay', async (words) => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    await save(owner, communityId, text)
    expect(await saved(owner, communityId, words)).toEqual({ version: 1, isHeld: true })
    expect(await rulesSeenBy(group)).toEqual({ version: 1, text })
    const { communities } = await shop.value('communities.mine', { as: owner })
    expect(communities).toMatchObject([{ rulesVersion: 1, rulesText: text, isRulesHeld: true }])
    expect(await heldIn(communityId)).toMatchObject([{ kind: 'communityRules', text: words }])
  })

  it('is the next version once it is approved, and its writer is told', async () => {
    const { owner, communityId } = await made.newBoundCommunity()
    await save(owner, communityId, text)
    await save(owner, communityId, '这条待审')
    const [held] = await heldIn(communityId)
    expect(await decide(held?.heldId ?? '', 'approve')).toBe('approved')
    const { communities } = await shop.value('communities.mine', { as: owner })
    const now = { rulesVersion: 2, rulesText: '这条待审', isRulesHeld: false }
    expect(communities).toMatchObject([now])
    expect(await inboxOf(shop, owner)).toEqual(['您写的“群规”已通过审核，大家可以看到了 · 未读'])
    const acts = await shop.find('community_acts', { communityId, kind: 'rulesSaved' })
    expect(acts.map(({ changed }) => Object(changed).rulesVersion).sort()).toEqual([1, 2])
  })

  it('is none once it is rejected, and its writer is told why', async () => {
    const { owner, communityId } = await made.newBoundCommunity()
    await save(owner, communityId, '这条待审')
    const [held] = await heldIn(communityId)
    expect(await decide(held?.heldId ?? '', 'reject')).toBe('rejected')
    const { communities } = await shop.value('communities.mine', { as: owner })
    expect(communities).toMatchObject([{ rulesVersion: 0, rulesText: null, isRulesHeld: false }])
    const says = '您写的“群规”没有通过审核，没有发布：请写得明白些 · 未读'
    expect(await inboxOf(shop, owner)).toEqual([says])
  })

  it('gives way to what she writes after it', async () => {
    const { owner, communityId } = await made.newBoundCommunity()
    await save(owner, communityId, '这条待审')
    const [held] = await heldIn(communityId)
    expect(await saved(owner, communityId, text)).toEqual({ version: 1, isHeld: false })
    expect(await decide(held?.heldId ?? '', 'approve')).toBe('HELD_CHANGED')
    const { communities } = await shop.value('communities.mine', { as: owner })
    expect(communities).toMatchObject([{ rulesVersion: 1, rulesText: text, isRulesHeld: false }])
  })

  it('is not shown when the platform forbids it by now', async () => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    await save(owner, communityId, text)
    const stored = { _id: `${communityId}:2`, communityId, version: 2, text: '转发朋友圈领红包' }
    await shop.local.engine.insert('community_rules', [stored])
    const database = await shop.database()
    await database
      .collection('communities')
      .doc(communityId)
      .update({ data: { rulesVersion: 2 } })
    expect(await rulesSeenBy(group)).toBeNull()
  })
})
