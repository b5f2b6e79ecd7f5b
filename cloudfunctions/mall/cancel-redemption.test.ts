import {
  atOnce,
  clerk,
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

const DAY_MS = 86_400_000

async function newRedemption() {
  const { who, memberId } = await shop.newMember(150)
  const rewardId = await shop.newReward({ pricePoints: 100, leftCount: 3, limitPerMember: 1 })
  const redemption = await shop.value('mall.redeem', { as: who, input: { rewardId } })
  return { ...redemption, who, memberId }
}

const cancel = (who: string, redemptionId: string, requestId?: string) =>
  shop.callPatiently('mall.cancelRedemption', { as: who, requestId, input: { redemptionId } })

const lotsOf = async (memberId: string) =>
  (await shop.find('points_accounts', { _id: memberId }))[0]?.lots

describe('cancelling a redemption', () => {
  it('gives points and stock back, and lets her redeem again', async () => {
    const { who, memberId, rewardId, redemptionId } = await newRedemption()
    const { answer } = await cancel(who, redemptionId)
    const value = { state: 'cancelled', returnedPoints: 100, balancePoints: 150 }
    expect(answer).toMatchObject({ ok: true, value })
    expect(await lotsOf(memberId)).toEqual([{ expiresOn: '2027-03-31', points: 150 }])
    expect(await shop.rewardLeft(rewardId)).toBe(3)
    const again = await shop.call('mall.redeem', { as: who, input: { rewardId } })
    expect(again.answer.ok).toBe(true)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('has one effect and fifty equal answers when one request is sent fifty times', async () => {
    const { who, memberId, rewardId, redemptionId } = await newRedemption()
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () => cancel(who, redemptionId, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    const entries = await shop.find('points_entries', { memberId, reason: 'redemptionCancelled' })
    expect(entries).toHaveLength(1)
    expect(await shop.rewardLeft(rewardId)).toBe(3)
  })

  it('happens once among twenty different requests at once', async () => {
    const { who, rewardId, redemptionId } = await newRedemption()
    const calls = await atOnce(20, () => cancel(who, redemptionId))
    expect(tallyOf(calls)).toEqual({ ok: 1, REDEMPTION_CANCELLED: 19 })
    expect(await shop.balanceOf(who)).toBe(150)
    expect(await shop.rewardLeft(rewardId)).toBe(3)
  })

  it('is either cancelled or handed over when both are tried at once', async () => {
    const { who, redemptionId, pickupCode, rewardId } = await newRedemption()
    const [cancelled, collected] = await Promise.all([
      cancel(who, redemptionId),
      shop.callPatiently('mall.verifyPickup', { as: clerk, input: { pickupCode } }),
    ])
    expect(cancelled.answer.ok).not.toBe(collected.answer.ok)
    expect(await shop.balanceOf(who)).toBe(cancelled.answer.ok ? 150 : 50)
    expect(await shop.rewardLeft(rewardId)).toBe(cancelled.answer.ok ? 3 : 2)
  })

  it('refuses the same request id for another redemption, and changes nothing', async () => {
    const first = await newRedemption()
    await shop.advanceClock(60_000)
    await shop.earn(first.who, 100)
    const rewardId = await shop.newReward()
    const second = await shop.value('mall.redeem', { as: first.who, input: { rewardId } })
    const requestId = shop.fresh('request')
    await cancel(first.who, first.redemptionId, requestId)
    const before = await shop.dump()
    const { answer } = await cancel(first.who, second.redemptionId, requestId)
    expect(answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.dump()).toBe(before)
  })

  it("refuses somebody else's as one that does not exist, without a trace", async () => {
    const { redemptionId } = await newRedemption()
    const other = await shop.newMember()
    const before = await shop.dump()
    const { answer } = await cancel(other.who, redemptionId)
    expect(answer).toMatchObject({ ok: false, code: 'REDEMPTION_NOT_FOUND' })
    const absent = await cancel(other.who, 'no-such-redemption')
    expect(absent.answer).toMatchObject({ ok: false, code: 'REDEMPTION_NOT_FOUND' })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses what was handed over, and what its time ran out for', async () => {
    const collected = await newRedemption()
    const { pickupCode } = collected
    await shop.value('mall.verifyPickup', { as: clerk, input: { pickupCode } })
    const late = await cancel(collected.who, collected.redemptionId)
    expect(late.answer).toMatchObject({ ok: false, code: 'REDEMPTION_COLLECTED' })
    const forgotten = await newRedemption()
    await shop.advanceClock(31 * DAY_MS)
    const over = await cancel(forgotten.who, forgotten.redemptionId)
    expect(over.answer).toMatchObject({ ok: false, code: 'PICKUP_EXPIRED' })
  })
})
