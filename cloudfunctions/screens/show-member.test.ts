import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const ask = async (memberNumber: string, as = manager) =>
  (await shop.callPatiently('members.show', { as, input: { memberNumber } })).answer
const show = (memberNumber: string) =>
  shop.value('members.show', { as: manager, input: { memberNumber } })

describe('all of one member for a manager', () => {
  it('is who she is, what she has, and what she did', async () => {
    const { who, memberId } = await shop.newMember(300)
    const memberNumber = await shop.numberOf(who)
    await shop.value('members.updateProfile', { as: who, input: { nickname: '林晓棠' } })
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const rewardId = await shop.newReward()
    const { redemptionId, pickupCode } = await shop.value('mall.redeem', {
      as: who,
      input: { rewardId },
    })
    const tag = { memberNumber, tag: '老邻居', isOn: true }
    await shop.value('tags.set', { as: manager, input: tag })
    const shown = await show(memberNumber)
    expect(shown).toMatchObject({
      ...{ memberId, memberNumber, nickname: '林晓棠', todayOn: '2026-03-10' },
      ...{ hasPhone: false, hasBirthday: false, joinedStoreName: null, frozen: null },
      ...{ boughtCount: 1, lastBoughtOn: '2026-03-10', debtPoints: 0, notes: [] },
      balancePoints: await shop.balanceOf(who),
      purchases: [{ storeName: '东店', paidFen: 30_000, earnedPoints: 300, state: 'settled' }],
      redemptions: [{ redemptionId, state: 'waiting', pricePoints: 100 }],
      tags: [{ tag: '老邻居', byName: '店长' }],
    })
    expect(shown.coupons.map(({ couponId }) => couponId)).toEqual(
      coupons.map(({ couponId }) => couponId),
    )
    expect(shown.gifts).toMatchObject([{ state: 'claimed' }])
    // What is hers to show is on no page of others.
    expect(JSON.stringify(shown)).not.toContain(pickupCode)
    expect(await shop.find('member_lookups', { memberIds: memberId })).toMatchObject([
      { what: 'show', staffName: '店长' },
    ])
  })

  it('is where her membership lives by now, with the notes of both', async () => {
    const [gone, stays] = [await shop.newMember(), await shop.newMember()]
    const [fromNumber, toNumber] = [await shop.numberOf(gone.who), await shop.numberOf(stays.who)]
    const input = { memberId: gone.memberId, text: '不吃香菜' }
    await shop.value('members.addNote', { as: manager, input })
    const sides = { fromNumber, toNumber, reason: '换了手机' }
    const { mergeId } = await shop.value('merging.merge', { as: manager, input: sides })
    expect(await show(fromNumber)).toMatchObject({
      memberNumber: toNumber,
      notes: [{ text: '不吃香菜', byName: '店长' }],
    })
    await shop.value('merging.undo', { as: manager, input: { mergeId } })
    expect(await show(toNumber)).toMatchObject({ memberNumber: toNumber, notes: [] })
    expect(await show(fromNumber)).toMatchObject({ notes: [{ text: '不吃香菜' }] })
  })

  it('counts a number of nobody among the looks of the day, and tells nothing more', async () => {
    const days = async () => (await shop.find('lookup_days')).map(({ count }) => Number(count))
    const [before = 0] = await days()
    const answer = await ask('00000000')
    expect(answer).toMatchObject({ ok: false, code: 'MEMBER_NOT_FOUND' })
    expect(answer).not.toHaveProperty('detail')
    expect(await days()).toEqual([before + 1])
    expect(await shop.find('member_lookups', { memberIds: [] })).toHaveLength(1)
  })

  it('is for managers alone', async () => {
    const { who } = await shop.newMember()
    const memberNumber = await shop.numberOf(who)
    const before = await shop.dump()
    for (const as of [clerk, who]) {
      expect(await ask(memberNumber, as)).toMatchObject({ code: 'ROLE_REQUIRED' })
    }
    expect(await shop.dump()).toBe(before)
  })

  it('names the store whose poster she joined by, and reads in so many calls', async () => {
    const scene = shop.fresh('scene')
    const place = { storeId: EAST, staffId: null, groupId: null, campaignId: null }
    await shop.local.engine.insert('join_scenes', [{ _id: scene, ...place }])
    const who = shop.fresh('newcomer')
    await shop.value('members.join', { as: who, input: { scene } })
    const input = { memberNumber: await shop.numberOf(who) }
    await show(input.memberNumber)
    const called = await shop.call('members.show', { as: manager, input })
    expect(called.answer).toMatchObject({ ok: true, value: { joinedStoreName: '东店' } })
    // Who asks, whether it was asked before, her and seven things of hers; then the look is kept.
    expect(called.dbCalls).toBe(15)
  })
})
