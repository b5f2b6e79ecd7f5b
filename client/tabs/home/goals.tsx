import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, yuanText } from '../../format'
import { PageLink } from '../../parts/page-link'
import { Progress } from '../../parts/progress'
import { RewardPicture } from '../../parts/reward-picture'
import { open, routes } from '../../routes'
import './goals.scss'

type Home = OutputAt<'members.home'>
type HomeReward = Home['rewards'][number]

/** What her points become: her wish, and three more with how far they are. */
export function Goals({ home }: { home: Home }): ReactNode {
  const { wish, rewards } = home
  if (!wish && rewards.length === 0) return null
  return (
    <View className="card goals">
      <View className="card-title">积分换好礼</View>
      {wish && <GoalRow reward={wish} isWish />}
      {rewards.map((reward) => (
        <GoalRow key={reward.rewardId} reward={reward} isWish={false} />
      ))}
      <PageLink className="goals-all" to={routes.mallTab}>
        全部礼品
      </PageLink>
    </View>
  )
}

function GoalRow({ reward, isWish }: { reward: HomeReward; isWish: boolean }): ReactNode {
  const { rewardId, title, picture, pricePoints, missingPoints } = reward
  return (
    <View
      className={`goal ${isWish ? 'goal-wish' : ''}`}
      data-reward={rewardId}
      role="button"
      hoverClass="touched"
      onClick={() => open(routes.reward, { rewardId })}
    >
      <RewardPicture picture={picture} size="small" />
      <View className="goal-words">
        {isWish && <View className="goal-mark">我的心愿</View>}
        <View className="goal-title">{title}</View>
        <View className="goal-price figures">
          <Text>{priceOf(reward)}</Text>
          <Distance missingPoints={missingPoints} />
        </View>
        {isWish && missingPoints !== null && missingPoints > 0 && (
          <Progress share={Math.floor(((pricePoints - missingPoints) * 100) / pricePoints)} />
        )}
      </View>
    </View>
  )
}

function priceOf({ pricePoints, cashFen }: HomeReward): string {
  const points = `${countText(pricePoints)} 积分`
  return cashFen > 0 ? `${points} + ¥${yuanText(cashFen)}` : points
}

/** Nothing where it is not her points alone that are missing. */
function Distance({ missingPoints }: Pick<HomeReward, 'missingPoints'>): ReactNode {
  if (missingPoints === null) return null
  if (missingPoints === 0) return <Text className="goal-reached">可兑换</Text>
  return <Text className="goal-missing">{`还差 ${countText(missingPoints)} 分`}</Text>
}
