import type { purchases } from '../../shared/contract/purchases'
import { refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { previewOf } from './refund-case'
import { readPurchase } from './repository'

/** What giving goods back would do to the member. Somebody else's purchase is as absent as none. */
export const previewMyRefund: UseCase<typeof purchases.previewMyRefund> = async (
  input,
  context,
) => {
  const purchase = await readPurchase(input.purchaseId)
  if (purchase?.memberId !== context.memberId) return refuse('PURCHASE_NOT_FOUND')
  return previewOf(purchase, input, context)
}
