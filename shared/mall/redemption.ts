/**
 * A redemption turns points into a reward: on sale, in stock, within the member's limit, and
 * affordable. Goods and services are fetched with a pick-up code that lives 30 days.
 */
import { accept, type Outcome, refuse } from '../refusal'
import { isAtLeast, type TierId } from '../tiers/tier'

export type RewardKind = 'goods' | 'service'
export type RewardSaleState = 'onSale' | 'soldOut' | 'upcoming' | 'ended'
/** `unpaid`: its points are taken, its money is awaited; `lapsed`: the money did not come. */
export type RedemptionState =
  | 'unpaid'
  | 'waiting'
  | 'collected'
  | 'cancelled'
  | 'expired'
  | 'lapsed'

export interface RewardTerms {
  readonly pricePoints: number
  /** What is paid by WeChat besides; absent: nothing. */
  readonly cashFen?: number
  readonly leftCount: number
  /** How many one member may take; cancelled ones do not count. */
  readonly limitPerMember: number
  /** How many of those on one business date; absent or null: as many as there may be. */
  readonly limitPerDay?: number | null
  /** The level from which on it may be had; absent or null: any. */
  readonly tierFrom?: TierId | null
  readonly saleFromOn: string | null
  readonly saleUntilOn: string | null
}

export interface Buyer {
  /** Her points are frozen: nothing is spent. */
  readonly isFrozen: boolean
  readonly balancePoints: number
  readonly redeemedCount: number
  /** Of them today; absent: none. */
  readonly redeemedTodayCount?: number
  /** Absent or null: none that has to be reached. */
  readonly tier?: TierId | null
  readonly todayOn: string
}

export function saleStateOf(reward: RewardTerms, todayOn: string): RewardSaleState {
  if (reward.saleFromOn !== null && todayOn < reward.saleFromOn) return 'upcoming'
  if (reward.saleUntilOn !== null && todayOn > reward.saleUntilOn) return 'ended'
  return reward.leftCount > 0 ? 'onSale' : 'soldOut'
}

/**
 * May this member redeem now? The page asks it for its button, the server for its decision.
 * Refuses REWARD_NOT_ON_SALE, SOLD_OUT, ACCOUNT_FROZEN, REWARD_TIER, REDEMPTION_LIMIT,
 * REDEMPTION_DAY_LIMIT, POINTS_INSUFFICIENT.
 */
export function admitRedemption(reward: RewardTerms, buyer: Buyer): Outcome<null> {
  const saleState = saleStateOf(reward, buyer.todayOn)
  if (saleState === 'upcoming' || saleState === 'ended') return refuse('REWARD_NOT_ON_SALE')
  if (saleState === 'soldOut') return refuse('SOLD_OUT')
  return admitBuyer(reward, buyer)
}

/** The member's own part of the decision, asked again inside her transaction. */
export function admitBuyer(
  reward: Pick<RewardTerms, 'limitPerMember' | 'limitPerDay' | 'tierFrom' | 'pricePoints'>,
  buyer: Omit<Buyer, 'todayOn'>,
): Outcome<null> {
  const { tierFrom = null, limitPerDay = null } = reward
  if (buyer.isFrozen) return refuse('ACCOUNT_FROZEN')
  if (tierFrom !== null && !isAtLeast(buyer.tier ?? 'plain', tierFrom)) {
    return refuse('REWARD_TIER', { tierFrom })
  }
  if (buyer.redeemedCount >= reward.limitPerMember) {
    return refuse('REDEMPTION_LIMIT', { limitCount: reward.limitPerMember })
  }
  if (limitPerDay !== null && (buyer.redeemedTodayCount ?? 0) >= limitPerDay) {
    return refuse('REDEMPTION_DAY_LIMIT', { limitCount: limitPerDay })
  }
  if (buyer.balancePoints < reward.pricePoints) {
    return refuse('POINTS_INSUFFICIENT', {
      missingPoints: reward.pricePoints - buyer.balancePoints,
    })
  }
  return accept(null)
}

export interface Pickup {
  readonly state: RedemptionState
  readonly expiresOn: string
}

/** Refuses PICKUP_USED, REDEMPTION_UNPAID, REDEMPTION_CANCELLED, PICKUP_EXPIRED. */
export function admitPickup(pickup: Pickup, todayOn: string): Outcome<null> {
  if (pickup.state === 'collected') return refuse('PICKUP_USED')
  if (pickup.state === 'unpaid') return refuse('REDEMPTION_UNPAID')
  if (isUndone(pickup)) return refuse('REDEMPTION_CANCELLED')
  if (isPickupOver(pickup, todayOn)) return refuse('PICKUP_EXPIRED')
  return accept(null)
}

/** May the member cancel? Refuses REDEMPTION_COLLECTED, REDEMPTION_CANCELLED, PICKUP_EXPIRED. */
export function admitCancel(pickup: Pickup, todayOn: string): Outcome<null> {
  if (pickup.state === 'collected') return refuse('REDEMPTION_COLLECTED')
  if (isUndone(pickup)) return refuse('REDEMPTION_CANCELLED')
  if (isPickupOver(pickup, todayOn)) return refuse('PICKUP_EXPIRED')
  return accept(null)
}

function isUndone({ state }: Pickup): boolean {
  return state === 'cancelled' || state === 'lapsed'
}

export function isPickupOver(pickup: Pickup, todayOn: string): boolean {
  return pickup.state === 'expired' || (pickup.state === 'waiting' && pickup.expiresOn < todayOn)
}
