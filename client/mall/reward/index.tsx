import { tierNames } from '@shared/tiers/tier'
import { Text, View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, dayText, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { RewardPicture } from '../../parts/reward-picture'
import { open, routes } from '../../routes'
import { loadRewards, mallStore, type RewardCard, type RewardList } from '../mall.store'
import { redeemStore, wishFor } from '../redeem.store'
import { redeemButtonOf } from '../redeem-button'
import { wishStore } from '../wish.store'
import { Pin } from './pin'
import { RedeemSheet } from './redeem-sheet'
import './index.scss'

/** One reward: what it is, what it costs, and the one button. `?rewardId=` says which. */
export default function RewardPage(): ReactNode {
  const { rewardId = '' } = useRouter().params
  const shown = useStore(mallStore)
  useDidShow(() => {
    loadRewards()
  })
  useUnload(() => {
    redeemStore.getState().close()
    wishStore.getState().close()
  })
  return (
    <Page className="reward-page">
      <PageState shown={shown} skeleton={<RewardSkeleton />} onRetry={loadRewards}>
        {(list) => <FoundReward list={list} rewardId={rewardId} />}
      </PageState>
    </Page>
  )
}

function FoundReward({ list, rewardId }: { list: RewardList; rewardId: string }): ReactNode {
  const reward = list.rewards.find((each) => each.rewardId === rewardId)
  if (!reward) {
    return (
      <Notice icon="gift" title="礼品已下架" text="这件礼品不再供应，看看别的吧">
        <BigButton tone="quiet" onTap={() => open(routes.mallTab)}>
          去积分商城
        </BigButton>
      </Notice>
    )
  }
  return (
    <>
      <RewardPicture picture={reward.picture} size="large" />
      <RewardFacts reward={reward} list={list} />
      <RedeemBar reward={reward} list={list} />
      <RedeemSheet reward={reward} list={list} />
    </>
  )
}

function RewardFacts({ reward, list }: { reward: RewardCard; list: RewardList }): ReactNode {
  const { title, pricePoints, cashFen, worthFen, description, leftCount } = reward
  const { limitPerDay, tierFrom } = reward
  const aDay = limitPerDay ? `，每天 ${limitPerDay} 份` : ''
  const mine = reward.redeemedCount > 0 ? `，您已兑 ${reward.redeemedCount} 份` : ''
  return (
    <>
      <View className="reward-head">
        <View className="reward-name">{title}</View>
        <View className="reward-cost">
          <Text className="reward-cost-points figures">{countText(pricePoints)}</Text>
          <Text className="reward-cost-unit">积分</Text>
          {cashFen > 0 && <Text className="reward-cost-cash figures">+ ¥{yuanText(cashFen)}</Text>}
          {worthFen > 0 && <Text className="soft figures">店内售价 ¥{yuanText(worthFen)}</Text>}
        </View>
        <Pin reward={reward} list={list} />
      </View>
      <View className="card">
        {description !== '' && <View className="reward-description">{description}</View>}
        <Fact label="剩余" value={`${countText(leftCount)} 份`} />
        <Fact label="限兑" value={`每位会员 ${reward.limitPerMember} 份${aDay}${mine}`} />
        {tierFrom && <Fact label="等级" value={`${tierNames[tierFrom]}及以上会员`} />}
        <Fact
          label="兑换截止"
          value={reward.saleUntilOn ? dayText(reward.saleUntilOn) : '长期供应'}
        />
        <Fact
          label={reward.kind === 'service' ? '到店享用' : '到店自提'}
          value="兑换后凭自提码，任一门店可用"
        />
      </View>
    </>
  )
}

function Fact({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="fact">
      <Text className="fact-label">{label}</Text>
      <Text className="fact-value figures">{value}</Text>
    </View>
  )
}

function RedeemBar({ reward, list }: { reward: RewardCard; list: RewardList }): ReactNode {
  const { refusal, label } = redeemButtonOf(reward, list)
  const visitor = refusal === 'MEMBER_REQUIRED'
  const confirm = () => {
    if (visitor) open(routes.join)
    else redeemStore.getState().open(wishFor(reward))
  }
  return (
    <View className="redeem-bar">
      {list.isMember && (
        <View className="redeem-balance">
          <View className="soft">可用积分</View>
          <View className="redeem-balance-points figures">{countText(list.balancePoints)}</View>
        </View>
      )}
      <View className="redeem-button">
        <BigButton className="redeem-open" disabled={refusal !== null && !visitor} onTap={confirm}>
          {label}
        </BigButton>
      </View>
    </View>
  )
}

function RewardSkeleton(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bone shape="row" />
      <Bone shape="card" />
    </>
  )
}
