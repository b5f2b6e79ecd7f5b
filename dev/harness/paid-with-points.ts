import { payingIn } from './paying-under-test'
import type { ShopUnderTest } from './shop-under-test'

/** A purchase of 100 yuan, of which 100 points of hers paid 1 yuan; it earned 99. */
export async function paidWithPoints(shop: ShopUnderTest) {
  const paying = payingIn(() => shop)
  const { who, memberId, ticket } = await paying.newPayer(100)
  const bill = { ticket, billFen: 10_000 }
  const proposed = await paying.propose({ ...bill, paidPoints: 100 })
  if (!proposed.answer.ok) throw new Error(proposed.answer.code)
  const { proposalId } = proposed.answer.value
  await paying.answer(who, proposalId)
  const receiptNo = shop.fresh('receipt')
  const { answer } = await paying.settle({ ...bill, proposalId, receiptNo })
  if (!answer.ok) throw new Error(answer.code)
  return { who, memberId, purchaseId: answer.value.purchaseId, receiptNo }
}
