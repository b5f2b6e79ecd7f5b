import { createSubmission } from '../submission'
import type { RewardCard } from './mall.store'

/** The confirm sheet of a reward: from its opening to the answer it is one request. */
export const redeemStore = createSubmission('mall.redeem')

/** At the price that she sees: at another one she is told before anything is redeemed. */
export function wishFor({ rewardId, pricePoints, cashFen }: RewardCard) {
  return { rewardId, seenPricePoints: pricePoints, seenCashFen: cashFen }
}
