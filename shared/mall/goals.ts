/** What a member saves up for: how far each reward is, which she is shown first, and her wish. */
import { admitRedemption, type Buyer, type RewardTerms } from './redemption'

/** How many of them home shows. */
const GOALS_SHOWN = 3

/** The reward that she has pinned, as it was then; null: none. */
export type Wish = PinnedWish | null

export interface PinnedWish {
  readonly rewardId: string
  readonly title: string
  readonly pricePoints: number
  /** Her points have reached it since, or had already: she is told once. */
  readonly isReached: boolean
}

/**
 * How many points she is short of it: 0 when she may redeem it now, null when something else stands
 * in the way, e.g. its limit or that it is sold out.
 */
export function distanceTo(reward: RewardTerms, buyer: Buyer): number | null {
  const admitted = admitRedemption(reward, buyer)
  if (admitted.ok) return 0
  if (admitted.code !== 'POINTS_INSUFFICIENT') return null
  return reward.pricePoints - buyer.balancePoints
}

/** A reward and how far it is. */
export interface Goal {
  readonly pricePoints: number
  readonly missingPoints: number
}

/**
 * The three to show: the dearest that she may have now, then those that are nearest; where there
 * are too few of these, more of what she may have. In the order in which she reaches them.
 */
export function goalsToShow<G extends Goal>(goals: readonly G[]): G[] {
  const dearestFirst = (a: Goal, b: Goal) => b.pricePoints - a.pricePoints
  const nearestFirst = (a: Goal, b: Goal) => a.missingPoints - b.missingPoints
  const reached = goals.filter(({ missingPoints }) => missingPoints === 0).sort(dearestFirst)
  const ahead = goals.filter(({ missingPoints }) => missingPoints > 0).sort(nearestFirst)
  const aheadCount = Math.min(ahead.length, GOALS_SHOWN - Math.min(reached.length, 1))
  const chosen = [...reached.slice(0, GOALS_SHOWN - aheadCount), ...ahead.slice(0, aheadCount)]
  return chosen.sort((a, b) => a.pricePoints - b.pricePoints)
}

/** Pinned now by somebody with so many points: what she has already is no news. */
export function pinned(
  { rewardId, title, pricePoints }: Omit<PinnedWish, 'isReached'>,
  balancePoints: number,
): PinnedWish {
  return { rewardId, title, pricePoints, isReached: balancePoints >= pricePoints }
}

/** The wish that is reached with this balance for the first time; null: there is no news. */
export function newlyReached(wish: Wish, balancePoints: number): PinnedWish | null {
  if (!wish || wish.isReached || balancePoints < wish.pricePoints) return null
  return { ...wish, isReached: true }
}
