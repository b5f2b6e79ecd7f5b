import type { Home, HomeReward } from '../../shared/contract/members'
import { distanceTo, goalsToShow } from '../../shared/mall/goals'
import { countOn } from '../../shared/mall/redeemed-today'
import { tierOf } from '../../shared/rules/member-tier'
import type { Reward } from '../mall/reward-document'
import type { Account } from '../points/repository'
import type { VisitorContext } from '../runtime/context'

/**
 * What she may save up for: her wish, and three others. Whose points are frozen, and a visitor
 * (`account` null), is told no distance.
 */
export function goalsOf(
  rewards: readonly Reward[],
  account: Account | null,
  context: VisitorContext,
): Pick<Home, 'wish' | 'rewards'> {
  const distances = rewards.map((reward) => ({
    reward,
    pricePoints: reward.pricePoints,
    missingPoints: distanceOf(reward, account, context),
  }))
  const isTold = account !== null && !account.frozen
  const shown = ({ reward, missingPoints }: (typeof distances)[number]) =>
    cardOf(reward, isTold ? missingPoints : null)
  const wishId = account?.wish?.rewardId ?? null
  const wish = distances.find(({ reward }) => reward._id === wishId)
  const goals = distances.flatMap(({ missingPoints, ...goal }) =>
    missingPoints === null || goal.reward._id === wishId ? [] : [{ ...goal, missingPoints }],
  )
  return { wish: wish ? shown(wish) : null, rewards: goalsToShow(goals).map(shown) }
}

function distanceOf(
  reward: Reward,
  account: Account | null,
  context: VisitorContext,
): number | null {
  const { todayOn } = context
  return distanceTo(reward, {
    // What she could have once they are free again.
    isFrozen: false,
    balancePoints: account?.balancePoints ?? 0,
    redeemedCount: account?.redeemedCounts[reward._id] ?? 0,
    redeemedTodayCount: countOn(account?.redeemedToday, reward._id, todayOn),
    tier: account && tierOf(account, context),
    todayOn,
  })
}

function cardOf(reward: Reward, missingPoints: number | null): HomeReward {
  const { _id: rewardId, title, picture, pricePoints, cashFen = 0 } = reward
  return { rewardId, title, picture, pricePoints, cashFen, missingPoints }
}
