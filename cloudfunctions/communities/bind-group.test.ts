import { communitiesOf } from '../../dev/harness/communities-under-test'
import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const bind = (as: string, communityId: string, group?: string) =>
  shop.callPatiently('communities.bind', {
    as,
    requestId: shop.fresh('bind'),
    input: { communityId },
    ...(group === undefined ? {} : { group }),
  })
const rebind = (as: string, communityId: string, group: string) =>
  shop.callPatiently('communities.rebind', {
    as,
    requestId: shop.fresh('rebind'),
    input: { communityId },
    group,
  })
const enter = async (as: string, group: string) =>
  (await shop.value('communities.enter', { as, group })).communityId

describe('binding', () => {
  it('makes the group of her card the community’s, and is idempotent', async () => {
    const { owner, communityId } = await made.newCommunity()
    const group = shop.fresh('group')
    const asked = { as: owner, requestId: 'bind-once', input: { communityId }, group }
    const first = await shop.value('communities.bind', asked)
    expect(await shop.value('communities.bind', asked)).toEqual(first)
    expect((await bind(owner, communityId, group)).answer).toMatchObject({ value: first })
    expect(await shop.find('community_groups', { communityId })).toMatchObject([
      { storeId: EAST, boundAt: first.boundAt, replacedAt: null },
    ])
    expect(await enter((await shop.newMember()).who, group)).toBe(communityId)
    const other = await made.newCommunity(owner)
    const reused = { ...asked, input: { communityId: other.communityId } }
    const { answer } = await shop.call('communities.bind', reused)
    expect(answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('refuses others’ communities, a second group, a taken one, without a trace', async () => {
    const mine = await made.newBoundCommunity()
    const others = await made.newBoundCommunity(undefined, WEST)
    const fresh = await made.newCommunity(mine.owner)
    const group = shop.fresh('group')
    const before = await shop.dump()
    const codeOf = async (called: ReturnType<typeof bind>) => Object((await called).answer).code
    expect(await codeOf(bind(mine.owner, fresh.communityId))).toBe('GROUP_REQUIRED')
    expect(await codeOf(bind(mine.owner, others.communityId, group))).toBe('COMMUNITY_NOT_FOUND')
    expect(await codeOf(bind(mine.owner, 'nothing', group))).toBe('COMMUNITY_NOT_FOUND')
    expect(await codeOf(bind(mine.owner, mine.communityId, group))).toBe('COMMUNITY_BOUND')
    expect(await codeOf(bind(mine.owner, fresh.communityId, mine.group))).toBe('GROUP_TAKEN')
    expect(await codeOf(bind(mine.owner, fresh.communityId, others.group))).toBe('GROUP_TAKEN')
    expect(await codeOf(rebind(mine.owner, mine.communityId, others.group))).toBe('GROUP_TAKEN')
    for (const as of [manager, clerk, 'stranger']) {
      expect(await codeOf(bind(as, fresh.communityId, group))).toBe('ROLE_REQUIRED')
    }
    expect(await shop.dump()).toBe(before)
  })

  it('has one winner where many want the same group at once', async () => {
    const communities = await Promise.all(Array.from({ length: 8 }, () => made.newCommunity()))
    const group = shop.fresh('group')
    const calls = await atOnce(communities.length, (position) => {
      const { owner = '', communityId = '' } = communities[position] ?? {}
      return bind(owner, communityId, group)
    })
    expect(tallyOf(calls)).toEqual({ ok: 1, GROUP_TAKEN: 7 })
    const winner = communities[calls.findIndex(({ answer }) => answer.ok)]?.communityId ?? ''
    const [held] = await shop.find('community_groups', { communityId: winner })
    const bound = await shop.find('communities', { groupKey: held?._id ?? null })
    expect(bound).toMatchObject([{ _id: winner, boundAt: held?.boundAt }])
  })

  it('gives one community one group where she taps in two at once', async () => {
    const { owner, communityId } = await made.newCommunity()
    const calls = await atOnce(4, () => bind(owner, communityId, shop.fresh('group')))
    expect(tallyOf(calls)).toEqual({ ok: 1, COMMUNITY_BOUND: 3 })
    expect(await shop.find('community_groups', { communityId })).toHaveLength(1)
  })
})

describe('rebinding', () => {
  it('puts a new group in a closed one’s place, which is free again; history stays', async () => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    const next = shop.fresh('group')
    expect((await rebind(owner, communityId, next)).answer.ok).toBe(true)
    const { who } = await shop.newMember()
    expect(await enter(who, next)).toBe(communityId)
    expect(await enter(who, group)).toBeNull()
    const acts = await shop.find('community_acts', { communityId })
    const kinds = acts.map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['appointed', 'bound', 'rebound'])
    const rebound = acts.find(({ kind }) => kind === 'rebound')
    const [held] = await shop.find('community_groups', { communityId, replacedAt: null })
    expect(rebound).toMatchObject({ changed: { groupKey: held?._id } })
    const heir = await made.newCommunity()
    expect((await bind(heir.owner, heir.communityId, group)).answer.ok).toBe(true)
    expect(await enter((await shop.newMember()).who, group)).toBe(heir.communityId)
  })

  it('leaves one group where she rebinds to several at once', async () => {
    const { owner, communityId } = await made.newBoundCommunity()
    const calls = await atOnce(4, () => rebind(owner, communityId, shop.fresh('group')))
    expect(tallyOf(calls)).toEqual({ ok: 4 })
    const held = await shop.find('community_groups', { communityId, replacedAt: null })
    const [community] = await shop.find('communities', { _id: communityId })
    expect(held.map(({ _id }) => _id)).toEqual([community?.groupKey])
  })
})

it('costs 9 calls, 3 written; again 2 and 0', async () => {
  const { owner, communityId } = await made.newCommunity()
  const asked = { as: owner, requestId: 'bind-costs', input: { communityId }, group: 'costs' }
  const { dbCalls, docsWritten } = await shop.call('communities.bind', asked)
  expect({ dbCalls, docsWritten }).toEqual({ dbCalls: 9, docsWritten: 3 })
  const again = await shop.call('communities.bind', asked)
  expect([again.dbCalls, again.docsWritten]).toEqual([2, 0])
})
