import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { sentenceText } from '../../format'
import { loadRewards, mallStore, type RewardList } from '../../mall/mall.store'
import { redeemButtonOf } from '../../mall/redeem-button'
import { Notice, PageState } from '../../page-state'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Segments } from '../../parts/segments'
import { MallHead } from './mall-head'
import { MallSkeleton } from './mall-skeleton'
import { RewardTile } from './reward-tile'
import './index.scss'

export default function MallTab(): ReactNode {
  const shown = useStore(mallStore)
  useDidShow(() => {
    loadRewards()
  })
  usePullDownRefresh(() => {
    loadRewards().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page className="mall-page">
      <PageState shown={shown} skeleton={<MallSkeleton />} onRetry={loadRewards}>
        {(list) => <Rewards list={list} />}
      </PageState>
    </Page>
  )
}

type Filter = 'all' | 'affordable'

const filters = [
  { value: 'all', label: '全部礼品' },
  { value: 'affordable', label: '可兑换' },
] as const

function Rewards({ list }: { list: RewardList }): ReactNode {
  const [filter, setFilter] = useState<Filter>('all')
  const rewards = list.rewards.filter(
    (reward) => filter === 'all' || redeemButtonOf(reward, list).refusal === null,
  )
  return (
    <>
      <MallHead list={list} />
      <Segments<Filter>
        className="mall-filter"
        choices={filters}
        chosen={filter}
        onChoose={setFilter}
      />
      {rewards.length === 0 ? (
        <NothingHere rate={list.earn.rate} filter={filter} onShowAll={() => setFilter('all')} />
      ) : (
        <View className="mall-grid">
          {rewards.map((reward) => (
            <RewardTile key={reward.rewardId} reward={reward} list={list} />
          ))}
        </View>
      )}
    </>
  )
}

interface NothingHereProps {
  rate: string
  filter: Filter
  onShowAll(): void
}

function NothingHere({ rate, filter, onShowAll }: NothingHereProps): ReactNode {
  if (filter === 'all') {
    return <Notice icon="gift" title="礼品正在准备" text="店里上了新礼品，会第一时间摆在这里" />
  }
  return (
    <Notice icon="points" title="再攒一攒" text={sentenceText(`到店${rate}，够了就能换`)}>
      <BigButton tone="quiet" className="mall-show-all" onTap={onShowAll}>
        <Text>看看全部礼品</Text>
      </BigButton>
    </Notice>
  )
}
