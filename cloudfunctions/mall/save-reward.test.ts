import { rewardsOf } from '../../dev/harness/rewards-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let rewards: ReturnType<typeof rewardsOf>
beforeAll(async () => {
  shop = await openShop()
  rewards = rewardsOf(shop)
})
afterAll(() => shop.stop())

describe('a new reward', () => {
  it('is in the mall once there is some of it, as it was written', async () => {
    const part = { ...{ title: '竹纤维毛巾', description: '柔软不掉毛' }, cashFen: 990 }
    const offer = { ...part, worthFen: 1_990, limitPerDay: 1, tierFrom: 'silver' } as const
    const { rewardId, isShown } = await rewards.saved({ ...offer, saleUntilOn: '2026-03-31' })
    expect(isShown).toBe(false)
    expect(await rewards.inMall(rewardId)).toBeUndefined()
    await rewards.stock(rewardId, 12)
    expect(await rewards.inMall(rewardId)).toMatchObject({
      ...{ ...offer, pricePoints: 100, limitPerMember: 5, leftCount: 12, totalCount: 12 },
      ...{ saleFromOn: null, saleUntilOn: '2026-03-31', saleState: 'onSale', picture: '' },
    })
  })

  it('stands last, or where its manager puts it', async () => {
    const first = await rewards.stocked({ sortOrder: 3 })
    const last = await rewards.stocked()
    const front = await rewards.stocked({ sortOrder: 1 })
    const { rewards: all } = await shop.value('mall.rewards', { as: shop.fresh('visitor') })
    const order = all.map(({ rewardId }) => rewardId)
    const places = [front, first, last].map((rewardId) => order.indexOf(rewardId))
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  it('is one, asked for eight times at once with one request', async () => {
    const before = (await shop.find('rewards')).length
    const asked = { as: manager, requestId: shop.fresh('save'), input: rewards.wishOf() }
    const calls = await atOnce(8, () => shop.callPatiently('mall.saveReward', asked))
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('rewards')).toHaveLength(before + 1)
  })

  it.each([
    ['INPUT_INVALID', { saleFromOn: '2026-03-10', saleUntilOn: '2026-03-09' }],
    ['INPUT_INVALID', { limitPerDay: 6 }],
    ['REWARD_NOT_FOUND', { rewardId: 'nothing' }],
    ['SHARE_RULE', { description: '转发到朋友圈就送一份' }],
    ['TEXT_RISKY', { title: '违规礼品' }],
    ['PICTURE_BAD', { picture: 'cloud://some.shop/nothing.png' }],
  ])('is refused with %s for %j, and leaves no trace', async (code, part) => {
    const answer = await rewards.refusalOf(() => rewards.save(part))
    expect(answer).toMatchObject({ ok: false, code })
  })

  it.each([clerk, 'a-member'])('is no business of %s', async (who) => {
    await shop.value('members.join', { as: who })
    const answer = await rewards.refusalOf(() => rewards.save({}, who))
    expect(answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
  })
})

describe('a reward that is changed', () => {
  it('goes off the shelf and comes back; who has seen it is told so', async () => {
    const rewardId = await rewards.stocked()
    const { who } = await shop.newMember(200)
    await rewards.saved({ rewardId, isOnShelf: false })
    expect(await rewards.inMall(rewardId)).toBeUndefined()
    expect(await rewards.onShelf(rewardId)).toMatchObject({ isOnShelf: false, leftCount: 10 })
    const answer = await rewards.refusalOf(() => rewards.redeem(who, { rewardId }))
    expect(answer).toMatchObject({ code: 'REWARD_OFF_SHELF' })
    await rewards.saved({ rewardId })
    expect((await rewards.redeem(who, { rewardId })).answer.ok).toBe(true)
  })

  it('costs nobody another price than she saw', async () => {
    const rewardId = await rewards.stocked()
    const { who } = await shop.newMember(500)
    const seen = { rewardId, seenPricePoints: 100, seenCashFen: 0 }
    expect((await rewards.redeem(who, seen)).answer.ok).toBe(true)
    for (const part of [{ pricePoints: 120 }, { cashFen: 100 }]) {
      await rewards.saved({ rewardId, ...part })
      const answer = await rewards.refusalOf(() => rewards.redeem(who, seen))
      expect(answer).toMatchObject({ ok: false, code: 'REWARD_CHANGED' })
    }
  })

  it('leaves what was redeemed as it was, until it is cancelled or handed over', async () => {
    const rewardId = await rewards.stocked({ title: '手冲咖啡' })
    const { who } = await shop.newMember(200)
    const two = [await rewards.redeem(who, { rewardId }), await rewards.redeem(who, { rewardId })]
    const [fetched, cancelled] = two.map(({ answer }) => (answer.ok ? answer.value : null))
    const dearer = { title: '冷萃咖啡', pricePoints: 900, limitPerMember: 1 }
    await rewards.saved({ rewardId, ...dearer, isOnShelf: false })
    const { redemptions } = await shop.value('mall.redemptions', { as: who })
    const kept = { rewardTitle: '手冲咖啡', pricePoints: 100, state: 'waiting' }
    expect(redemptions).toMatchObject([kept, kept])
    const input = { pickupCode: fetched?.pickupCode ?? '' }
    const handedOver = await shop.value('mall.verifyPickup', { as: clerk, input })
    expect(handedOver).toMatchObject({ rewardTitle: '手冲咖啡' })
    const undo = { as: who, input: { redemptionId: cancelled?.redemptionId ?? '' } }
    const { returnedPoints } = await shop.value('mall.cancelRedemption', undo)
    expect(returnedPoints).toBe(100)
    expect(await shop.rewardLeft(rewardId)).toBe(9)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is not overwritten by who had an older one before her eyes', async () => {
    const { rewardId, revision } = await rewards.saved()
    await rewards.saved({ rewardId, title: '燕麦拿铁', seenRevision: revision })
    const late = { rewardId, title: '美式咖啡', seenRevision: revision }
    const answer = await rewards.refusalOf(() => rewards.save(late))
    expect(answer).toMatchObject({ code: 'REWARD_CHANGED', detail: { revision: 2 } })
    expect(await rewards.onShelf(rewardId)).toMatchObject({ title: '燕麦拿铁', revision: 2 })
  })

  it('loses no unit while members redeem and managers save and stock it', async () => {
    const rewardId = await rewards.stocked({ pricePoints: 10 }, 8)
    const buyers = await atOnce(8, async () => (await shop.newMember(20)).who)
    const redeemed = buyers.map((who) => rewards.redeem(who, { rewardId }))
    const saved = rewards.save({ rewardId, pricePoints: 10, title: '早市咖啡' })
    const deliveries = [5, 3].map((count) => rewards.stock(rewardId, count))
    const calls = await Promise.all(redeemed)
    const changes = await Promise.all([saved, ...deliveries])
    expect(changes.map(({ answer }) => answer.ok)).toEqual([true, true, true])
    const sold = calls.filter(({ answer }) => answer.ok).length
    expect(await shop.find('redemptions', { rewardId })).toHaveLength(sold)
    const [stored] = await shop.find('rewards', { _id: rewardId })
    expect(stored).toMatchObject({ leftCount: 16 - sold, totalCount: 16, pending: {} })
    expect(stored).toMatchObject({ title: '早市咖啡', returning: {} })
  })
})

describe('limits of a reward', () => {
  it('are for one day and in all; what she cancels counts no more', async () => {
    const rewardId = await rewards.stocked({ pricePoints: 10, limitPerDay: 1, limitPerMember: 2 })
    const { who } = await shop.newMember(100)
    const first = await rewards.redeem(who, { rewardId })
    const again = await rewards.redeem(who, { rewardId })
    expect(again.answer).toMatchObject({ code: 'REDEMPTION_DAY_LIMIT' })
    const redemptionId = first.answer.ok ? first.answer.value.redemptionId : ''
    await shop.value('mall.cancelRedemption', { as: who, input: { redemptionId } })
    expect((await rewards.redeem(who, { rewardId })).answer.ok).toBe(true)
    await shop.advanceClock(86_400_000)
    expect((await rewards.redeem(who, { rewardId })).answer.ok).toBe(true)
    await shop.advanceClock(86_400_000)
    const over = await rewards.redeem(who, { rewardId })
    expect(over.answer).toMatchObject({ code: 'REDEMPTION_LIMIT' })
    const { rewards: shown } = await shop.value('mall.rewards', { as: who })
    const own = shown.find((reward) => reward.rewardId === rewardId)
    expect(own).toMatchObject({ redeemedCount: 2, redeemedTodayCount: 0, limitPerDay: 1 })
  })

  it('ask for her level', async () => {
    const rewardId = await rewards.stocked({ tierFrom: 'gold' })
    const { who } = await shop.newMember(200)
    const answer = await rewards.refusalOf(() => rewards.redeem(who, { rewardId }))
    expect(answer).toMatchObject({ code: 'REWARD_TIER', detail: { tierFrom: 'gold' } })
  })
})
