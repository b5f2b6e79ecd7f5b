import { serve } from '../runtime/serve'
import { cancelRedemption } from './cancel-redemption'
import { findPickup } from './find-pickup'
import { listRedemptions } from './list-redemptions'
import { listRewards } from './list-rewards'
import { redeemReward } from './redeem-reward'
import { sweepStock } from './sweep-stock'
import { verifyPickup } from './verify-pickup'

export const main = serve(
  'mall',
  {
    rewards: listRewards,
    redeem: redeemReward,
    redemptions: listRedemptions,
    cancelRedemption,
    findPickup,
    verifyPickup,
  },
  sweepStock,
)
