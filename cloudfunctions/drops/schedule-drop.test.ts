import { communitiesOf } from '../../dev/harness/communities-under-test'
import { dropsOf } from '../../dev/harness/drops-under-test'
import {
  atOnce,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

type Plan = Input<'drops', 'schedule'>

const MINUTE_MS = 60_000
const drops = () => dropsOf(shop)

const schedule = (as: string, input: Plan, requestId = shop.fresh('drop')) =>
  shop.callPatiently('drops.schedule', { as, requestId, input })

const change = (as: string, input: Plan & { dropId: string }, requestId = shop.fresh('change')) =>
  shop.callPatiently('drops.change', { as, requestId, input })

async function storedDrop(dropId: string) {
  const [drop] = await shop.find('drops', { _id: dropId })
  return drop
}

/** The refusal of a call that leaves no trace. */
async function refusalOf(call: () => Promise<{ readonly answer: unknown }>): Promise<unknown> {
  const before = await shop.dump()
  const { answer } = await call()
  expect(await shop.dump()).toBe(before)
  return answer
}

describe('a drop that is planned', () => {
  it('is one for one request, asked twice or sixteen times at once', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const input = drops().planFor([communityId])
    const requestId = shop.fresh('drop')
    const calls = await atOnce(16, () => schedule(owner, input, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(differentAnswers([...calls, await schedule(owner, input, requestId)])).toBe(1)
    expect(await shop.find('drops', { communityIds: communityId })).toHaveLength(1)
    const other = { ...input, title: '周六早市水果券' }
    const again = () => schedule(owner, other, requestId)
    expect(await refusalOf(again)).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('may be of several communities, also by the manager of their stores', async () => {
    const ids = []
    for (const storeId of ['east', WEST]) {
      ids.push((await communitiesOf(shop).newBoundCommunity(undefined, storeId)).communityId)
    }
    const { answer } = await schedule(manager, drops().planFor(ids))
    expect(answer).toMatchObject({ ok: true })
  })

  it('keeps nothing that its input names beside its fields', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const { quotas: _quotas, ...plan } = drops().planFor([communityId])
    const input = { ...plan, opengid: 'g', quotas: [{ communityId, quota: 3, opengid: 'g' }] }
    const event = { action: 'schedule', requestId: shop.fresh('drop'), input }
    const { answer } = await shop.send('drops', event, { as: owner })
    const drop = await storedDrop(Object(answer).value.dropId)
    expect(JSON.stringify(drop)).not.toContain('opengid')
    expect(drop).toMatchObject({ quotas: [{ communityId, quota: 3 }] })
  })
})

describe('a plan is refused by its field, without a trace,', () => {
  const wrong: readonly [string, (plan: Plan) => Partial<Plan>, string][] = [
    ['a quota of 0', quotaOf(0), 'quotas.0.quota'],
    ['a quota above 5,000', quotaOf(5_001), 'quotas.0.quota'],
    ['half a coupon', quotaOf(1.5), 'quotas.0.quota'],
    ['a community named twice', ({ quotas }) => ({ quotas: [...quotas, ...quotas] }), 'quotas'],
    ['no community', () => ({ quotas: [] }), 'quotas'],
    ['an end at its beginning', ({ opensAt }) => ({ closesAt: opensAt }), 'closesAt'],
    ['an end before it', ({ opensAt }) => ({ closesAt: opensAt - MINUTE_MS }), 'closesAt'],
    ['a past minute', ({ opensAt }) => ({ opensAt: opensAt - 2 * MINUTE_MS }), 'opensAt'],
    ['half a minute', ({ opensAt }) => ({ opensAt: opensAt + 30_000 }), 'opensAt'],
  ]
  it.each(wrong)('%s', async (_name, part, field) => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const plan = drops().planFor([communityId])
    const input = { ...plan, ...part(plan) }
    const answer = await refusalOf(() => schedule(owner, input))
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field } })
  })

  function quotaOf(quota: number) {
    return ({ quotas }: Plan) => ({ quotas: quotas.map((each) => ({ ...each, quota })) })
  }

  it('when the platform forbids its title or its terms', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const plan = drops().planFor([communityId])
    for (const field of ['title', 'terms'] as const) {
      const input = { ...plan, [field]: '转发朋友圈再领券' }
      const answer = await refusalOf(() => schedule(owner, input))
      expect(answer).toMatchObject({ code: 'SHARE_RULE', detail: { field } })
    }
  })

  it('with a community of others, of another store, that is paused or that never was', async () => {
    const { newBoundCommunity, planFor } = drops()
    const { owner, communityId } = await newBoundCommunity()
    const foreign = await newBoundCommunity()
    const western = await communitiesOf(shop).newBoundCommunity(undefined, WEST)
    const asked = (as: string, other: string) => () => schedule(as, planFor([communityId, other]))
    const absent = { code: 'COMMUNITY_NOT_FOUND', detail: { field: 'quotas.1.communityId' } }
    expect(await refusalOf(asked(owner, foreign.communityId))).toMatchObject(absent)
    expect(await refusalOf(asked(owner, 'nothing'))).toMatchObject(absent)
    const eastern = shop.fresh('manager')
    await shop.appointManager(eastern)
    const atWest = { code: 'STORE_FOREIGN', detail: { field: 'quotas.1.communityId' } }
    expect(await refusalOf(asked(eastern, western.communityId))).toMatchObject(atWest)
    await pause(foreign.communityId)
    const paused = { code: 'COMMUNITY_PAUSED', detail: { field: 'quotas.1.communityId' } }
    expect(await refusalOf(asked(manager, foreign.communityId))).toMatchObject(paused)
    const { who } = await shop.newMember()
    const asMember = await refusalOf(asked(who, communityId))
    expect(asMember).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('with a template that is not there', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const input = drops().planFor([communityId], { templateId: 'nothing' })
    const answer = await refusalOf(() => schedule(owner, input))
    expect(answer).toMatchObject({ code: 'TEMPLATE_NOT_FOUND' })
  })
})

describe('a drop that is changed', () => {
  it('gives what the changed plan says, and its first request answers as before', async () => {
    const drop = await drops().newDrop({ quotaCounts: [5] })
    const { owner, dropId, communities } = drop
    const ids = communities.map(({ communityId }) => communityId)
    const quotas = ids.map((communityId) => ({ communityId, quota: 1 }))
    const opensAt = drop.opensAt + MINUTE_MS
    const plan = drops().planFor(ids, { title: '改到八点零一分', opensAt, quotas })
    const requestId = shop.fresh('change')
    const calls = await atOnce(8, () => change(owner, { dropId, ...plan }, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    const [first, second] = [await shop.newMember(), await shop.newMember()]
    const early = await drops().claim(first.who, drop)
    expect(early.answer).toMatchObject({ code: 'DROP_NOT_OPEN', detail: { opensAt } })
    await shop.advanceClock(MINUTE_MS)
    expect((await drops().claim(first.who, drop)).answer).toMatchObject({ ok: true })
    expect((await drops().claim(second.who, drop)).answer).toMatchObject({ code: 'DROP_SOLD_OUT' })
    const shown = await shop.value('drops.show', { as: first.who, input: { dropId } })
    expect(shown).toMatchObject({ title: '改到八点零一分', opensAt, quota: 1, leftCount: 0 })
  })

  it('is one of the plans that came at once', async () => {
    const { owner, dropId, communities } = await drops().newDrop()
    const ids = communities.map(({ communityId }) => communityId)
    const calls = await atOnce(6, (place) =>
      change(owner, {
        ...{ dropId, ...drops().planFor(ids, { title: `第 ${place} 稿` }) },
        quotas: ids.map((communityId) => ({ communityId, quota: 10 + place })),
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 6 })
    const { title, quotas } = Object(await storedDrop(dropId))
    expect(title).toBe(`第 ${quotas[0].quota - 10} 稿`)
  })

  it('is refused once it is open, over, cancelled or another’s', async () => {
    const drop = await drops().newDrop()
    const { owner, dropId, communities } = drop
    const ids = communities.map(({ communityId }) => communityId)
    const changed = (as: string) => () => change(as, { dropId, ...drops().planFor(ids) })
    const stranger = await drops().newBoundCommunity()
    expect(await refusalOf(changed(stranger.owner))).toMatchObject({ code: 'DROP_NOT_FOUND' })
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    expect(await refusalOf(changed(owner))).toMatchObject({ code: 'DROP_STARTED' })
    await shop.advanceClock(drop.closesAt - shop.nowMs())
    expect(await refusalOf(changed(owner))).toMatchObject({ code: 'DROP_CLOSED' })
    const cancelled = await drops().newDrop()
    await shop.value('drops.cancel', { as: cancelled.owner, input: { dropId: cancelled.dropId } })
    const plan = drops().planFor(cancelled.communities.map(({ communityId }) => communityId))
    const again = () => change(cancelled.owner, { dropId: cancelled.dropId, ...plan })
    expect(await refusalOf(again)).toMatchObject({ code: 'DROP_CLOSED' })
  })
})

describe('the end of a drop', () => {
  it('is its cancelling before it opens, and twice is once', async () => {
    const drop = await drops().newDrop()
    const { owner, dropId } = drop
    const cancel = (as = owner) => shop.callPatiently('drops.cancel', { as, input: { dropId } })
    const stranger = await drops().newBoundCommunity()
    const foreign = await refusalOf(() => cancel(stranger.owner))
    expect(foreign).toMatchObject({ code: 'DROP_NOT_FOUND' })
    const calls = await atOnce(6, () => cancel())
    expect(tallyOf(calls)).toEqual({ ok: 6 })
    expect(differentAnswers(calls)).toBe(1)
    const { who } = await shop.newMember()
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    expect((await drops().claim(who, drop)).answer).toMatchObject({ code: 'DROP_CLOSED' })
    const opened = await drops().newOpenDrop()
    const late = () =>
      shop.call('drops.cancel', { as: opened.owner, input: { dropId: opened.dropId } })
    expect(await refusalOf(late)).toMatchObject({ code: 'DROP_STARTED' })
  })

  it('is its closing once it is open; what was claimed stays', async () => {
    const drop = await drops().newDrop()
    const { owner, dropId, opensAt } = drop
    const close = (as = owner) => shop.callPatiently('drops.close', { as, input: { dropId } })
    const early = await refusalOf(() => close())
    expect(early).toMatchObject({ code: 'DROP_NOT_OPEN', detail: { opensAt } })
    await shop.advanceClock(opensAt - shop.nowMs())
    const { who } = await shop.newMember()
    const requestId = shop.fresh('claim')
    const claimed = await drops().claim(who, drop, requestId)
    const calls = await atOnce(6, () => close())
    expect(tallyOf(calls)).toEqual({ ok: 6 })
    const late = await shop.newMember()
    expect((await drops().claim(late.who, drop)).answer).toMatchObject({ code: 'DROP_CLOSED' })
    // The answer to her claim may have been lost on the way.
    expect((await drops().claim(who, drop, requestId)).answer).toEqual(claimed.answer)
    expect((await drops().claim(who, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
  })

  it('may come while its community is paused', async () => {
    const { owner, dropId, communities } = await drops().newDrop()
    await pause(communities[0]?.communityId ?? '')
    const { answer } = await shop.call('drops.cancel', { as: owner, input: { dropId } })
    expect(answer).toMatchObject({ value: { state: 'cancelled' } })
  })
})

async function pause(communityId: string) {
  const input = { communityId, isPaused: true }
  await shop.value('communities.pause', { as: manager, input })
}
