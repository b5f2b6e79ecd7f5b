import type { purchases } from '../../shared/contract/purchases'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { openedOf, refundsToldOf } from './purchase-answers'
import { readPurchase } from './repository'

/** One purchase of the member, and what each refund of it did. Refuses PURCHASE_NOT_FOUND. */
export const showMine: UseCase<typeof purchases.showMine> = async ({ purchaseId }, context) => {
  const purchase = await readPurchase(purchaseId)
  if (purchase?.memberId !== context.memberId) return refuse('PURCHASE_NOT_FOUND')
  return accept({
    serverNow: context.now,
    purchase: openedOf(purchase),
    refunds: refundsToldOf(purchase),
  })
}
