import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, yuanText } from '../../format'
import type { RewardCard, RewardList } from '../../mall/mall.store'
import { redeemButtonOf } from '../../mall/redeem-button'
import { RewardPicture } from '../../parts/reward-picture'
import { open, routes } from '../../routes'

interface RewardTileProps {
  reward: RewardCard
  list: RewardList
}

/** One reward in the grid: what it is, what it costs, how many are left, what stands in the way. */
export function RewardTile({ reward, list }: RewardTileProps): ReactNode {
  const { rewardId, title, pricePoints, cashFen, picture, worthFen } = reward
  const { refusal, label } = redeemButtonOf(reward, list)
  const over = refusal === 'SOLD_OUT' || refusal === 'REWARD_NOT_ON_SALE'
  return (
    <View
      className={`reward-tile ${over ? 'reward-tile-over' : ''}`}
      data-reward={rewardId}
      hoverClass="touched"
      onClick={() => open(routes.reward, { rewardId })}
    >
      <RewardPicture picture={picture} size="card" />
      <View className="reward-tile-body">
        <View className="reward-title">{title}</View>
        <View className="reward-price">
          <Text className="reward-points figures">{countText(pricePoints)}</Text>
          <Text className="reward-unit">积分</Text>
          {cashFen > 0 ? (
            <Text className="reward-cash figures">+ ¥{yuanText(cashFen)}</Text>
          ) : (
            worthFen > 0 && <Text className="reward-worth figures">¥{yuanText(worthFen)}</Text>
          )}
        </View>
        {over ? (
          <View className="reward-state">{label}</View>
        ) : (
          <Stock reward={reward} label={refusal === null ? '' : label} />
        )}
      </View>
    </View>
  )
}

function Stock({ reward, label }: { reward: RewardCard; label: string }): ReactNode {
  const { leftCount, totalCount } = reward
  const share = totalCount > 0 ? Math.round((leftCount * 100) / totalCount) : 0
  return (
    <>
      <View className="stock-bar" aria-hidden>
        <View className="stock-left" style={{ width: `${share}%` }} />
      </View>
      <View className="stock-text figures">
        <Text>剩 {countText(leftCount)} 份</Text>
        <Text className="stock-label">{label}</Text>
      </View>
    </>
  )
}
