import { serve } from '../runtime/serve'
import { findPickup } from '../screens/find-pickup'
import { verifyPickup } from '../screens/verify-pickup'
import { cancelRedemption } from './cancel-redemption'
import { changeStock } from './change-stock'
import { listRedemptions } from './list-redemptions'
import { listRewards } from './list-rewards'
import { listRewardChanges, listShelf } from './list-shelf'
import { pinWish } from './pin-wish'
import { redeemReward } from './redeem-reward'
import { saveReward } from './save-reward'
import { sweepStock } from './sweep-stock'

export const main = serve(
  'mall',
  {
    rewards: listRewards,
    redeem: redeemReward,
    redemptions: listRedemptions,
    cancelRedemption,
    pinWish,
    findPickup,
    verifyPickup,
    shelf: listShelf,
    saveReward,
    changeStock,
    rewardChanges: listRewardChanges,
  },
  sweepStock,
)
