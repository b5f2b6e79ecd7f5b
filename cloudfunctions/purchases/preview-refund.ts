import type { purchases } from '../../shared/contract/purchases'
import { refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { admitRefund, previewOf } from './refund-case'
import { readPurchase } from './repository'

/** What a refund would do, to everything. Refuses what the refund itself would refuse. */
export const previewRefund: UseCase<typeof purchases.previewRefund> = async (input, context) => {
  const purchase = await readPurchase(input.purchaseId)
  if (!purchase) return refuse('PURCHASE_NOT_FOUND')
  const admitted = admitRefund(purchase, context)
  return admitted.ok ? previewOf(purchase, input, context) : admitted
}
