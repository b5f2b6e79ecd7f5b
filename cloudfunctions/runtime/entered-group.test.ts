import { communitiesOf } from '../../dev/harness/communities-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { groupKeyOf } from './entered-group'

let shop: ShopUnderTest
let community: { owner: string; communityId: string; group: string }
beforeAll(async () => {
  shop = await openShop()
  community = await communitiesOf(shop).newBoundCommunity()
})
afterAll(() => shop.stop())

const APP_ID = 'wx0000000000huilin'
const refused = { ok: false, code: 'INPUT_INVALID', detail: { field: 'group' } }

const enterWith = async (as: string, group: unknown, input: object = {}) =>
  (await shop.send('communities', { action: 'enter', input, group }, { as })).answer

async function openData(as: string, kind: string, data: object): Promise<unknown> {
  const response = await fetch(`${shop.origin}/cloud-id`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': as },
    body: JSON.stringify({ kind, data }),
  })
  return { $cloudID: Object(await response.json()).cloudID }
}

describe('the group that a phone entered by', () => {
  it('is known by a fresh cloudID, and stored as a hash alone', async () => {
    const { who } = await shop.newMember()
    const card = await shop.cardOf(community.group, who)
    const known = { communityId: community.communityId }
    expect(await enterWith(who, card)).toMatchObject({ ok: true, value: known })
    expect(await shop.dump()).not.toContain(community.group)
    expect(await shop.dump()).toContain(groupKeyOf(APP_ID, community.group))
  })

  it('is missed where there is none, also with an opengid in the input', async () => {
    const { who } = await shop.newMember()
    const before = await shop.dump()
    const missed = { ok: false, code: 'GROUP_REQUIRED' }
    expect(await enterWith(who, undefined)).toMatchObject(missed)
    expect(await enterWith(who, null)).toMatchObject(missed)
    const claims = { opengid: community.group, group: { data: { opengid: community.group } } }
    expect(await enterWith(who, undefined, claims)).toMatchObject(missed)
    expect(await shop.dump()).toBe(before)
  })

  it('is never taken from what a phone writes itself', async () => {
    const { who } = await shop.newMember()
    const before = await shop.dump()
    const data = { opengid: community.group, watermark: { appid: APP_ID } }
    for (const forged of [{ cloudID: '43_x', data }, { data }, data, community.group, [data]]) {
      expect(await enterWith(who, forged)).toMatchObject(refused)
    }
    // Another field that the platform replaced does not vouch for this one.
    const other = { userRun: await openData(who, 'run', {}) }
    const event = { action: 'enter', input: {}, group: { cloudID: '43_x', data }, ...other }
    const { answer } = await shop.send('communities', event, { as: who })
    expect(answer).toMatchObject(refused)
    expect(await shop.dump()).toBe(before)
  })

  it('is refused when it is invented, another phone’s, other data, or too old', async () => {
    const { who } = await shop.newMember()
    const { who: thief } = await shop.newMember()
    const before = await shop.dump()
    const card = await shop.cardOf(community.group, who)
    expect(await enterWith(who, { $cloudID: '43_invented' })).toMatchObject(refused)
    expect(await enterWith(thief, card)).toMatchObject(refused)
    expect(await enterWith(who, await openData(who, 'run', { steps: 1 }))).toMatchObject(refused)
    expect(await enterWith(who, await openData(who, 'group', { opengid: '' }))).toMatchObject(
      refused,
    )
    const foreign = { opengid: community.group, watermark: { appid: 'wx-another' } }
    expect(await enterWith(who, { cloudID: '43_x', data: foreign })).toMatchObject(refused)
    await shop.advanceClock(5 * 60_000 + 1_000)
    expect(await enterWith(who, card)).toMatchObject(refused)
    expect(await shop.dump()).toBe(before)
  })

  it('below the top of the event it is a text, and has no effect', async () => {
    const { who } = await shop.newMember()
    const card = await shop.cardOf(community.group, who)
    const answer = await enterWith(who, undefined, { group: card })
    expect(answer).toMatchObject({ ok: false, code: 'GROUP_REQUIRED' })
  })
})
