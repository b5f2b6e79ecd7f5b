import { admitPickup } from '../../shared/mall/redemption'
import { pickupKind } from '../runtime/pickups'
import { pickupPreviewOf, type RedemptionDocument } from './repository'

/** A redeemed reward, fetched at a store. */
export const redemptionPickups = pickupKind<RedemptionDocument>({
  kind: 'redemption',
  collection: 'redemptions',
  admit: admitPickup,
  previewOf: pickupPreviewOf,
  collectedAs: (redemption, collected) => ({ ...redemption, state: 'collected', collected }),
})
