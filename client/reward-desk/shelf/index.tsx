import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { RewardPicture } from '../../parts/reward-picture'
import { Segments } from '../../parts/segments'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { loadShelf, type Shelf, type ShelfReward, shelfStore } from '../rewards.store'
import { costText, stateOf, stockText } from '../shelf-words'
import './index.scss'

/** All rewards of the points mall: what members see now, and what they do not. */
export default function ShelfPage(): ReactNode {
  const shown = useStore(shelfStore)
  useDidShow(() => {
    loadShelf()
  })
  usePullDownRefresh(() => {
    loadShelf().then(() => Taro.stopPullDownRefresh())
  })
  const skeleton = <Bones shape="ticket" count={4} />
  return (
    <ForManagers className="reward-shelf" skeleton={skeleton}>
      {() => (
        <>
          <BigButton className="reward-new" onTap={() => open(routes.rewardForm)}>
            新建礼品
          </BigButton>
          <PageState shown={shown} skeleton={skeleton} onRetry={loadShelf}>
            {(shelf) => <Rewards shelf={shelf} />}
          </PageState>
        </>
      )}
    </ForManagers>
  )
}

type Filter = 'all' | 'on' | 'off'

const filters = [
  { value: 'all', label: '全部' },
  { value: 'on', label: '上架' },
  { value: 'off', label: '已下架' },
] as const

function Rewards({ shelf }: { shelf: Shelf }): ReactNode {
  const [filter, setFilter] = useState<Filter>('all')
  if (shelf.rewards.length === 0) {
    return (
      <Notice
        icon="gift"
        title="还没有礼品"
        text="拍一张照片，写清需要多少积分，入库后就摆进积分商城"
      />
    )
  }
  const rewards = shelf.rewards.filter(
    ({ isOnShelf }) => filter === 'all' || isOnShelf === (filter === 'on'),
  )
  return (
    <>
      <Segments<Filter>
        className="shelf-filter"
        choices={filters}
        chosen={filter}
        onChoose={setFilter}
      />
      {rewards.map((reward) => (
        <Reward key={reward.rewardId} reward={reward} />
      ))}
      {rewards.length === 0 && (
        <Notice
          icon="gift"
          title={filter === 'on' ? '没有上架的礼品' : '没有下架的礼品'}
          text="换个分类看看"
        />
      )}
    </>
  )
}

function Reward({ reward }: { reward: ShelfReward }): ReactNode {
  const { rewardId, title, picture } = reward
  const { label, tone } = stateOf(reward)
  return (
    <View
      className="card shelf-row"
      role="button"
      hoverClass="touched"
      data-reward={rewardId}
      onClick={() => open(routes.rewardForm, { rewardId })}
    >
      <RewardPicture picture={picture} size="small" />
      <View className="shelf-words">
        <View className="shelf-title">{title}</View>
        <View className="soft figures">{costText(reward)}</View>
        <View className="shelf-foot">
          <Text className="soft figures">{stockText(reward)}</Text>
          <Text className={`shelf-chip shelf-chip-${tone}`}>{label}</Text>
        </View>
      </View>
    </View>
  )
}
