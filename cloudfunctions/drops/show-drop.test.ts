import { dropsOf } from '../../dev/harness/drops-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)
type Made = Awaited<ReturnType<ReturnType<typeof dropsOf>['newDrop']>>

const show = (as: string, { dropId, group }: { dropId: string; group?: string | undefined }) =>
  shop.value('drops.show', { as, input: { dropId }, ...(group === undefined ? {} : { group }) })

/** Somebody who looks at a drop by this card, or by none. */
interface Looking {
  readonly who: string
  readonly drop: Made
  readonly group?: string | undefined
}

async function lookingAt(drop: Made, over: Partial<Looking> = {}): Promise<Looking> {
  return { who: (await shop.newMember()).who, drop, group: drop.group, ...over }
}

const states: Readonly<Record<string, () => Promise<Looking>>> = {
  'has not joined': async () => lookingAt(await drops().newOpenDrop(), { who: 'stranger' }),
  'has not joined, and came without a card': async () =>
    lookingAt(await drops().newOpenDrop(), { who: 'stranger', group: undefined }),
  'came without a card': async () => lookingAt(await drops().newOpenDrop(), { group: undefined }),
  'came by an unknown group': async () =>
    lookingAt(await drops().newOpenDrop(), { group: 'nobodys' }),
  'came by a group that is not invited': async () => {
    const { group } = await drops().newBoundCommunity()
    return lookingAt(await drops().newOpenDrop(), { group })
  },
  'came by a paused community': async () => {
    const drop = await drops().newOpenDrop()
    const input = { communityId: drop.communities[0]?.communityId ?? '', isPaused: true }
    await shop.value('communities.pause', { as: manager, input })
    return lookingAt(drop)
  },
  'is early': async () => lookingAt(await drops().newDrop()),
  'is early, without a card': async () => lookingAt(await drops().newDrop(), { group: undefined }),
  'joined too late': async () =>
    lookingAt(await drops().newOpenDrop({ who: { joinedBeforeOn: '2026-03-01' } })),
  'has no tier': async () => lookingAt(await drops().newOpenDrop({ who: { tierFrom: 'silver' } })),
  'may claim': async () => lookingAt(await drops().newOpenDrop()),
  'has one': async () => claimedIn(await drops().newOpenDrop()),
  'has one, and came without a card': async () => {
    const looking = await claimedIn(await drops().newOpenDrop())
    return { ...looking, group: undefined }
  },
  'has one of a drop that is over': async () => {
    const looking = await claimedIn(await drops().newOpenDrop())
    await shop.advanceClock(looking.drop.closesAt - shop.nowMs())
    return looking
  },
  'has the last one': async () => claimedIn(await drops().newOpenDrop({ quotaCounts: [1] })),
  'is late': async () => {
    const drop = await drops().newOpenDrop()
    await shop.advanceClock(drop.closesAt - shop.nowMs())
    return lookingAt(drop)
  },
  'comes after it was closed early': async () => {
    const drop = await drops().newOpenDrop()
    await shop.value('drops.close', { as: drop.owner, input: { dropId: drop.dropId } })
    return lookingAt(drop)
  },
  'comes to a cancelled one': async () => {
    const drop = await drops().newDrop()
    await shop.value('drops.cancel', { as: drop.owner, input: { dropId: drop.dropId } })
    return lookingAt(drop)
  },
  'finds it sold out': async () => {
    const { drop } = await claimedIn(await drops().newOpenDrop({ quotaCounts: [1] }))
    return lookingAt(drop)
  },
  'finds it sold out, with another one to come': async () => {
    const { drop } = await claimedIn(await drops().newOpenDrop({ quotaCounts: [1] }))
    const input = drops().planFor(drop.communities.map(({ communityId }) => communityId))
    await shop.value('drops.schedule', { as: drop.owner, requestId: shop.fresh('next'), input })
    return lookingAt(drop)
  },
}

async function claimedIn(drop: Made): Promise<Looking> {
  const looking = await lookingAt(drop)
  const { answer } = await drops().claim(looking.who, drop)
  expect(answer).toMatchObject({ ok: true })
  return looking
}

describe('why she may not claim is what a claim says of somebody who', () => {
  it.each(Object.entries(states))('%s', async (_name, prepare) => {
    const { who, drop, group } = await prepare()
    const at = { dropId: drop.dropId, group }
    const before = await shop.dump()
    const { blockedBy } = await show(who, at)
    expect(await shop.dump()).toBe(before)
    const { answer } = await drops().claim(who, at)
    if (answer.ok) expect(blockedBy).toBeNull()
    else {
      const { code, message } = answer
      expect(blockedBy).toEqual({ code, message, detail: answer.detail ?? {} })
    }
  })
})

describe('a drop that is shown', () => {
  it('has the stock of her group, of all together without one, and not another’s', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [3, 8], terms: '每人一张。' })
    const [east, west] = drop.communities
    await drops().claim((await shop.newMember()).who, { dropId: drop.dropId, group: west?.group })
    const { who } = await shop.newMember()
    const { dropId } = drop
    expect(await show(who, { dropId, group: west?.group })).toMatchObject({
      ...{ quota: 8, leftCount: 7, communityId: west?.communityId, communityName: '东街邻里群' },
      ...{ terms: '每人一张。', state: 'open', claimed: null, nextDropAt: null },
    })
    expect(await show(who, { dropId, group: east?.group })).toMatchObject({
      quota: 3,
      leftCount: 3,
    })
    const outside = { quota: 11, leftCount: 10, communityId: null, communityName: null }
    expect(await show(who, { dropId })).toMatchObject(outside)
    expect(await show('stranger', { dropId })).toMatchObject(outside)
  })

  it('is sold out in one group while another still has some', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [1, 1] })
    const { who } = await shop.newMember()
    await drops().claim(who, drop)
    const { dropId, group, communities } = drop
    expect(await show(who, { dropId, group })).toMatchObject({ state: 'soldOut', leftCount: 0 })
    const other = { dropId, group: communities[1]?.group }
    expect(await show(who, other)).toMatchObject({ state: 'open', leftCount: 1 })
    expect(await show(who, { dropId })).toMatchObject({ state: 'open', leftCount: 1 })
  })

  it('says when the next one of her group comes, and what she has', async () => {
    const drop = await drops().newOpenDrop()
    const input = drops().planFor(drop.communities.map(({ communityId }) => communityId))
    await shop.value('drops.schedule', { as: drop.owner, requestId: shop.fresh('next'), input })
    const { who } = await shop.newMember()
    const { answer } = await drops().claim(who, drop)
    const couponId = answer.ok && answer.value.couponId
    expect(await show(who, drop)).toMatchObject({
      ...{ nextDropAt: input.opensAt, claimed: { couponId } },
      ...{ blockedBy: { code: 'DROP_CLAIMED', detail: { couponId } } },
    })
    expect(await show(who, { dropId: drop.dropId })).toMatchObject({ nextDropAt: null })
  })

  it('counts by the server’s time, through all its states', async () => {
    const drop = await drops().newDrop()
    const { who } = await shop.newMember()
    const { dropId, opensAt, closesAt } = drop
    const early = await show(who, drop)
    expect(early).toMatchObject({ state: 'scheduled', opensAt, closesAt })
    expect(Math.abs(early.serverNow - shop.nowMs())).toBeLessThan(60_000)
    await shop.advanceClock(opensAt - shop.nowMs())
    expect((await show(who, drop)).state).toBe('open')
    await shop.advanceClock(closesAt - shop.nowMs())
    expect((await show(who, drop)).state).toBe('closed')
    const { answer } = await shop.call('drops.show', { as: who, input: { dropId: `${dropId}x` } })
    expect(answer).toMatchObject({ code: 'DROP_NOT_FOUND' })
  })
})
