import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { Line } from '../../parts/line'
import { ForCommunityDesk } from '../../session/for-community'
import { type Board, boardStore } from '../community.store'
import './index.scss'

/** What came of a community: judged by what was used in the shop. `?communityId=` says which. */
export default function CommunityBoardPage(): ReactNode {
  const { communityId = '' } = useRouter().params
  const shown = useStore(boardStore)
  const load = () => boardStore.getState().load({ communityId })
  useDidShow(() => {
    load()
  })
  usePullDownRefresh(() => {
    load().then(() => Taro.stopPullDownRefresh())
  })
  // What was shown of another community is not shown of this one.
  const data = shown.data?.communityId === communityId ? shown.data : null
  return (
    <ForCommunityDesk className="community-board" skeleton={<Bone shape="hero" />}>
      {() => (
        <PageState shown={{ ...shown, data }} skeleton={<Bone shape="hero" />} onRetry={load}>
          {(board) => <Figures board={board} />}
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

function Figures({ board }: { board: Board }): ReactNode {
  const { name, storeName, opens, claims, redemptions, salesFen } = board
  if (opens === 0 && claims === 0) {
    return (
      <Notice
        icon="coupon"
        title={`${name}还没有数据`}
        text="群友从群里的卡片进来、领券、到店用券之后，成绩会记在这里"
      />
    )
  }
  return (
    <>
      <View className="card board-head">
        <View className="board-name">{name}</View>
        <View className="soft">{storeName}</View>
        <View className="board-label">到店核销</View>
        <View className="board-figure figures">
          {countText(redemptions)}
          <Text className="board-unit">张</Text>
        </View>
        <View className="soft figures board-sales">带来消费 ¥{yuanText(salesFen)}</View>
      </View>
      <View className="card">
        <Line label="从群里进来" value={`${countText(opens)} 人次`} />
        <Line label="领取" value={`${countText(claims)} 张`} />
        <Line label="核销" value={`${countText(redemptions)} 张`} />
        <Line label="用券的消费" value={`¥${yuanText(salesFen)}`} strong />
      </View>
      <View className="soft board-note">
        成绩按到店核销算。转发、分享都不计入；同一位会员一天只算进来一次，退款已经减去
      </View>
    </>
  )
}
