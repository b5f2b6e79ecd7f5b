import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('what a merge would do', () => {
  it('is shown before, counts what moves, and writes nothing', async () => {
    const a = await shop.newMember(60)
    const b = await shop.newMember(5)
    await shop.value('gifts.claimPack', { as: a.who })
    const input = {
      fromNumber: await shop.numberOf(a.who),
      toNumber: await shop.numberOf(b.who),
    }
    const before = await shop.dump()
    const preview = await shop.value('merging.preview', { as: manager, input })
    expect(preview).toMatchObject({
      from: { balancePoints: 160, debtPoints: 0 },
      into: { balancePoints: 5 },
      afterBalancePoints: 165,
      afterDebtPoints: 0,
      couponCount: 1,
      purchaseCount: 1,
      redemptionCount: 0,
    })
    expect(await shop.dump()).toBe(before)
    const applied = { as: manager, input: { ...input, reason: '两个微信' } }
    await shop.value('merging.merge', applied)
    expect(await shop.balanceOf(b.who)).toBe(preview.afterBalancePoints)
  })

  it('refuses what the merge would refuse', async () => {
    const fromNumber = await shop.numberOf(clerk)
    const toNumber = await shop.numberOf((await shop.newMember()).who)
    const asked = { as: manager, input: { fromNumber, toNumber } }
    const { answer } = await shop.call('merging.preview', asked)
    expect(answer).toMatchObject({ code: 'MERGE_STAFF' })
  })
})
