import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe("a shopper's own preview", () => {
  it('is the one that staff see, changes nothing, and is of her own purchases alone', async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 60)
    const input = { purchaseId, lines: [{ lineNo: 1, amountFen: 2_500 }] }
    const other = await shop.newMember()
    const before = await shop.dump()
    const hers = await shop.value('purchases.previewMyRefund', { as: who, input })
    expect(hers.shown).toMatchObject({ moneyFen: 2_500, clawbackPoints: 25, balancePoints: 35 })
    const staffs = await shop.value('purchases.previewRefund', { as: clerk, input })
    expect({ ...hers, serverNow: 0 }).toEqual({ ...staffs, serverNow: 0 })
    const { answer } = await shop.call('purchases.previewMyRefund', { as: other.who, input })
    expect(answer).toMatchObject({ ok: false, code: 'PURCHASE_NOT_FOUND' })
    expect(await shop.dump()).toBe(before)
  })
})
