import type { purchases } from '../../shared/contract/purchases'
import { accept, type Refusal, refusalSentences, refuse } from '../../shared/refusal'
import { readStaff } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { managesStore, roleAt } from '../runtime/roles'
import { openedOf, refundsToldOf } from './purchase-answers'
import type { Purchase } from './purchase-document'
import { admitRefund } from './refund-case'
import { readPurchase } from './repository'

/**
 * One purchase, for whoever serves at its store; a manager of the store also reads who booked it.
 * Refuses PURCHASE_NOT_FOUND, and STORE_FOREIGN for one of another store.
 */
export const showPurchase: UseCase<typeof purchases.show> = async ({ purchaseId }, context) => {
  const purchase = await readPurchase(purchaseId)
  if (!purchase) return refuse('PURCHASE_NOT_FOUND')
  if (!roleAt(context.staff, purchase.storeId)) return refuse('STORE_FOREIGN')
  const { businessOn, tillNo, isForgotten, bookedAt, bookedWith } = purchase
  const kept = keptOut(purchase, context)
  return accept({
    serverNow: context.now,
    purchase: openedOf(purchase),
    refunds: refundsToldOf(purchase),
    ...{ businessOn, tillNo, isForgotten, bookedAt, bookedWith },
    excludedFen: purchase.bill.excludedFen,
    bookedBy: await bookerOf(purchase, context),
    refundRefused: kept && { code: kept.code, message: refusalSentences[kept.code] },
  })
}

/** Why she may give nothing back of it, as the refund itself would say. */
function keptOut(purchase: Purchase, context: StaffContext): Refusal | null {
  if (purchase.state === 'refunded') return refuse('PURCHASE_REFUNDED')
  const admitted = admitRefund(purchase, context)
  return admitted.ok ? null : admitted
}

/** The name of who booked it; a call more, for managers alone. */
async function bookerOf(
  { storeId, settledBy, importedBy }: Purchase,
  { staff }: StaffContext,
): Promise<string | null> {
  if (importedBy !== null || !managesStore(staff, storeId)) return null
  if (settledBy === staff._id) return staff.displayName
  return (await readStaff(settledBy))?.displayName ?? null
}
