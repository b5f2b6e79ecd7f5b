import { paidWithPoints } from '../../dev/harness/paid-with-points'
import { payWithPoints } from '../../dev/harness/paying-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
})
afterAll(() => shop.stop())

describe("a member's own purchase", () => {
  it('shows its lines and, in sentences, what each refund did', async () => {
    const { who, purchaseId } = await paidWithPoints(shop)
    const input = { purchaseId }
    const before = await shop.value('purchases.showMine', { as: who, input })
    expect(before).toMatchObject({ purchase: { state: 'settled', paidFen: 9_900 }, refunds: [] })
    const lines = [{ lineNo: 1, amountFen: 5_000 }]
    await shop.value('purchases.refund', {
      as: clerk,
      requestId: 'part',
      input: { ...input, lines },
    })
    await shop.value('purchases.refund', { as: clerk, requestId: 'rest', input })
    const { purchase, refunds } = await shop.value('purchases.showMine', { as: who, input })
    expect(purchase).toMatchObject({ state: 'refunded', refundedFen: 9_900 })
    expect(refunds.map(({ moneyFen, sentences }) => [moneyFen, ...sentences])).toEqual([
      [
        4_950,
        '部分退款 ¥49.50',
        '扣回这笔获得的 50 积分：2027年3月31日到期的 50 分',
        '退回当时抵扣的 50 积分：50 分可用到2027年3月31日',
        '会员等级：普通会员（¥99 → ¥49.5）',
      ],
      [
        4_950,
        '整单退款 ¥49.50',
        '扣回这笔获得的 49 积分：2027年3月31日到期的 49 分',
        '退回当时抵扣的 50 积分：50 分可用到2027年3月31日',
        '会员等级：普通会员（¥49.5 → ¥0）',
      ],
    ])
  })

  it('is as absent as none to anybody else', async () => {
    const { purchaseId } = await paidWithPoints(shop)
    const other = await shop.newMember()
    const { answer } = await shop.call('purchases.showMine', {
      as: other.who,
      input: { purchaseId },
    })
    expect(answer).toMatchObject({ ok: false, code: 'PURCHASE_NOT_FOUND' })
  })
})
