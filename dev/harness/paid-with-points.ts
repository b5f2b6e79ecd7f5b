import { priceLines } from '../../shared/purchase-lines'
import { manager, type ShopUnderTest } from './shop-under-test'

/** A purchase of 100 yuan, of which 100 points of hers paid 1 yuan; it earned 99. */
export async function paidWithPoints(shop: ShopUnderTest, by: string = manager) {
  const { who, memberId } = await shop.newMember(100)
  const rewardId = await shop.newReward({ pricePoints: 100 })
  await shop.value('mall.redeem', { as: who, requestId: shop.fresh('spend'), input: { rewardId } })
  await shop.advanceClock(60_000)
  const receiptNo = shop.fresh('receipt')
  const memberCode = await shop.codeOf(who)
  const storeId = by === manager ? { storeId: 'east' } : {}
  const { purchaseId } = await shop.value('purchases.settle', {
    as: by,
    requestId: shop.fresh('settle'),
    input: { memberCode, billFen: 9_900, receiptNo, ...storeId },
  })
  const [spent] = await shop.find('redemptions', { memberId })
  const wish = { title: '商品', amountFen: 10_000, isExcluded: false }
  const lines = priceLines([wish], { couponOffFen: 0, pointsOffFen: 100 })
  const pointsPaid = { points: 100, offFen: 100, lots: spent?.burntLots ?? [] }
  const change = { $set: { billFen: 10_000, lines: JSON.parse(JSON.stringify(lines)), pointsPaid } }
  const filter = { _id: purchaseId }
  await shop.local.engine.update('purchases', { filter, update: change, multi: false })
  return { who, memberId, purchaseId, receiptNo }
}
