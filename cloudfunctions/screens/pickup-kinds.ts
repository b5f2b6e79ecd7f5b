import { redemptionPickups } from '../mall/pickup-in-transaction'
import type { PickupKind } from '../runtime/pickups'

/** All that a code of twelve digits may stand for. */
export const pickupKinds: readonly PickupKind[] = [redemptionPickups]
