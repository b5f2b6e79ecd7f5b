import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const membersOf = (memberId: string) => shop.find('members', { _id: memberId })

describe('joining', () => {
  it('makes one member of ten joins at once, and answers all of them alike', async () => {
    const before = (await shop.find('members')).length
    const who = shop.fresh('newcomer')
    const calls = await atOnce(10, () => shop.callPatiently('members.join', { as: who }))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect((await shop.find('members')).length).toBe(before + 1)
  })

  it('makes one member of one request sent fifty times at once', async () => {
    const before = (await shop.find('members')).length
    const who = shop.fresh('newcomer')
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () => shop.callPatiently('members.join', { as: who, requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    expect((await shop.find('members')).length).toBe(before + 1)
  })

  it('answers the first join again a month later', async () => {
    const who = shop.fresh('newcomer')
    const first = await shop.value('members.join', { as: who })
    const before = await shop.dump()
    await shop.advanceClock(30 * 86_400_000)
    expect(await shop.value('members.join', { as: who })).toEqual(first)
    expect(await shop.dump()).toBe(before)
  })

  it.each([
    ['a store', { storeId: 'east', staffId: null, groupId: null, campaignId: null }],
    ['a member of staff', { storeId: 'east', staffId: 'clerk', groupId: null, campaignId: null }],
    ['a group', { storeId: null, staffId: null, groupId: 'group-1', campaignId: null }],
    ['a campaign', { storeId: null, staffId: null, groupId: null, campaignId: 'spring' }],
  ])('remembers %s as the source that a scene code stands for', async (_name, source) => {
    const scene = shop.fresh('scene')
    await shop.local.engine.insert('join_scenes', [{ _id: scene, ...source }])
    const who = shop.fresh('newcomer')
    const joined = await shop.value('members.join', { as: who, input: { scene } })
    expect(joined.source).toEqual(source)
    expect((await membersOf(joined.memberId))[0]?.source).toEqual(source)
  })

  it('lets someone join by a scene code that nobody gave out, without a source', async () => {
    const who = shop.fresh('newcomer')
    const joined = await shop.value('members.join', { as: who, input: { scene: 'torn-poster' } })
    expect(joined.source).toBeNull()
  })

  it('believes the platform alone about who is joining', async () => {
    const victim = await shop.newMember()
    const who = shop.fresh('newcomer')
    const forged = { openid: victim.who, memberId: victim.memberId, _id: victim.memberId }
    const event = { action: 'join', ...forged, input: forged, userInfo: { openId: victim.who } }
    await shop.send('members', event, { as: who })
    const { member } = await shop.value('members.home', { as: who })
    expect(member?.memberId).toMatch(/^[0-9a-f]{32}$/)
    expect(member?.memberId).not.toBe(victim.memberId)
  })

  it('keeps the openid out of the database and out of every answer', async () => {
    const who = 'secret-openid-of-a-newcomer'
    const { answer } = await shop.call('members.join', { as: who })
    expect(JSON.stringify(answer)).not.toContain(who)
    expect(await shop.dump()).not.toContain(who)
  })
})
