import type { mall, RewardCard } from '../../shared/contract/mall'
import { countOn } from '../../shared/mall/redeemed-today'
import { saleStateOf } from '../../shared/mall/redemption'
import { accountOn } from '../../shared/points/due'
import { accept } from '../../shared/refusal'
import { earnWordsOf } from '../../shared/rules/earn-words'
import { tierOf } from '../../shared/rules/member-tier'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { allRewards, isForMembers, type Reward } from './reward-document'

/** The points mall's catalogue, with what this member may still do; for a visitor too. */
export const listRewards: UseCase<typeof mall.rewards> = async (_input, context) => {
  const { member, now, todayOn, memberId, shop } = context
  const rewards = await allRewards()
  const account = member ? accountOn(await readAccount(memberId), todayOn) : null
  return accept({
    serverNow: now,
    todayOn,
    earn: earnWordsOf(shop.earnRule),
    isMember: member !== null,
    balancePoints: account?.balancePoints ?? 0,
    isFrozen: Boolean(account?.frozen),
    tier: account && tierOf(account, context),
    wishId: account?.wish?.rewardId ?? null,
    rewards: rewards.filter(isForMembers).map((reward) => ({
      ...cardOf(reward, todayOn),
      redeemedCount: account?.redeemedCounts[reward._id] ?? 0,
      redeemedTodayCount: countOn(account?.redeemedToday, reward._id, todayOn),
    })),
  })
}

type OwnCounts = 'redeemedCount' | 'redeemedTodayCount'

function cardOf(reward: Reward, todayOn: string): Omit<RewardCard, OwnCounts> {
  const { _id, title, kind, pricePoints, worthFen, picture, description } = reward
  const { leftCount, totalCount, limitPerMember, saleFromOn, saleUntilOn } = reward
  return {
    rewardId: _id,
    title,
    kind,
    pricePoints,
    cashFen: reward.cashFen ?? 0,
    worthFen,
    picture,
    description,
    leftCount,
    totalCount,
    limitPerMember,
    limitPerDay: reward.limitPerDay ?? null,
    tierFrom: reward.tierFrom ?? null,
    saleFromOn,
    saleUntilOn,
    saleState: saleStateOf(reward, todayOn),
  }
}
