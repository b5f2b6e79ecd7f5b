import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

async function newRedemption(who?: string) {
  const member = who ?? (await shop.newMember(100)).who
  const rewardId = await shop.newReward()
  const redemption = await shop.value('mall.redeem', { as: member, input: { rewardId } })
  return { ...redemption, who: member }
}

const verify = (as: string, pickupCode: string, requestId?: string) =>
  shop.callPatiently('mall.verifyPickup', { as, requestId, input: { pickupCode } })

describe('handing a reward over', () => {
  it('says what, when, where and by whom; a second time it refuses with the same', async () => {
    const { pickupCode, who } = await newRedemption()
    const { answer } = await verify(clerk, pickupCode)
    const by = { storeName: '东店', staffName: '小东' }
    expect(answer).toMatchObject({ ok: true, value: { rewardTitle: '散养鸡蛋 10 枚', ...by } })
    const collectedAt = answer.ok && answer.value.collectedAt
    const before = await shop.dump()
    const second = await verify(westClerk, pickupCode)
    const detail = { collectedAt, ...by }
    expect(second.answer).toMatchObject({ ok: false, code: 'PICKUP_USED', detail })
    expect(await shop.dump()).toBe(before)
    const { redemptions } = await shop.value('mall.redemptions', { as: who })
    expect(redemptions[0]).toMatchObject({ state: 'collected', collectedStoreName: '东店' })
  })

  it('has one effect and fifty equal answers when one request is sent fifty times', async () => {
    const { pickupCode } = await newRedemption()
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () => verify(clerk, pickupCode, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
  })

  it('happens once when twenty requests of two clerks come at once', async () => {
    const { pickupCode } = await newRedemption()
    const calls = await atOnce(20, (position) =>
      verify(position % 2 === 0 ? clerk : westClerk, pickupCode),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, PICKUP_USED: 19 })
  })

  it('refuses the same request id for another pick-up, and hands nothing over', async () => {
    const first = await newRedemption()
    const second = await newRedemption()
    const requestId = shop.fresh('request')
    await verify(clerk, first.pickupCode, requestId)
    const before = await shop.dump()
    const { answer } = await verify(clerk, second.pickupCode, requestId)
    expect(answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses a clerk her own reward, a cancelled one, and another store than hers', async () => {
    await shop.earn(clerk, 100)
    const own = await newRedemption(clerk)
    const selfService = await verify(clerk, own.pickupCode)
    expect(selfService.answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
    const { pickupCode, redemptionId, who } = await newRedemption()
    const foreign = await shop.call('mall.verifyPickup', {
      as: clerk,
      input: { pickupCode, storeId: WEST },
    })
    expect(foreign.answer).toMatchObject({ ok: false, code: 'STORE_FOREIGN' })
    const unnamed = await verify(manager, pickupCode)
    expect(unnamed.answer).toMatchObject({ ok: false, code: 'STORE_REQUIRED' })
    await shop.value('mall.cancelRedemption', { as: who, input: { redemptionId } })
    const cancelled = await verify(clerk, pickupCode)
    expect(cancelled.answer).toMatchObject({ ok: false, code: 'REDEMPTION_CANCELLED' })
  })

  it('refuses a code after its last day, before and after the sweeper came', async () => {
    const { pickupCode } = await newRedemption()
    await shop.advanceClock(31 * 86_400_000)
    const early = await verify(clerk, pickupCode)
    expect(early.answer).toMatchObject({ ok: false, code: 'PICKUP_EXPIRED' })
    await shop.fireTimer('mall')
    const late = await verify(clerk, pickupCode)
    expect(late.answer).toMatchObject({ ok: false, code: 'PICKUP_EXPIRED' })
  })
})
