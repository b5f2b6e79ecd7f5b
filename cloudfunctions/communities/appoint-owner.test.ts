import { communitiesOf } from '../../dev/harness/communities-under-test'
import { newOwner } from '../../dev/harness/owner-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const name = '东街邻里群'
const wish = async (who: string, storeId = EAST) => ({
  name,
  storeId,
  memberCode: await shop.codeOf(who),
})
const mineOf = async (as: string) => (await shop.value('communities.mine', { as })).communities

describe('appointing', () => {
  it('asks about the name as about all that members read', async () => {
    const { who } = await shop.newMember()
    const named = async (text: string) => {
      const input = { ...(await wish(who)), name: text }
      const asked = { as: manager, requestId: shop.fresh('appoint'), input }
      return (await shop.callPatiently('communities.appoint', asked)).answer
    }
    const nameOf = async () => (await mineOf(who)).map((community) => community.name)
    const before = await shop.find('communities')
    expect(await named('转发3个群领5元券')).toMatchObject({ code: 'SHARE_RULE' })
    expect(await named('违规群')).toMatchObject({ code: 'TEXT_RISKY', detail: { field: 'name' } })
    expect(await shop.find('communities')).toEqual(before)
    const answer = await named('待审群')
    const communityId = answer.ok ? answer.value.communityId : ''
    expect(await nameOf()).toEqual(['东店社群'])
    const { texts } = await shop.value('moderation.held', { as: manager })
    const held = texts.find(({ subjectId }) => subjectId === communityId)
    expect(held).toMatchObject({ kind: 'communityName', text: '待审群' })
    const input = { heldId: held?.heldId ?? '', verdict: 'approve' as const }
    await shop.value('moderation.decide', { as: manager, input })
    expect(await nameOf()).toEqual(['待审群'])
  })

  it('makes a community and its owner, who serves at no store for that', async () => {
    const { who } = await shop.newMember()
    const asked = { as: manager, requestId: 'appoint-once', input: await wish(who) }
    const { communityId } = await shop.value('communities.appoint', asked)
    expect(await shop.value('communities.appoint', asked)).toEqual({ communityId })
    const me = await shop.value('staff.me', { as: who })
    expect(me).toMatchObject({ communityOwner: true, isStaff: false, isManager: false })
    expect(await mineOf(who)).toEqual([
      {
        communityId,
        name,
        storeId: EAST,
        storeName: '东店',
        boundAt: null,
        isPaused: false,
        rulesVersion: 0,
        rulesText: null,
        isRulesHeld: false,
        monthCount: null,
      },
    ])
    for (const action of ['list', 'appoint'] as const) {
      const input = action === 'appoint' ? await wish(who) : {}
      const { answer } = await shop.send('communities', { action, input }, { as: who })
      expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    }
    const scan = { as: who, input: { memberCode: await shop.codeOf(clerk) } }
    expect((await shop.call('staff.scan', scan)).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('leaves a clerk what she is at her store', async () => {
    await shop.value('communities.appoint', { as: manager, input: await wish(clerk) })
    const me = await shop.value('staff.me', { as: clerk })
    expect(me).toMatchObject({ communityOwner: true, isStaff: true, displayName: '小东' })
    expect(me.stores.map(({ storeId, role }) => [storeId, role])).toEqual([[EAST, 'staff']])
  })

  it('makes one community of many calls at once with one request id', async () => {
    const { who } = await shop.newMember()
    const asked = { as: manager, requestId: 'appoint-at-once', input: await wish(who) }
    const calls = await atOnce(16, () => shop.callPatiently('communities.appoint', asked))
    expect(differentAnswers(calls)).toBe(1)
    expect(await mineOf(who)).toHaveLength(1)
  })

  it('refuses strangers, other stores and stale codes, without a trace', async () => {
    const { who } = await shop.newMember()
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const owner = await newOwner(shop)
    const good = await wish(who)
    const ofOwner = await wish(owner.who)
    const before = await shop.dump()
    const refusalOf = async (as: string, input: typeof good) =>
      Object((await shop.call('communities.appoint', { as, input })).answer).code
    expect(await refusalOf(who, good)).toBe('ROLE_REQUIRED')
    expect(await refusalOf(manager, { ...good, storeId: 'north' })).toBe('STORE_FOREIGN')
    expect(await refusalOf(eastManager, { ...good, storeId: WEST })).toBe('STORE_FOREIGN')
    expect(await refusalOf(manager, ofOwner)).toBe('OWNER_REQUIRED')
    await shop.advanceClock(3 * 60_000)
    expect(await refusalOf(manager, good)).toBe('CODE_EXPIRED')
    expect(await shop.dump()).toBe(before)
  })

  it('lets a shop of one person look after its own groups', async () => {
    const { who } = await newOwner(shop)
    const asked = { as: who, input: await wish(who, WEST) }
    await shop.value('communities.appoint', asked)
    expect(await shop.value('staff.me', { as: who })).toMatchObject({
      communityOwner: true,
      isOwner: true,
    })
    expect(await mineOf(who)).toHaveLength(1)
  })
})

describe('handing over', () => {
  it('gives the community with its group to another owner, and its history stays', async () => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    const { who: heir, memberId } = await shop.newMember()
    const input = { communityId, memberCode: await shop.codeOf(heir) }
    const asked = { as: manager, requestId: 'hand-over', input }
    const first = await shop.value('communities.handOver', asked)
    expect(await shop.value('communities.handOver', asked)).toEqual(first)
    expect(await mineOf(owner)).toEqual([])
    expect(await mineOf(heir)).toMatchObject([{ communityId, boundAt: expect.any(Number) }])
    const text = '群内交易风险自担。'
    const rules = { as: owner, input: { communityId, text } }
    const late = await shop.call('communities.saveRules', rules)
    expect(late.answer).toMatchObject({ code: 'COMMUNITY_NOT_FOUND' })
    const { who } = await shop.newMember()
    expect(await shop.value('communities.enter', { as: who, group })).toMatchObject({ communityId })
    const acts = await shop.find('community_acts', { communityId })
    const handed = acts.find(({ kind }) => kind === 'handedOver')
    expect(acts).toHaveLength(3)
    const { memberId: formerId } = await shop.value('members.join', { as: owner })
    expect(handed).toMatchObject({ changed: { ownerId: memberId }, before: { ownerId: formerId } })
  })

  it('refuses managers of other stores and what is not there, without a trace', async () => {
    const { communityId } = await made.newCommunity(undefined, WEST)
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const memberCode = await shop.codeOf((await shop.newMember()).who)
    const before = await shop.dump()
    const refusalOf = async (as: string, id: string) => {
      const input = { communityId: id, memberCode }
      return Object((await shop.call('communities.handOver', { as, input })).answer).code
    }
    expect(await refusalOf(eastManager, communityId)).toBe('STORE_FOREIGN')
    expect(await refusalOf(manager, 'nothing')).toBe('COMMUNITY_NOT_FOUND')
    expect(await refusalOf(clerk, communityId)).toBe('ROLE_REQUIRED')
    expect(await shop.dump()).toBe(before)
  })
})

it('costs 9 calls, 3 written, to appoint somebody new; again 2 and 0', async () => {
  const { who } = await shop.newMember()
  const asked = { as: manager, requestId: 'appoint-costs', input: await wish(who) }
  const { dbCalls, docsWritten } = await shop.call('communities.appoint', asked)
  expect({ dbCalls, docsWritten }).toEqual({ dbCalls: 9, docsWritten: 3 })
  const again = await shop.call('communities.appoint', asked)
  expect([again.dbCalls, again.docsWritten]).toEqual([2, 0])
})
