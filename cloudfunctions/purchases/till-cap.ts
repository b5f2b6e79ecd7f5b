import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import type { StaffContext } from '../runtime/context'
import { managesStore } from '../runtime/roles'

/** Refuses PURCHASE_OVER_CAP for what only a manager may book. */
export function admitAmount(
  billFen: number,
  { storeId }: Store,
  { shop, staff }: StaffContext,
): Outcome<null> {
  const capFen = shop.purchaseCapFen
  if (billFen <= capFen || managesStore(staff, storeId)) return accept(null)
  return refuse('PURCHASE_OVER_CAP', { capFen })
}
