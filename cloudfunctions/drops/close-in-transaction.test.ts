import { dropsOf } from '../../dev/harness/drops-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

jest.setTimeout(120_000)

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 500 })
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)
const voidBatch = (batchId: string) =>
  shop.value('coupons.voidBatch', { as: manager, input: { batchId, reason: '印错了' } })
const timesOf = async (dropId: string) => (await shop.find('drops', { _id: dropId }))[0]

describe('a drop whose batch was voided', () => {
  it('is a batch of the manager’s list, with what was claimed and used', async () => {
    const drop = await drops().newOpenDrop()
    await drops().claim((await shop.newMember()).who, drop)
    const { batches } = await shop.value('coupons.batches', { as: manager })
    const row = batches.find(({ batchId }) => batchId === drop.batchId)
    expect(row).toMatchObject({ kind: 'drop', issuedCount: 1, usedCount: 0, voidedCount: 0 })
  })

  it('gives nothing from that moment on, and takes back what nobody used', async () => {
    const drop = await drops().newOpenDrop()
    const other = await drops().newOpenDrop()
    const { who } = await shop.newMember()
    await drops().claim(who, drop)
    await voidBatch(drop.batchId)
    expect(await timesOf(drop.dropId)).toMatchObject({ closedAt: expect.any(Number) })
    expect(await timesOf(other.dropId)).toMatchObject({ closedAt: null })
    const { coupons } = await shop.value('coupons.wallet', { as: who })
    expect(coupons).toMatchObject([{ state: 'revoked', revoked: { reason: '印错了' } }])
    // So long an instance trusts what it read of an open drop.
    await new Promise((resolve) => setTimeout(resolve, 3_100))
    const late = await shop.newMember()
    expect((await drops().claim(late.who, drop)).answer).toMatchObject({ code: 'DROP_CLOSED' })
  })

  it('is closed with it or not at all, wherever the function dies', async () => {
    for (const call of [6, 7, 8, 9]) {
      const drop = await drops().newOpenDrop()
      const { who } = await shop.newMember()
      await drops().claim(who, drop)
      const requestId = shop.fresh('killed')
      const input = { batchId: drop.batchId, reason: '印错了' }
      const event = { action: 'voidBatch', requestId, input }
      const fault = `kill-after-call:${call}`
      await shop.send('coupons', event, { as: manager, fault })
      const [batch] = await shop.find('coupon_batches', { _id: drop.batchId })
      const closed = await timesOf(drop.dropId)
      expect([call, closed?.closedAt === null]).toEqual([call, Object(batch).voided === null])
      await shop.value('coupons.voidBatch', { as: manager, requestId, input })
      expect(await timesOf(drop.dropId)).toMatchObject({ closedAt: expect.any(Number) })
    }
  })

  it('never opens when it was voided before', async () => {
    const drop = await drops().newDrop()
    const [{ communityId = '' } = {}] = drop.communities
    const counted = () => shop.find('drop_months', { communityId })
    expect(await counted()).toMatchObject([{ count: 10 }])
    await voidBatch(drop.batchId)
    expect(await timesOf(drop.dropId)).toMatchObject({ cancelledAt: expect.any(Number) })
    // What it will never give is hers again to plan.
    expect(await counted()).toMatchObject([{ count: 0 }])
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    const { answer } = await drops().claim((await shop.newMember()).who, drop)
    expect(answer).toMatchObject({ code: 'DROP_CLOSED' })
  })

  it('is not brought back by a change', async () => {
    const drop = await drops().newDrop()
    await voidBatch(drop.batchId)
    const before = await shop.dump()
    const ids = drop.communities.map(({ communityId }) => communityId)
    const input = { dropId: drop.dropId, ...drops().planFor(ids), title: '周六早市水果券' }
    const asked = { as: drop.owner, requestId: shop.fresh('change'), input }
    const { answer } = await shop.call('drops.change', asked)
    expect(answer).toMatchObject({ code: 'DROP_CLOSED' })
    expect(await shop.dump()).toBe(before)
  })
})
