import { dropsOf } from '../../dev/harness/drops-under-test'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
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

  it('gives nothing from the next tick on, and takes back what nobody used', async () => {
    const drop = await drops().newOpenDrop()
    const other = await drops().newOpenDrop()
    const { who } = await shop.newMember()
    await drops().claim(who, drop)
    await voidBatch(drop.batchId)
    await atOnce(3, () => shop.fireTimer('drops'))
    expect(await timesOf(drop.dropId)).toMatchObject({ closedAt: expect.any(Number) })
    expect(await timesOf(other.dropId)).toMatchObject({ closedAt: null })
    const { coupons } = await shop.value('coupons.wallet', { as: who })
    expect(coupons).toMatchObject([{ state: 'revoked', revoked: { reason: '印错了' } }])
    const before = await shop.dump()
    await shop.fireTimer('drops')
    expect(await shop.dump()).toBe(before)
  })

  it('never opens when it was voided before', async () => {
    const drop = await drops().newDrop()
    await voidBatch(drop.batchId)
    await shop.fireTimer('drops')
    expect(await timesOf(drop.dropId)).toMatchObject({ cancelledAt: expect.any(Number) })
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    const { answer } = await drops().claim((await shop.newMember()).who, drop)
    expect(answer).toMatchObject({ code: 'DROP_CLOSED' })
  })

  it('is not brought back by a change that comes before the tick', async () => {
    const drop = await drops().newDrop()
    await voidBatch(drop.batchId)
    const before = await shop.dump()
    const ids = drop.communities.map(({ communityId }) => communityId)
    const input = { dropId: drop.dropId, ...drops().planFor(ids), title: '周六早市水果券' }
    const asked = { as: drop.owner, requestId: shop.fresh('change'), input }
    const { answer } = await shop.call('drops.change', asked)
    expect(answer).toMatchObject({ code: 'BATCH_VOIDED' })
    expect(await shop.dump()).toBe(before)
  })
})
