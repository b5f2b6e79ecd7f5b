import { communitiesOf } from '../../dev/harness/communities-under-test'
import { atOnce, openShop, type ShopUnderTest, tallyOf } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const text = '周三上午可以晒自家手艺。\n群内交易风险自担。'

async function newRuledCommunity() {
  const community = await made.newBoundCommunity()
  const { owner, communityId } = community
  await shop.value('communities.saveRules', { as: owner, input: { communityId, text } })
  return community
}
const opensOf = async (as: string, communityId: string) =>
  (await shop.value('communities.board', { as, input: { communityId } })).opens

describe('entering by a group’s card', () => {
  it('tells the community, counts one open a member and day, and is for members', async () => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    const { who } = await shop.newMember()
    const expected = { communityId, name: '东街邻里群', rulesToAccept: null }
    for (let time = 0; time < 3; time += 1) {
      expect(await shop.value('communities.enter', { as: who, group })).toEqual(expected)
    }
    expect(await opensOf(owner, communityId)).toBe(1)
    await shop.advanceClock(DAY_MS)
    await shop.value('communities.enter', { as: who, group })
    await shop.value('communities.enter', { as: (await shop.newMember()).who, group })
    expect(await opensOf(owner, communityId)).toBe(3)
    const visitor = await shop.call('communities.enter', { as: 'a-visitor', group })
    expect(visitor.answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })

  it('counts her once where she opens it many times at once, today and tomorrow', async () => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    const { who } = await shop.newMember()
    const open = () => atOnce(16, () => shop.callPatiently('communities.enter', { as: who, group }))
    expect(tallyOf(await open())).toEqual({ ok: 16 })
    expect(await opensOf(owner, communityId)).toBe(1)
    await shop.advanceClock(DAY_MS)
    expect(tallyOf(await open())).toEqual({ ok: 16 })
    expect(await opensOf(owner, communityId)).toBe(2)
  })

  it('knows nothing of a group that no community has, and writes nothing', async () => {
    const { who } = await shop.newMember()
    const before = await shop.dump()
    const answer = await shop.value('communities.enter', { as: who, group: 'unknown' })
    expect(answer).toEqual({ communityId: null, name: null, rulesToAccept: null })
    expect(await shop.dump()).toBe(before)
  })

  it('costs 3 calls and 1 written, then 2 and nothing', async () => {
    const { group } = await made.newBoundCommunity()
    await shop.value('communities.enter', { as: (await shop.newMember()).who, group })
    const { who } = await shop.newMember()
    const costs = async () => {
      const { dbCalls, docsWritten } = await shop.call('communities.enter', { as: who, group })
      return [dbCalls, docsWritten]
    }
    expect(await costs()).toEqual([3, 1])
    expect(await costs()).toEqual([2, 0])
  })
})

describe('a community’s rules', () => {
  it('are shown until she accepts them, and again when there are newer ones', async () => {
    const { owner, communityId, group } = await newRuledCommunity()
    const { who, memberId } = await shop.newMember()
    const shown = async () =>
      (await shop.value('communities.enter', { as: who, group })).rulesToAccept
    expect(await shown()).toEqual({ version: 1, text })
    expect(await shown()).toEqual({ version: 1, text })
    const accept = { as: who, requestId: 'accept', input: { communityId, version: 1 } }
    const at = shop.nowMs()
    expect(await shop.value('communities.acceptRules', accept)).toEqual({ version: 1 })
    expect(await shop.value('communities.acceptRules', accept)).toEqual({ version: 1 })
    expect(await shown()).toBeNull()
    const [kept, ...others] = await shop.find('community_acceptances', { memberId })
    expect(kept).toMatchObject({ communityId, version: 1, memberId })
    expect(Number(kept?.at)).toBeGreaterThanOrEqual(at)
    expect(others).toEqual([])
    const newer = { as: owner, input: { communityId, text: `${text}\n不发与团购无关的内容。` } }
    expect(await shop.value('communities.saveRules', newer)).toEqual({ version: 2, isHeld: false })
    expect(await shown()).toMatchObject({ version: 2 })
    await shop.value('communities.acceptRules', { as: who, input: { communityId, version: 2 } })
    expect(await shown()).toBeNull()
    expect(await shop.find('community_acceptances', { memberId })).toHaveLength(2)
  })

  it('are kept once where she agrees many times at once', async () => {
    const { communityId, group } = await newRuledCommunity()
    const { who, memberId } = await shop.newMember()
    await shop.value('communities.enter', { as: who, group })
    const calls = await atOnce(16, () =>
      shop.callPatiently('communities.acceptRules', {
        as: who,
        input: { communityId, version: 1 },
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(await shop.find('community_acceptances', { memberId })).toHaveLength(1)
  })

  it('cannot be accepted before she entered, nor a version that is not there', async () => {
    const { communityId, group } = await newRuledCommunity()
    const { who } = await shop.newMember()
    const accept = async (version: number) => {
      const asked = { as: who, input: { communityId, version } }
      return (await shop.call('communities.acceptRules', asked)).answer
    }
    expect(await accept(1)).toMatchObject({ code: 'GROUP_REQUIRED' })
    await shop.value('communities.enter', { as: who, group })
    const before = await shop.dump()
    expect(await accept(2)).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'version' } })
    expect(await shop.dump()).toBe(before)
  })
})
