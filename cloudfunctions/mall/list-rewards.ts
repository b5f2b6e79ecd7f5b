import type { mall, RewardCard } from '../../shared/contract/mall'
import { saleStateOf } from '../../shared/mall/redemption'
import { accountOn } from '../../shared/points/due'
import { accept } from '../../shared/refusal'
import { earnWordsOf } from '../../shared/rules/earn-words'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { allRewards, type Reward } from './repository'

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
    rewards: rewards.map((reward) =>
      cardOf(reward, account?.redeemedCounts[reward._id] ?? 0, todayOn),
    ),
  })
}

function cardOf(reward: Reward, redeemedCount: number, todayOn: string): RewardCard {
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
    redeemedCount,
    saleFromOn,
    saleUntilOn,
    saleState: saleStateOf(reward, todayOn),
  }
}
