import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

jest.setTimeout(120_000)

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 2_000 })
})
afterAll(() => shop.stop())

const reason = '换了手机号'

/** Two memberships of one person: points, a pack's coupon and a waiting redemption in the first. */
async function twoSides(pointsOfA = 300, pointsOfB = 40) {
  const a = await shop.newMember(pointsOfA)
  const b = await shop.newMember(pointsOfB)
  await shop.value('gifts.claimPack', { as: a.who })
  const rewardId = await shop.newReward()
  const redemption = await shop.value('mall.redeem', { as: a.who, input: { rewardId } })
  const numbers = {
    fromNumber: await shop.numberOf(a.who),
    toNumber: await shop.numberOf(b.who),
  }
  return { a, b, numbers, redemption, input: { ...numbers, reason } }
}

const merge = (input: { fromNumber: string; toNumber: string; reason: string }, requestId = '') =>
  shop.callPatiently('merging.merge', {
    as: manager,
    requestId: requestId || shop.fresh('merge'),
    input,
  })

async function worthOf(...ids: readonly string[]): Promise<number> {
  let worth = 0
  for (const _id of ids) {
    const [account] = await shop.find('points_accounts', { _id })
    worth += Number(account?.balancePoints ?? 0) - Number(account?.debtPoints ?? 0)
  }
  return worth
}

/** Whose documents they are, by collection. */
async function belongingsOf(memberId: string) {
  const counts: Record<string, number> = {}
  for (const name of ['coupons', 'purchases', 'redemptions']) {
    counts[name] = (await shop.find(name, { memberId })).length
  }
  return counts
}

describe('merging two memberships', () => {
  it('moves points, coupons, purchases and redemptions; totals before = after', async () => {
    const { a, b, input, redemption } = await twoSides()
    const before = await worthOf(a.memberId, b.memberId)
    const { answer } = await merge(input)
    expect(answer).toMatchObject({ ok: true, value: { points: 300, state: 'merged' } })
    expect(await worthOf(a.memberId, b.memberId)).toBe(before)
    expect(await worthOf(a.memberId)).toBe(0)
    expect(await belongingsOf(a.memberId)).toEqual({ coupons: 0, purchases: 0, redemptions: 0 })
    expect(await belongingsOf(b.memberId)).toEqual({ coupons: 1, purchases: 2, redemptions: 1 })
    const { redemptionId } = redemption
    const cancel = { as: b.who, input: { redemptionId } }
    expect(await shop.value('mall.cancelRedemption', cancel)).toMatchObject({ balancePoints: 440 })
    const { entries } = await shop.value('points.history', { as: b.who })
    expect(entries.map(({ sentence }) => sentence)).toContain(
      '合并会员身份（换了手机号），转入 300 积分',
    )
    expect((await shop.books()).balanced).toBe(true)
  })

  it('ends the one identity: its code, its phone, a second pack', async () => {
    const { a, b, input } = await twoSides()
    const memberCode = await shop.codeOf(a.who)
    await merge(input)
    const refused = [
      await shop.call('members.home', { as: a.who }),
      await shop.call('members.join', { as: a.who }),
      await shop.call('gifts.claimPack', { as: a.who }),
      await shop.call('staff.scan', { as: clerk, input: { memberCode, storeId: EAST } }),
      await shop.call('purchases.settle', { as: clerk, input: { memberCode, billFen: 1_000 } }),
      await shop.call('points.freeze', {
        as: manager,
        input: { memberNumber: input.fromNumber, reason },
      }),
      await merge(input),
    ]
    for (const { answer } of refused) {
      expect(answer).toMatchObject({
        code: 'MEMBERSHIP_MERGED',
        detail: { mergedOn: '2026-03-10' },
      })
    }
    expect(await shop.value('members.home', { as: b.who })).toMatchObject({
      pack: { state: 'claimed' },
    })
    expect((await shop.call('gifts.claimPack', { as: b.who })).answer).toMatchObject({
      code: 'PACK_CLAIMED',
    })
  })

  it('repays what the other owed, and a refund of an old purchase finds its points', async () => {
    const { a, b, input } = await twoSides(300, 0)
    await shop.advanceClock(60_000)
    const { purchaseId } = await shop.earn(b.who, 150)
    const rewardId = await shop.newReward({ pricePoints: 120 })
    await shop.value('mall.redeem', { as: b.who, input: { rewardId } })
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    const [old] = await shop.find('purchases', { memberId: a.memberId })
    await merge(input)
    expect(await shop.balanceOf(b.who)).toBe(300 - 120)
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId: String(old?._id) } })
    const { balancePoints, debtPoints } = await shop.value('points.history', { as: b.who })
    expect([balancePoints, debtPoints]).toEqual([0, 120])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('happens once for one request sent 20 times at once, and for two managers', async () => {
    const { a, b, input } = await twoSides()
    const before = await worthOf(a.memberId, b.memberId)
    const same = await atOnce(20, () => merge(input, 'merge-of-twenty'))
    expect(tallyOf(same)).toEqual({ ok: 20 })
    expect(new Set(same.map(({ answer }) => JSON.stringify(answer))).size).toBe(1)
    expect(await worthOf(a.memberId, b.memberId)).toBe(before)
    const other = { ...input, reason: '别的原因' }
    expect((await merge(other, 'merge-of-twenty')).answer).toMatchObject({ code: 'REQUEST_REUSED' })
    expect(
      await shop.find('points_entries', { reason: 'mergedIn', memberId: b.memberId }),
    ).toHaveLength(1)
  })

  it('keeps every point while both sides earn and spend', async () => {
    const { a, b, input } = await twoSides(400, 400)
    const before = await worthOf(a.memberId, b.memberId)
    const rewardId = await shop.newReward({ pricePoints: 10, leftCount: 99, limitPerMember: 99 })
    const adjust = (who: string, to: string) => () =>
      shop.call('points.adjust', {
        as: manager,
        requestId: shop.fresh(who),
        input: { memberNumber: to, points: 7, reason },
      })
    const redeem = (who: string) => () =>
      shop.call('mall.redeem', { as: who, requestId: shop.fresh('r'), input: { rewardId } })
    const work = [
      ...Array.from({ length: 6 }, () => adjust('a', input.fromNumber)),
      ...Array.from({ length: 6 }, () => adjust('b', input.toNumber)),
      ...Array.from({ length: 6 }, () => redeem(a.who)),
      ...Array.from({ length: 6 }, () => redeem(b.who)),
    ]
    const merging = merge(input)
    const done = await Promise.all(work.map((act) => act()))
    expect((await merging).answer).toMatchObject({ ok: true })
    const given = done.slice(0, 12).filter(({ answer }) => answer.ok).length
    const spent = done.slice(12).filter(({ answer }) => answer.ok).length
    expect(await worthOf(a.memberId, b.memberId)).toBe(before + 7 * given - 10 * spent)
    expect(await worthOf(a.memberId)).toBe(0)
    await shop.advanceClock(121_000)
    await shop.fireTimer('merging')
    await shop.fireTimer('mall')
    expect(await belongingsOf(a.memberId)).toEqual({ coupons: 0, purchases: 0, redemptions: 0 })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('refused leaves no trace', async () => {
    const { a, input } = await twoSides()
    const frozen = await shop.newMember(5)
    const memberNumber = await shop.numberOf(frozen.who)
    await shop.value('points.freeze', { as: manager, input: { memberNumber, reason } })
    const clerkNumber = await shop.numberOf(clerk)
    const managerNumber = await shop.numberOf(manager)
    const before = await shop.dump()
    const codes = []
    for (const wish of [
      { ...input, toNumber: input.fromNumber },
      { ...input, toNumber: '00000000' },
      { ...input, toNumber: memberNumber },
      { ...input, fromNumber: clerkNumber },
      { ...input, toNumber: managerNumber },
    ]) {
      const { answer } = await merge(wish)
      codes.push(!answer.ok && answer.code)
    }
    const by = await shop.call('merging.merge', { as: a.who, input })
    expect([...codes, !by.answer.ok && by.answer.code]).toEqual([
      'MERGE_SAME',
      'MEMBER_NOT_FOUND',
      'ACCOUNT_FROZEN',
      'MERGE_STAFF',
      'SELF_SERVICE',
      'ROLE_REQUIRED',
    ])
    expect(await shop.dump()).toBe(before)
  })
})
