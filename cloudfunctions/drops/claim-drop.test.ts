import { dropsOf } from '../../dev/harness/drops-under-test'
import {
  atOnce,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)
const couponsOf = (dropId: string) => shop.find('coupons', { 'source.id': dropId })

async function newMembers(count: number): Promise<string[]> {
  const members = []
  for (let no = 0; no < count; no += 1) members.push((await shop.newMember()).who)
  return members
}

describe('a claim', () => {
  it('gives one coupon, in the community of the card, and its wallet has it', async () => {
    const drop = await drops().newOpenDrop()
    const { who } = await shop.newMember()
    const { answer } = await drops().claim(who, drop)
    if (!answer.ok) throw new Error(answer.code)
    const { couponId, communityId } = answer.value
    expect(communityId).toBe(drop.communities[0]?.communityId)
    const { coupons } = await shop.value('coupons.wallet', { as: who })
    expect(coupons).toMatchObject([{ couponId, title: '新人满30减5元券', state: 'issued' }])
  })

  it('costs two calls and one document, and none once it is known to be sold out', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [2] })
    const [first = '', second = '', late = '', later = ''] = await newMembers(4)
    const costOf = async (who: string) => {
      const { dbCalls, docsWritten } = await drops().claim(who, drop)
      return `${dbCalls} calls, ${docsWritten} written`
    }
    await costOf(first)
    expect(await costOf(second)).toBe('2 calls, 1 written')
    await costOf(late)
    expect(await costOf(later)).toBe('1 calls, 0 written')
    // Who has one is told so, not that it is sold out.
    expect((await drops().claim(first, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
  })

  it('has one effect and one answer for one request, also 32 at once', async () => {
    const drop = await drops().newOpenDrop()
    const { who } = await shop.newMember()
    const requestId = shop.fresh('claim')
    const calls = await atOnce(32, () => drops().claim(who, drop, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 32 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await couponsOf(drop.dropId)).toHaveLength(1)
  })

  it('is answered again after the drop was closed and while its community is paused', async () => {
    const drop = await drops().newOpenDrop()
    const [{ communityId = '' } = {}] = drop.communities
    const { who } = await shop.newMember()
    const requestId = shop.fresh('claim')
    const { answer: first } = await drops().claim(who, drop, requestId)
    const pause = async (isPaused: boolean) => {
      const input = { communityId, isPaused }
      await shop.value('communities.pause', { as: manager, input, requestId: shop.fresh('pause') })
      // An instance keeps what it read of a community for a minute: another one is to answer.
      const died = { as: who, fault: 'kill-before-call:1' }
      await shop.send('drops', { action: 'show', input: { dropId: drop.dropId } }, died)
    }
    await pause(true)
    expect((await drops().claim(who, drop, requestId)).answer).toEqual(first)
    const { who: other } = await shop.newMember()
    expect((await drops().claim(other, drop)).answer).toMatchObject({ code: 'COMMUNITY_PAUSED' })
    await pause(false)
    await shop.value('drops.close', { as: drop.owner, input: { dropId: drop.dropId } })
    const again = await drops().claim(who, drop, requestId)
    expect(again.answer).toEqual(first)
    expect(again.docsWritten).toBe(0)
    expect((await drops().claim(who, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
    const { who: late } = await shop.newMember()
    expect((await drops().claim(late, drop)).answer).toMatchObject({ code: 'DROP_CLOSED' })
  })

  it('is one for each member across all communities, whichever request asks', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [5, 5] })
    const { who } = await shop.newMember()
    const [east, west] = drop.communities
    const { dropId } = drop
    const calls = await atOnce(8, (place) =>
      drops().claim(who, { dropId, group: place % 2 === 0 ? east?.group : west?.group }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, DROP_CLAIMED: 7 })
    expect(await couponsOf(dropId)).toHaveLength(1)
  })

  it('by the same request for another drop is refused', async () => {
    const [one, other] = [await drops().newOpenDrop(), await drops().newOpenDrop()]
    const { who } = await shop.newMember()
    const requestId = shop.fresh('claim')
    expect((await drops().claim(who, one, requestId)).answer).toMatchObject({ ok: true })
    const { answer } = await drops().claim(who, other, requestId)
    expect(answer).toMatchObject({ code: 'REQUEST_REUSED' })
    expect(await couponsOf(other.dropId)).toHaveLength(0)
  })

  it('gives exactly the quota of each community to a crowd that comes at once', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [7, 4] })
    const members = await newMembers(24)
    const { dropId, communities } = drop
    const calls = await atOnce(members.length, (place) =>
      drops().claim(members[place] ?? '', { dropId, group: communities[place % 2]?.group }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 11, DROP_SOLD_OUT: 13 })
    const given = await couponsOf(dropId)
    const inEach = communities.map(
      ({ communityId }) => given.filter((coupon) => coupon.communityId === communityId).length,
    )
    expect(inEach).toEqual([7, 4])
    expect(new Set(given.map(({ memberId }) => memberId)).size).toBe(11)
  })
})

describe('a claim is refused, without a trace,', () => {
  async function refusal(
    who: string,
    at: { dropId: string; group?: string | undefined },
  ): Promise<unknown> {
    const before = await shop.dump()
    const { answer } = await drops().claim(who, at)
    expect(await shop.dump()).toBe(before)
    return answer
  }

  it('without a card, from an unknown group, and from one that is not invited', async () => {
    const drop = await drops().newOpenDrop()
    const elsewhere = await drops().newBoundCommunity()
    const { who } = await shop.newMember()
    const { dropId } = drop
    expect(await refusal(who, { dropId })).toMatchObject({ code: 'GROUP_REQUIRED' })
    expect(await refusal(who, { dropId, group: 'nobodys' })).toMatchObject({
      code: 'GROUP_UNKNOWN',
    })
    expect(await refusal(who, { dropId, group: elsewhere.group })).toMatchObject({
      code: 'GROUP_NOT_INVITED',
    })
    expect(await refusal(who, { ...drop, dropId: 'none' })).toMatchObject({
      code: 'DROP_NOT_FOUND',
    })
  })

  it('before it opens, after it closes, and when it was closed early', async () => {
    const { newDrop, newOpenDrop } = drops()
    const { who } = await shop.newMember()
    const early = await newDrop()
    const detail = { opensAt: early.opensAt }
    expect(await refusal(who, early)).toMatchObject({ code: 'DROP_NOT_OPEN', detail })
    await shop.advanceClock(early.closesAt - shop.nowMs())
    expect(await refusal(who, early)).toMatchObject({ code: 'DROP_CLOSED' })
    const closed = await newOpenDrop()
    await shop.value('drops.close', { as: closed.owner, input: { dropId: closed.dropId } })
    expect(await refusal(who, closed)).toMatchObject({ code: 'DROP_CLOSED' })
  })

  it('to those whom it is not for, and to those who have not joined', async () => {
    const drop = await drops().newOpenDrop({ who: { joinedBeforeOn: '2026-03-10' } })
    const { who } = await shop.newMember()
    const detail = { joinedBeforeOn: '2026-03-10' }
    expect(await refusal(who, drop)).toMatchObject({ code: 'DROP_NOT_FOR_YOU', detail })
    expect(await refusal('stranger', drop)).toMatchObject({ code: 'MEMBER_REQUIRED' })
    const silver = await drops().newOpenDrop({ who: { tierFrom: 'silver' } })
    expect(await refusal(who, silver)).toMatchObject({ code: 'DROP_NOT_FOR_YOU' })
  })

  it('when a group is written into the event or the input by hand', async () => {
    const drop = await drops().newOpenDrop()
    const { who } = await shop.newMember()
    const before = await shop.dump()
    const { dropId, group: opengid } = drop
    const forged = { cloudID: 'x', data: { opengid } }
    const events = [
      [{ input: { dropId }, group: forged }, 'INPUT_INVALID'],
      [{ input: { dropId, opengid, group: forged } }, 'GROUP_REQUIRED'],
      [{ input: { dropId }, opengid }, 'GROUP_REQUIRED'],
    ] as const
    for (const [event, code] of events) {
      const sent = { action: 'claim', requestId: shop.fresh('forged'), ...event }
      expect((await shop.send('drops', sent, { as: who })).answer).toMatchObject({ code })
    }
    expect(await shop.dump()).toBe(before)
  })

  it('says when the next drop opens, once this one is sold out', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [1] })
    const { owner, communities } = drop
    const ids = communities.map(({ communityId }) => communityId)
    const input = drops().planFor(ids)
    await shop.value('drops.schedule', { as: owner, requestId: shop.fresh('next'), input })
    const [first = '', late = ''] = await newMembers(2)
    await drops().claim(first, drop)
    const detail = { nextDropAt: input.opensAt }
    expect(await refusal(late, drop)).toMatchObject({ code: 'DROP_SOLD_OUT', detail })
  })
})
