import { giftFields, giftRulesOf, storedGiftRule } from '../../dev/harness/gifts-under-test'
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

const claim = (who: string, requestId?: string) =>
  shop.callPatiently('gifts.claimPack', { as: who, requestId })

describe('the welcome pack', () => {
  it('gives points for a year and a coupon, and says when both end', async () => {
    const { who } = await shop.newMember()
    const { answer } = await claim(who)
    const coupon = { faceFen: 500, thresholdFen: 3_000, expiresOn: '2026-04-08', state: 'issued' }
    const value = { points: 100, pointsExpireOn: '2027-03-31', coupons: [coupon] }
    expect(answer).toMatchObject({ ok: true, value })
    expect(await shop.balanceOf(who)).toBe(100)
    expect((await shop.books()).balanced).toBe(true)
  })

  it.each([
    ['one request', (same: string) => same],
    ['different requests', () => undefined],
  ])('is given once to %s sent fifty times at once, with equal answers', async (_name, idOf) => {
    const { who, memberId } = await shop.newMember()
    const same = shop.fresh('request')
    const calls = await atOnce(50, () => claim(who, idOf(same)))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('points_entries', { memberId })).toHaveLength(1)
    expect(await shop.find('coupons', { memberId })).toHaveLength(1)
  })

  it('answers the first claim again a year later, and gives nothing more', async () => {
    const { who } = await shop.newMember()
    const first = await claim(who)
    const before = await shop.dump()
    await shop.advanceClock(365 * 86_400_000)
    expect((await claim(who)).answer).toEqual(first.answer)
    expect(await shop.dump()).toBe(before)
  })

  it('can be claimed to the end of the seventh day, and leaves no trace after it', async () => {
    await shop.setClock('2028-05-01T02:00:00.000Z')
    const intime = await shop.newMember()
    const late = await shop.newMember()
    await shop.setClock('2028-05-07T15:59:50.000Z')
    expect((await claim(intime.who)).answer.ok).toBe(true)
    await shop.setClock('2028-05-07T16:00:01.000Z')
    const before = await shop.dump()
    expect((await claim(late.who)).answer).toMatchObject({ ok: false, code: 'PACK_EXPIRED' })
    expect(await shop.dump()).toBe(before)
  })

  it('is for members only, and holds what the shop put in, not what the event says', async () => {
    const stranger = await claim(shop.fresh('visitor'))
    expect(stranger.answer).toMatchObject({ ok: false, code: 'MEMBER_REQUIRED' })
    const { who } = await shop.newMember()
    const forged = { points: 100_000, openid: 'rich', memberId: 'rich' }
    const event = { action: 'claimPack', input: forged, ...forged }
    const { answer } = await shop.send('gifts', event, { as: who })
    expect(answer).toMatchObject({ ok: true, value: { points: 100, balancePoints: 100 } })
  })
})

describe('a gift of a rule', () => {
  it('is given as the manager published it, and remembers by which version', async () => {
    const { put } = giftRulesOf(() => shop)
    const gift = { points: 60, couponTemplateIds: ['welcome-5'] }
    const ruleId = 'welcome'
    await put({ ...giftFields({ scene: 'welcome', title: '新人礼包', gift }), ruleId })
    const { who, memberId } = await shop.newMember()
    expect((await claim(who)).answer).toMatchObject({ ok: true, value: { points: 60 } })
    const rule = { ruleId: 'gift-welcome', ruleVersion: 2 }
    expect(await shop.find('points_entries', { memberId })).toMatchObject([rule])
    expect(await shop.find('grants', { memberId })).toMatchObject([
      { ruleId: 'welcome', ruleVersion: 2, state: 'claimed', points: 60, why: null },
    ])
  })

  it('must be one of the shop, and her own', async () => {
    const { who, memberId } = await shop.newMember()
    const other = await shop.newMember()
    const before = await shop.dump()
    for (const giftId of [`gold:${memberId}:once`, `welcome:${other.memberId}:once`]) {
      const { answer } = await shop.call('gifts.claim', { as: who, input: { giftId } })
      expect(answer).toMatchObject({ code: 'GIFT_NOT_FOUND', detail: { field: 'giftId' } })
    }
    expect(await shop.dump()).toBe(before)
  })

  it('is the same pack under either name', async () => {
    const { who, memberId } = await shop.newMember()
    const first = await claim(who)
    const giftId = `welcome:${memberId}:once`
    const again = await shop.call('gifts.claim', { as: who, input: { giftId } })
    expect(again.answer).toEqual(first.answer)
    expect(await shop.find('grants', { memberId })).toHaveLength(1)
  })
})

describe('a gift of coupons alone', () => {
  const gift = { points: 0, couponTemplateIds: ['none'], thing: null }

  it('is not used up while its coupon is not there', async () => {
    const other = await openShop()
    await other.local.engine.insert('gift_rules', [storedGiftRule('welcome', { gift })])
    try {
      const { who, memberId } = await other.newMember()
      const { answer } = await other.call('gifts.claimPack', { as: who })
      expect(answer).toMatchObject({ ok: false, code: 'GIFT_NOT_FOUND' })
      expect(await other.find('grants', { memberId })).toEqual([])
      expect((await other.value('members.home', { as: who })).pack.state).toBe('claimable')
    } finally {
      await other.stop()
    }
  })

  it('is given without an entry, since no points move', async () => {
    const other = await openShop()
    const some = { ...gift, couponTemplateIds: ['welcome-5'], thing: '鲜鸡蛋一枚' }
    await other.local.engine.insert('gift_rules', [storedGiftRule('welcome', { gift: some })])
    try {
      const { who, memberId } = await other.newMember()
      const pack = await other.value('gifts.claimPack', { as: who })
      const coupons = [{ faceFen: 500 }, { kind: 'gift', thing: '鲜鸡蛋一枚' }]
      expect(pack).toMatchObject({ points: 0, balancePoints: 0, coupons })
      expect(await other.find('points_entries', { memberId })).toEqual([])
      expect(await other.find('grants', { memberId })).toHaveLength(1)
      expect((await other.value('members.home', { as: who })).pack.state).toBe('claimed')
    } finally {
      await other.stop()
    }
  })
})

describe('the gift of the day of joining', () => {
  const claimGift = async (who: string, year: number) => {
    const { memberId } = (await shop.value('members.home', { as: who })).member ?? {}
    const input = { giftId: `anniversary:${memberId}:${year}` }
    return shop.callPatiently('gifts.claim', { as: who, input })
  }
  const offeredTo = async (who: string) => (await shop.value('members.home', { as: who })).gifts

  it('is not due in the first year, and leaves no trace', async () => {
    const { who } = await shop.newMember()
    const before = await shop.dump()
    expect((await claimGift(who, 2027)).answer).toMatchObject({ ok: false, code: 'GIFT_NOT_DUE' })
    expect(await shop.dump()).toBe(before)
  })

  it('is offered and given once a year, whoever asks how often at once', async () => {
    await shop.setClock('2036-03-20T02:00:00.000Z')
    const { who, memberId } = await shop.newMember()
    await shop.setClock('2037-03-19T15:59:00.000Z')
    expect(await offeredTo(who)).toEqual([])
    await shop.setClock('2037-03-19T16:01:00.000Z')
    const giftId = `anniversary:${memberId}:2037`
    const offered = { giftId, scene: 'anniversary', title: '入会纪念日礼', points: 50 }
    expect(await offeredTo(who)).toEqual([{ ...offered, claimUntilOn: '2037-03-26' }])
    const calls = await atOnce(10, () => claimGift(who, 2037))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await offeredTo(who)).toEqual([])
    await shop.setClock('2038-03-20T02:00:00.000Z')
    expect((await claimGift(who, 2038)).answer).toMatchObject({ ok: true, value: { points: 50 } })
    const grants = await shop.find('grants', { memberId })
    expect(grants.map(({ _id }) => _id).sort()).toEqual([
      `anniversary:${memberId}:2037`,
      `anniversary:${memberId}:2038`,
    ])
  })

  it('is told in the history by what it is and how often it comes', async () => {
    await shop.setClock('2038-04-01T02:00:00.000Z')
    const { who } = await shop.newMember()
    await shop.setClock('2039-04-01T02:00:00.000Z')
    await claimGift(who, 2039)
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]).toMatchObject({
      sentence: '领取入会纪念日礼，获得 50 积分',
      ruleSentence: '入会纪念日礼，每位会员每年一次',
    })
  })
})
