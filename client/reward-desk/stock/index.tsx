import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { RewardPicture } from '../../parts/reward-picture'
import { ForManagers } from '../../session/for-managers'
import { loadShelf, rewardIn, type ShelfReward, shelfStore, stockStore } from '../rewards.store'
import { stockText } from '../shelf-words'
import '../../parts/form.scss'
import './index.scss'
import { StockForm } from './stock-form'

/** What came in and what is not there after all, of the reward of `?rewardId=`. */
export default function StockPage(): ReactNode {
  const { rewardId = '' } = useRouter().params
  const shown = useStore(shelfStore)
  useDidShow(() => {
    loadShelf()
  })
  useUnload(() => stockStore.getState().close())
  return (
    <ForManagers className="reward-stock" skeleton={<Bone shape="card" />}>
      {() => (
        <PageState shown={shown} skeleton={<Bone shape="card" />} onRetry={loadShelf}>
          {(shelf) => <Known reward={rewardIn(shelf, rewardId)} />}
        </PageState>
      )}
    </ForManagers>
  )
}

function Known({ reward }: { reward: ShelfReward | null }): ReactNode {
  if (!reward) return <Notice icon="gift" title="没有找到这件礼品" text="请从列表里重新打开" />
  return (
    <>
      <View className="card stock-head">
        <RewardPicture picture={reward.picture} size="small" />
        <View className="stock-words">
          <View className="stock-title">{reward.title}</View>
          <View className="soft figures">
            {reward.totalCount === 0 ? '还没有入过库' : stockText(reward)}
          </View>
        </View>
      </View>
      <StockForm reward={reward} />
    </>
  )
}
