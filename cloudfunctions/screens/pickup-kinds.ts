import { type Refusal, refuse } from '../../shared/refusal'
import { redemptionPickups } from '../mall/pickup-in-transaction'
import type { Pickup, PickupKind } from '../runtime/pickups'

/** All that is handed over by `verifyPickup`. */
export const pickupKinds: readonly PickupKind[] = [redemptionPickups]

/** A used code says when, where and by whom. */
export function withUse(refusal: Refusal, { collected }: Pickup): Refusal {
  if (refusal.code !== 'PICKUP_USED' || !collected) return refusal
  const { at, storeName, staffName } = collected
  return refuse('PICKUP_USED', { collectedAt: at, storeName, staffName })
}
